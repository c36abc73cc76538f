// Links as whole addresses, those left out that are written as such.
() => [...document.querySelectorAll("a[href], img[src], script[src], link[rel=stylesheet]")]
  .filter(one => !(one.href instanceof SVGAnimatedString) && !/^https?:/.test(one.getAttribute("href") ?? ""))
  .map(one => one.href ?? one.src)
