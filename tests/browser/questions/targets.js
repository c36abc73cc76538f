// References to notes in the text that a finger could miss: a square of 24 px around each must belong to references.
() => [...document.querySelectorAll("main a[role=doc-noteref][href^='#note-']")].filter(seen).flatMap(one => {
  one.scrollIntoView({block: "center", inline: "center", behavior: "instant"});
  const box = [...one.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height)[0];
  if (!box) return [`${nameOf(one)} has no box`];
  const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const reach = (across, down) => {  // how far one may miss the middle and still hit a reference
    for (let by = 0; by <= 12; by += 1) {
      const hit = document.elementFromPoint(middle[0] + across * by, middle[1] + down * by);
      if (!hit?.closest("a[role=doc-noteref]")) return by;
    }
    return 12;
  };
  const wide = reach(-1, 0) + reach(1, 0);
  const high = reach(0, -1) + reach(0, 1);
  return wide >= 23 && high >= 23 ? [] : [`${nameOf(one)} answers to ${wide} × ${high} px`];
})
