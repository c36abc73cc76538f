// The words of a page's main part, its controls left out, folded parts included.
() => {
  const main = document.querySelector("main").cloneNode(true);
  const passed = "script, style, template, noscript, form, search, button, output, [role=status]";
  main.querySelectorAll(passed).forEach(one => one.remove());
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) words.push(...text.data.split(/\s+/).filter(Boolean));
  return words;
}
