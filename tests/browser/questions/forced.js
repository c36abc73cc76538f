// Highlights that look like the text around them where the reader's system chooses all colours.
() => [...document.querySelectorAll("mark[data-annotation]")].filter(seen).flatMap(one => {
  const looks = element => { const style = getComputedStyle(element); return [pixelOf(style.backgroundColor).join(), style.textDecorationLine, style.outlineStyle, style.borderBottomStyle]; };
  const around = one.parentElement.closest("p, li, td, th, h2, h3, h4, pre, figcaption, dd, dt, blockquote, div");
  const mine = looks(one);
  const its = looks(around);
  const plain = mine[0] === its[0] || mine[0].endsWith(",0");
  return plain && mine[1] === "none" && mine[2] === "none" && mine[3] === "none" ? [`${nameOf(one)} "${wordsOf(one.textContent)}" looks like the text around it`] : [];
})
