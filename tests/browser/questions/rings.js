// Whether one would see where the keyboard is, for each element that the Tab key can reach.
() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")].filter(one => seen(one) && one.tabIndex >= 0)
  .flatMap(one => {
    one.focus();  // after a Tab key, as by keyboard
    if (document.activeElement !== one) return [];
    const style = getComputedStyle(one);
    const faults = [];
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push(`an outline of ${style.outlineStyle} ${style.outlineWidth}`);
    const ratio = contrast(pixelOf(style.outlineColor), backgroundOf(one.parentElement.closest("div, p, li, section, nav, header, main, body")));
    if (!one.matches("input") && ratio < 3) faults.push(`an outline of contrast ${ratio.toFixed(2)}`);
    return faults.map(each => `${nameOf(one)} (${wordsOf(one.textContent)}): ${each}`);
  })
