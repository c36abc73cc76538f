// What moves although the reader has asked for no motion.
() => [...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after", "::details-content", "::marker"].flatMap(part => {
  const style = getComputedStyle(one, part || null);
  const longest = value => Math.max(...value.split(",").map(each => parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000)));
  const found = [];
  if (style.transitionProperty !== "none" && longest(style.transitionDuration) > 1) found.push(`a transition of ${style.transitionProperty}: ${style.transitionDuration}`);
  if (style.animationName !== "none" && longest(style.animationDuration) > 1) found.push(`an animation ${style.animationName}`);
  if (!part && style.scrollBehavior === "smooth") found.push("smooth scrolling");
  return found.map(each => `${nameOf(one)}${part} has ${each}`);
}))
