// Words that stand on other words, and notes that cover anything that is not theirs.
() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const lines = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const around = text.parentElement;
    if (!text.data.trim() || around.closest("svg, script, style, noscript, option") || !seen(around)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const clip = meets(clipOf(around), {left: 0, top: -Infinity, right: 1e6, bottom: Infinity});
    for (const whole of range.getClientRects()) {
      const box = meets(whole, clip);
      const lean = (whole.bottom - whole.top) * 0.28;  // the room above and below letters may be shared
      const core = {left: box.left, right: box.right, top: Math.max(box.top, whole.top + lean), bottom: Math.min(box.bottom, whole.bottom - lean)};
      if (there(box) && there(core)) lines.push({core, box, text});
    }
  }
  const faults = [];
  const told = new Set();
  const tell = words => { if (!told.has(words)) { told.add(words); faults.push(words); } };
  lines.sort((a, b) => a.core.top - b.core.top);
  lines.forEach((one, at) => {
    for (let next = at + 1; next < lines.length && lines[next].core.top < one.core.bottom - 1; next += 1) {
      const other = lines[next];
      if (other.text !== one.text && there(meets(one.core, other.core))) {
        tell(`"${wordsOf(one.text.data)}" (${nameOf(one.text.parentElement)}) stands on "${wordsOf(other.text.data)}" (${nameOf(other.text.parentElement)})`);
      }
    }
  });
  const notes = [...document.querySelectorAll("[role=note]")].filter(seen).map(one => [one, one.getBoundingClientRect()]);
  notes.forEach(([one, box], at) => notes.slice(at + 1).forEach(([other, its]) => {
    if (!one.contains(other) && !other.contains(one) && there(meets(box, its))) tell(`note ${one.id} covers note ${other.id}`);
  }));
  const solid = [...document.querySelectorAll("img, svg, table, input, button, select, hr, body > footer")].filter(seen);
  notes.forEach(([one, box]) => {
    for (const {core, text} of lines) {
      if (there(meets(box, core)) && !one.contains(text)) tell(`note ${one.id} covers "${wordsOf(text.data)}" (${nameOf(text.parentElement)})`);
    }
    for (const other of solid) {
      if (!one.contains(other) && !other.contains(one) && there(meets(meets(box, other.getBoundingClientRect()), clipOf(other)))) {
        tell(`note ${one.id} covers ${nameOf(other)}`);
      }
    }
  });
  return faults;
}
