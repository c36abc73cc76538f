// What paper must hold: the words of the main part, folded ones too, and the addresses of links to other hosts.
() => {
  const main = document.querySelector("main");
  const passed = "script, style, template, noscript, form, search, button, output, nav, svg, summary, [role=status], [hidden], .visually-hidden, .permalink, [aria-hidden=true]";
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const words = [];
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    const around = text.parentElement;
    if (!around.closest(passed)) words.push(...text.data.split(/\s+/).filter(Boolean));
  }
  const addresses = [...main.querySelectorAll("a[href]")].filter(one => !one.closest("nav, svg") && /^https?:/.test(one.getAttribute("href")) && one.origin !== location.origin)
    .map(one => one.getAttribute("href"));
  return {words, addresses: [...new Set(addresses)]};
}
