// What the page refers to, as whole addresses.
() => [...document.querySelectorAll("a[href], area[href], link[rel~=stylesheet], link[rel~=icon], link[rel=alternate], link[rel=manifest], img[src], script[src], source[src]")]
  .filter(one => !(one.href instanceof SVGAnimatedString))
  .map(one => one.href ?? one.src)
