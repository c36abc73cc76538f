// What the other questions share: how an element is named in a report, what is seen of a box, and colours as numbers.
const nameOf = one => {
  const own = element => element.localName + (element.id ? `#${element.id}` : "")
    + [...element.classList].map(each => `.${each}`).join("");
  const path = [];
  for (let at = one; at && at !== document.body && path.length < 4; at = at.parentElement) {
    path.unshift(own(at));
    if (at.id) break;
  }
  return path.join(" > ");
};
const wordsOf = text => text.trim().replace(/\s+/g, " ").slice(0, 40);
// An element without a box of its own is seen where its parent is.
const boxed = one => getComputedStyle(one).display === "contents" ? boxed(one.parentElement) : one;
const seen = one => boxed(one).checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true});
const meets = (a, b) => ({
  left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
  right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
});
const clips = new Map();
// What its scrolling and cutting ancestors leave of an element's surroundings.
const clipOf = one => {
  if (!one || one === document.documentElement || one === document.body) {
    return {left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity};
  }
  if (!clips.has(one)) {
    const style = getComputedStyle(one);
    let clip = clipOf(style.position === "fixed" ? null : one.parentElement);
    if (style.overflowX !== "visible" || style.overflowY !== "visible" || style.clipPath !== "none") {
      const box = one.getBoundingClientRect();
      const inset = /^inset\((50|100)%\)/.test(style.clipPath) ? 1e6 : 0;
      clip = meets(clip, {left: box.left + inset, top: box.top + inset, right: box.right - inset, bottom: box.bottom - inset});
    }
    clips.set(one, clip);
  }
  return clips.get(one);
};
const there = box => box.right - box.left > 1.5 && box.bottom - box.top > 1.5;
const brush = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
const pixelOf = colour => {
  brush.clearRect(0, 0, 1, 1);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  return [...brush.getImageData(0, 0, 1, 1).data];
};
const backgroundOf = one => {
  for (let at = one; at; at = at.parentElement) {
    const pixel = pixelOf(getComputedStyle(at).backgroundColor);
    if (pixel[3] > 200) return pixel;
  }
  return pixelOf(matchMedia("(prefers-color-scheme: dark)").matches ? "#121212" : "#fff");
};
const luminance = pixel => {
  const [red, green, blue] = pixel.slice(0, 3).map(value => value / 255)
    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (a, b) => {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};
