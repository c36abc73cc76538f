// What makes the page wider than its window.
() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const leftwards = getComputedStyle(document.documentElement).direction === "rtl";  // the other side cannot be scrolled to
  const out = [...document.querySelectorAll("body *")].filter(one => {
    const box = meets(one.getBoundingClientRect(), clipOf(one.parentElement));
    return there(box) && (leftwards ? box.left < -1 : box.right > width + 1);
  });
  const deepest = out.filter(one => !out.some(other => other !== one && one.contains(other)));
  return [`${document.documentElement.scrollWidth} px in a window of ${width}`, ...deepest.slice(0, 5).map(one => {
    const box = one.getBoundingClientRect();
    return `${nameOf(one)} from ${Math.round(box.left)} to ${Math.round(box.right)}: ${wordsOf(one.textContent)}`;
  })];
}
