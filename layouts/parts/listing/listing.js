// Zooming with keys and the wheel, an event's bar and its place in the list lit together, how many events are shown.
const stage = document.querySelector(".stage");
const steps = [...document.querySelectorAll(".zoom input")];
const rest = matchMedia("(prefers-reduced-motion: reduce)");

if (stage && steps.length) {
  // Which share of the drawing stands in the middle of what is seen of it.
  let centre = 0.5;
  const keep = () => { centre = (stage.scrollLeft + stage.clientWidth / 2) / stage.scrollWidth; };
  // Keeps a share of the drawing at its distance from the stage's left edge.
  const hold = (share, left) => { stage.scrollLeft = share * stage.scrollWidth - left; keep(); };
  const zoom = (change, left) => {
    const share = (stage.scrollLeft + left) / stage.scrollWidth;
    const now = steps.findIndex(one => one.checked);
    const to = change ? Math.min(Math.max(now + change, 0), steps.length - 1) : 0;
    if (to === now) return;
    steps[to].checked = true;
    hold(share, left);
  };
  stage.addEventListener("scroll", keep, { passive: true });
  steps[0].form.addEventListener("change", () => hold(centre, stage.clientWidth / 2));
  stage.addEventListener("keydown", event => {
    const change = { "+": 1, "=": 1, "-": -1, "0": 0 }[event.key];
    if (change === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    zoom(change, stage.clientWidth / 2);
  });
  // A pinch on a touchpad is a wheel with ctrl too, of many small turns.
  let turned = 0;
  stage.addEventListener("wheel", event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    turned -= event.deltaY;
    if (Math.abs(turned) < 40) return;
    zoom(Math.sign(turned), event.clientX - stage.getBoundingClientRect().left);
    turned = 0;
  });
  steps[0].form.querySelector("p").hidden = false;

  let lit = [];
  const light = event => {
    const from = event.target.closest?.("[data-event], [data-bar]");
    // A resting pointer over which the page moved takes the light from no event in focus.
    if (!from && event.type === "pointerover" && document.activeElement.closest("[data-event]")) return;
    const id = from && CSS.escape(from.dataset.event ?? from.dataset.bar);
    const found = id ? [...document.querySelectorAll(`[data-event="${id}"], [data-bar="${id}"]`)] : [];
    if (found[0] === lit[0]) return;
    lit.forEach(one => one.classList.remove("lit"));
    lit = found;
    lit.forEach(one => one.classList.add("lit"));
    const bar = from?.dataset.event && lit.find(one => one.dataset.bar);
    if (!bar) return;
    const box = bar.getBoundingClientRect(), seen = stage.getBoundingClientRect();
    if (box.left >= seen.left && box.right <= seen.right) return;
    const left = stage.scrollLeft + (box.left + box.right) / 2 - (seen.left + seen.right) / 2;
    stage.scrollTo({ left, behavior: rest.matches ? "instant" : "smooth" });
  };
  document.addEventListener("pointerover", light);
  document.addEventListener("focusin", light);
}

const said = document.querySelector(".narrowed");
const filters = document.querySelector(".filters");
if (said && filters) {
  const words = said.textContent;
  const count = () => {
    const events = [...document.querySelectorAll(".listed .event")];
    const eras = [...document.querySelectorAll(".era")];
    eras.forEach(one => one.classList.remove("bare"));
    const seen = events.filter(one => one.checkVisibility());
    const full = new Set(seen.map(one => one.closest(".era")));
    eras.forEach(one => one.classList.toggle("bare", !full.has(one)));
    const shown = seen.length;
    said.classList.add("said");
    said.textContent = shown ? `${words}${shown} / ${said.dataset.total}` : said.dataset.none;
  };
  filters.addEventListener("change", count);
  filters.addEventListener("reset", () => setTimeout(count));
}
