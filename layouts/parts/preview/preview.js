// What a link leads to, in a card: after a moment of hovering, or on focus by keyboard. Escape closes it (WCAG 1.4.13).
if (matchMedia("(hover: hover)").matches && HTMLElement.prototype.showPopover) {
  const card = document.createElement("div");
  card.className = "preview";
  card.id = "s-preview";
  card.popover = "manual";
  card.setAttribute("role", "tooltip");
  document.body.append(card);
  const known = new Map();
  let link, timer;

  const worth = one => one?.origin === location.origin && one.pathname !== location.pathname
    && /\/(events|people|organisations|places|articles)\/[^/]+\/$/.test(one.pathname);

  const page = url => {
    if (!known.has(url)) {
      known.set(url, fetch(url).then(answer => answer.ok ? answer.text() : Promise.reject(answer))
        .then(text => new DOMParser().parseFromString(text, "text/html")));
    }
    return known.get(url);
  };

  const line = (tag, from, text = from?.textContent) => {
    if (!text?.trim()) return;
    const made = document.createElement(tag);
    made.textContent = text.trim();
    const tongue = from?.closest("[lang]");
    if (tongue) [made.lang, made.dir] = [tongue.lang, tongue.dir];
    card.append(made);
  };

  const close = () => {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    if (card.matches(":popover-open")) card.hidePopover();
    link = undefined;
  };

  const open = async wanted => {
    const found = await page(wanted.pathname).catch(() => undefined);
    if (!found || link !== wanted) return;
    const note = wanted.hash.startsWith("#note-") && found.getElementById(decodeURIComponent(wanted.hash.slice(1)));
    const summary = found.querySelector("main .summary");
    card.replaceChildren();
    line("small", found.querySelector(".event-date") ?? found.querySelector(".entity .role, .kicker"));
    line("strong", found.querySelector("h1 bdi"));
    if (note) line("p", note.querySelector(".note-body"));
    else line("p", summary, summary?.textContent ?? found.querySelector("meta[name=description]")?.content);
    const box = wanted.getClientRects()[0];
    if (!box) return;
    wanted.setAttribute("aria-describedby", card.id);
    card.showPopover();
    const below = box.bottom + card.offsetHeight + 12 < innerHeight;
    card.style.left = `${Math.max(8, Math.min(box.left, innerWidth - card.offsetWidth - 16))}px`;
    card.style.top = `${below ? box.bottom + 6 : Math.max(8, box.top - card.offsetHeight - 6)}px`;
  };

  const after = (wait, act) => { clearTimeout(timer); timer = setTimeout(act, wait); };
  const meet = wait => event => {
    if (card.contains(event.target)) { clearTimeout(timer); return; }
    const one = event.target.closest?.("main a[href]");
    if (!worth(one) || (wait === 0 && !one.matches(":focus-visible"))) { if (link) after(250, close); return; }
    if (one === link) { clearTimeout(timer); if (!card.matches(":popover-open")) after(wait, () => open(one)); return; }
    close();
    link = one;
    after(wait, () => open(one));
  };
  document.addEventListener("pointerover", meet(350));
  document.addEventListener("focusin", meet(0));
  document.addEventListener("keydown", event => { if (event.key === "Escape") close(); });
  document.addEventListener("scroll", () => { if (link) close(); }, { passive: true });
}
