// All that a link on this page, or to it, could lead to.
() => [...document.querySelectorAll("[id]")].map(one => one.id)
