// Words that are in a page's main part, but not shown. A drawing's labels repeat the list below and may be left out.
() => {
  const passed = "script, style, template, noscript, form, search, button, output, [role=status], [hidden], details:not([open]), svg title, svg desc, svg[aria-hidden] *";
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const unseen = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const around = text.parentElement;
    if (!text.data.trim() || around.closest(passed)) continue;
    if (!boxed(around).checkVisibility({visibilityProperty: true, opacityProperty: true})) unseen.push(`${nameOf(around)}: ${wordsOf(text.data)}`);
  }
  return unseen;
}
