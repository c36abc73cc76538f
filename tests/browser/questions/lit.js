// How each highlight and each note looks right now, to be compared with how it looked before.
() => {
  getComputedStyle(document.body).color;
  document.getAnimations().forEach(one => one.finish());  // what fades in is judged when it has
  const looks = one => {
    const style = getComputedStyle(one);
    return ["backgroundColor", "color", "outlineColor", "outlineStyle", "outlineWidth", "boxShadow", "textDecorationColor",
      "textDecorationStyle", "textDecorationThickness", "borderInlineStartColor", "borderInlineStartWidth"].map(each => style[each]).join(" ");
  };
  const marks = [...document.querySelectorAll("mark[data-annotation]")].map(one => [one.dataset.annotation.split(" "), looks(one)]);
  const notes = [...document.querySelectorAll("[role=note]")].map(one => [one.id, looks(one)]);
  return {marks, notes};
}
