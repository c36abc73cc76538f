// The search page. It asks Pagefind's index, if the build made one; else it picks from the list of everything by title.
// What is looked for stands in the address, so that a search can be kept, sent and linked to.
const box = document.querySelector("#s-search"), all = document.querySelector("#s-all");
const [status, list, more, choices] = ["[role=status]", "ol", "button", ".choices"].map(name => box.querySelector(name));
const inputs = [...box.querySelectorAll("[name]")], query = inputs[0];
const root = new URL(box.dataset.root, location).href;
const step = 10;
let loading, turn = 0, found = [], shown = 0;

const index = () => loading ??= import(`${root}pagefind/pagefind.js`).then(async pagefind => {
  await pagefind.filters();
  return pagefind;
}).catch(() => null);

const make = (name, content, attributes = {}) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...[content].flat());
  return made;
};

// A text fragment that leads to the words found at a place: they, with up to three words on either side, within their
// sentence. The page may have anything between two blocks, so what stands around goes no further than a full stop.
const ends = word => /[.!?…:;؟۔。][”"’'»)\]]*$/.test(word);
const passage = (words, hits, from) => {
  let to = from + 1, before = from;
  while (hits.has(to) && !ends(words[to - 1])) to++;
  while (before && from - before < 3 && !ends(words[before - 1])) before--;
  let after = to;
  while (words[after] && after - to < 3 && !ends(words[after - 1])) after++;
  if (after - before === 1) return "";
  const part = (first, last) => {
    let text = words.slice(first, last).join(" ");
    if (first === before) text = text.replace(/^[^\p{L}\p{N}]+/u, "");
    if (last === after) text = text.replace(/[^\p{L}\p{N}]+$/u, "");
    return encodeURIComponent(text).replaceAll("-", "%2D");
  };
  const [head, tail] = [part(before, from), part(to, after)];
  return `:~:text=${head && head + "-,"}${part(from, to)}${tail && ",-" + tail}`;
};

const marked = word => {
  const [, before, found, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/u);
  return [before, make("mark", found), after];
};
const tongue = (given = []) => ({lang: given[0]});

// A line of the list of results: title, what it is, and the words around the place with the most of those looked for.
const result = ({raw_url: address, meta, filters, content, locations}) => {
  const words = content.split(/\s+/), hits = new Set(locations);
  const near = at => locations.filter(one => one >= at && one < at + 24).length;
  const best = locations.length ? locations.reduce((one, other) => near(other) > near(one) ? other : one) : -1;
  const first = Math.max(0, best - 8), last = first + 34;
  const text = best < 0 ? "" : passage(words, hits, best);
  const href = root + address + (text && !address.includes("#") ? "#" : "") + text;
  const about = [...filters.label, meta.date, meta.context].filter(Boolean).map(one => make("bdi", one));
  const shown = words.slice(first, last).flatMap((word, at) => [...hits.has(first + at) ? marked(word) : [word], " "]);
  const made = make("li", [
    make("h2", make("a", make("bdi", meta.title, tongue(filters["title-language"])), {href})),
    make("p", about.flatMap((one, at) => at ? [" · ", one] : one), {class: "about"}),
  ]);
  if (content !== meta.title) {
    made.append(make("p", [first ? "… " : "", ...shown, last < words.length ? "…" : ""], {class: "excerpt", dir: "auto", ...tongue(filters.language)}));
  }
  return made;
};

const show = async () => {
  const mine = turn, next = await Promise.all(found.slice(shown, shown + step).map(one => one.data()));
  if (mine !== turn) return;
  const made = next.map(result);
  list.append(...made);
  if (shown) made[0].querySelector("a").focus();
  shown += made.length;
  more.hidden = shown >= found.length;
};

const count = totals => {
  for (const one of inputs) {
    const of = totals[one.name] ?? {};
    if (one.type === "checkbox") {
      one.nextElementSibling.textContent = of[one.value] ?? 0;
      one.parentElement.hidden = !of[one.value] && !one.checked;
    } else if (totals[one.name]) {
      for (const option of one.options) option.disabled = option.value && !of[option.value];
    }
  }
};

// Without an index: the entries of the list that hold every word; all of them for no words.
const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const pick = text => {
  const sought = folded(text).split(/\s+/);
  let left = 0;
  for (const letter of all.querySelectorAll(".letter")) {
    letter.hidden = true;
    for (const entry of letter.querySelectorAll("li")) {
      entry.hidden = !sought.every(word => folded(entry.textContent).includes(word));
      if (!entry.hidden) letter.hidden = !++left;
    }
  }
  return left;
};

const search = async () => {
  const mine = ++turn, text = query.value.trim();
  const given = inputs.filter(one => one.value && (one.type !== "checkbox" || one.checked));
  history.replaceState(null, "", text ? "?" + new URLSearchParams(given.map(one => [one.name, one.value])) : location.pathname);
  const pagefind = text && await index();
  const chosen = name => given.filter(one => one.name === name).map(one => one.value);
  let answer = {results: []}, listed = 0;
  if (pagefind) {
    const filters = {thread: chosen("thread"), year: chosen("year"), kind: {any: chosen("kind")}};
    if (!filters.kind.any.length) delete filters.kind;
    const options = {filters, sort: chosen("order").length ? {time: "asc"} : {}};
    answer = await pagefind.search(text, options);
    // In a language whose endings Pagefind does not know, the beginnings of words find more.
    if (!answer.results.length) answer = await pagefind.search(text.replace(/\p{L}{5,}/gu, word => word.slice(0, -2)), options);
  }
  if (mine !== turn) return;
  [found, shown] = [answer.results, 0];
  list.replaceChildren();
  if (pagefind) {
    count(answer.totalFilters);
    await show();
    if (mine !== turn) return;
  } else {
    listed = pick(text);
    more.hidden = true;
  }
  const number = found.length || listed;
  if (!number || pagefind) pick("");
  status.textContent = text && (number ? box.dataset.found.replace("{count}", number) : box.dataset.nothing);
  choices.hidden = !pagefind;
  list.hidden = all.hidden = found.length > 0;
  list.hidden = !found.length;
};

const asked = new URLSearchParams(location.search);
for (const one of inputs) {
  if (one.type === "checkbox") one.checked = asked.getAll(one.name).includes(one.value);
  else one.value = asked.get(one.name) ?? "";
}
box.hidden = false;
let timer;
box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(search, 150); });
query.addEventListener("focus", index, {once: true});
query.addEventListener("keydown", event => { if (event.key === "Enter") search(); });
more.addEventListener("click", show);
if (query.value) search();
