// Labels of a drawing that stand on each other, or are cut off at its edge.
() => [...document.querySelectorAll("main svg")].filter(seen).flatMap((drawing, number) => {
  const edge = drawing.getBoundingClientRect();
  if (!there(edge)) return [];
  const labels = [...drawing.querySelectorAll("text")].filter(seen)
    .map(one => [one, one.getBoundingClientRect()]).filter(([one, box]) => one.textContent.trim() && there(box));
  const where = `${nameOf(drawing)} (drawing ${number + 1}, ${Math.round(edge.width)} px wide)`;
  const cut = labels.filter(([, box]) => box.left < edge.left - 1 || box.right > edge.right + 1 || box.top < edge.top - 2 || box.bottom > edge.bottom + 2)
    .map(([one, box]) => `${where}: "${wordsOf(one.textContent)}" is cut: ${Math.round(box.left - edge.left)} to ${Math.round(box.right - edge.left)}, ${Math.round(box.top - edge.top)} to ${Math.round(box.bottom - edge.top)} of ${Math.round(edge.height)}`);
  const lean = box => { const by = (box.bottom - box.top) * 0.2; return {left: box.left, right: box.right, top: box.top + by, bottom: box.bottom - by}; };
  const covered = labels.flatMap(([one, box], at) => labels.slice(at + 1)
    .filter(([, other]) => there(meets(lean(box), lean(other))))
    .map(([other]) => `${where}: "${wordsOf(one.textContent)}" stands on "${wordsOf(other.textContent)}"`));
  return [...cut, ...covered];
})
