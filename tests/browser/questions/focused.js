// Where the keyboard is, and whether one can see it.
one => {
  // What the ring is seen on: the nearest element that holds all of it.
  const beneath = (element, by) => {
    const box = element.getBoundingClientRect();
    for (let at = element; at; at = at.parentElement) {
      const around = at.getBoundingClientRect();
      if (around.left <= box.left - by && around.right >= box.right + by && around.top <= box.top - by && around.bottom >= box.bottom + by) return at;
    }
    return document.documentElement;
  };
  one ??= document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const sizes = [...one.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
  const box = sizes[0] ?? one.getBoundingClientRect();
  const clip = meets(clipOf(one.parentElement), {left: 0, top: 0, right: innerWidth, bottom: innerHeight});
  const faults = [];
  const width = parseFloat(style.outlineWidth);
  if (style.outlineStyle === "none" || width < 2) faults.push(`an outline of ${style.outlineStyle} ${style.outlineWidth}`);
  else {
    const ring = pixelOf(style.outlineColor);
    const ratio = contrast(ring, backgroundOf(beneath(one, parseFloat(style.outlineOffset) + width)));
    if (ratio < 3) faults.push(`an outline of contrast ${ratio.toFixed(2)}`);
  }
  if (!there(meets(box, clip))) faults.push(`out of sight at ${Math.round(box.left)}, ${Math.round(box.top)}`);
  return {name: nameOf(one), words: wordsOf(one.textContent || one.getAttribute("aria-label") || ""), id: one.id, note: one.closest("[role=note]")?.id ?? "",
    leads: one.hash?.length > 1 ? document.getElementById(decodeURIComponent(one.hash.slice(1)))?.localName ?? "" : "",
    reference: one.getAttribute("role") === "doc-noteref" && (one.getAttribute("href") ?? "").startsWith("#note-") ? one.getAttribute("href").slice(6) : "", faults};
}
