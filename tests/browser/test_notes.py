"""Notes and their highlights: by keyboard, by mouse, by link, in the margin and on paper."""

from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urldefrag

import pytest

from tests.browser.test_access import REFERENCES, UNFOLD
from tests.browser.windows import ask, none

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Opened
    from tests.browser.serving import Place, Sites

pytestmark = pytest.mark.browser

TARGET = "() => document.querySelector(':target')?.id ?? null"
LEFT = """([landed, note]) => {
  const one = document.getElementById(landed);
  return !!one.closest("main") && !one.closest(`#${CSS.escape(note)}`);
}"""
"""A reply is left for the note that it answers."""

AROUND = """id => {
  const ends = [...document.querySelectorAll("main a[role=doc-noteref]")]
    .filter(one => decodeURIComponent(one.hash) === `#note-${id}`);
  const notes = new Set();
  for (const end of [...ends, document.getElementById(`note-${id}`)]) {
    const next = one => one.parentElement?.closest("[role=note]");
    for (let one = next(end); one; one = next(one)) notes.add(one.id.slice(5));
  }
  return [...notes];
}"""
"""The notes that hold a reply's reference or the reply itself: who is in a reply is in these as well."""

WITHIN = "id => !!document.activeElement?.closest(`#${CSS.escape(id)}`)"

PASSAGES = [
    ("crowded", ["tower, carried across the frozen harbour on a sledge"]),
    ("crowded", ["thirty centimetres would have", "The harbour froze in seven"]),
    ("rtl", ["من سنة 1911، ووصلت منها رسالة واحدة على ظهر"]),
]
"""Sites, and words there that run through highlights or end inside of them: whole, or the first and the last."""


def test_each_note_is_reached_and_left_by_keyboard(opened: "Opened", annotated: "Place") -> None:
    page = opened(reduced_motion="reduce")
    page.goto(annotated.url)
    page.evaluate(UNFOLD)
    none(
        [fault for name in dict.fromkeys(page.evaluate(REFERENCES)) for fault in there_and_back(page, name)],
        f"{annotated}: {annotated.url}",
    )


def there_and_back(page: "Page", name: str) -> list[str]:
    """What goes wrong on the way from a reference to its note and back."""
    note = f"note-{name}"
    page.locator(f'main a[role=doc-noteref][href="#{quote_id(page, note)}"]').first.focus()
    page.keyboard.press("Enter")
    if page.evaluate(TARGET) != note:
        return [f"{name}: Enter on the reference leads to {page.evaluate(TARGET)}"]
    faults = []
    if not page.evaluate(
        "id => { const box = document.getElementById(id).getBoundingClientRect();"
        " return box.top < innerHeight && box.bottom > 0; }",
        note,
    ):
        faults.append(f"{name}: the note is out of sight after Enter")
    page.keyboard.press("Tab")
    if not page.evaluate(WITHIN, note):
        return [*faults, f"{name}: the next Tab stop is not in the note: {(ask(page, 'focused') or {}).get('name')}"]
    back = page.locator(f'[id="{note}"] a[role=doc-backlink]').first
    if not back.count():
        return [*faults, f"{name}: the note has no link back"]
    back.focus()
    page.keyboard.press("Enter")
    landed = page.evaluate(TARGET)
    if not landed or not page.evaluate(LEFT, [landed, note]):
        faults.append(f"{name}: the link back leads to {landed}")
    return faults


def quote_id(page: "Page", note: str) -> str:
    """The fragment as the link spells it."""
    spelt = page.evaluate(
        "id => [...document.querySelectorAll('a[role=doc-noteref]')].map(one => one.getAttribute('href').slice(1))"
        ".find(one => decodeURIComponent(one) === id)",
        note,
    )
    return str(spelt)


def changed(before: dict[str, Any], after: dict[str, Any]) -> tuple[list[bool], list[str]]:
    """Which highlights look other than before, and which notes do."""
    marks = [old[1] != new[1] for old, new in zip(before["marks"], after["marks"], strict=True)]
    notes = [old[0] for old, new in zip(before["notes"], after["notes"], strict=True) if old[1] != new[1]]
    return marks, notes


def wrongly_lit(before: dict[str, Any], after: dict[str, Any], name: str, around: list[str]) -> list[str]:
    marks, notes = changed(before, after)
    told = [one[0] for one in before["marks"]]
    mine = {name, *around}
    missing = [names for names, lit in zip(told, marks, strict=True) if name in names and not lit]
    too_many = [names for names, lit in zip(told, marks, strict=True) if lit and not mine & set(names)]
    faults = [f"{len(missing)} of its pieces stay dark"] if missing else []
    faults += [f"it lights pieces of {too_many[:3]}"] if too_many else []
    faults += [f"the note {one} is lit" for one in notes if one.removeprefix("note-") not in mine]
    return faults


def test_a_note_and_its_passage_light_up_together(opened: "Opened", annotated: "Place") -> None:
    """By being the target, by focus at either end, and by the mouse over either end."""
    page = opened(reduced_motion="reduce")
    page.goto(annotated.url)
    page.evaluate(UNFOLD)
    page.mouse.move(1, 1)
    before = ask(page, "lit")
    names = [one for one in dict.fromkeys(page.evaluate(REFERENCES)) if any(one in each[0] for each in before["marks"])]
    faults: list[str] = []
    for number, name in enumerate(names):
        around = page.evaluate(AROUND, name)
        reference = page.locator(f'main a[role=doc-noteref][href="#{quote_id(page, f"note-{name}")}"]').first
        inside = page.locator(f'[id="note-{name}"] a[role=doc-backlink]').first
        acts: dict[str, Any] = {"focus on the reference": reference.focus, "focus in the note": inside.focus}
        if number % 6 == 0:  # the mouse is slow, and the rule the same
            acts |= {"mouse on the reference": reference.hover, "mouse on the note": inside.hover}
        for how, act in acts.items():
            act()
            faults += [f"{name}: {how}: {fault}" for fault in wrongly_lit(before, ask(page, "lit"), name, around)]
            page.evaluate("() => document.activeElement?.blur()")
            page.mouse.move(1, 1)
        page.evaluate("id => { location.hash = `#note-${id}`; }", name)
        faults += [f"{name}: as the target: {fault}" for fault in wrongly_lit(before, ask(page, "lit"), name, around)]
        page.evaluate("() => { location.hash = '#s-main'; }")
    none(faults, f"{annotated}: {annotated.url}")


SETTLED = """() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(
  () => requestAnimationFrame(done))))"""

SHOWN = """words => {
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const nodes = []; let whole = "";
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.parentElement.closest("[role=note], svg, .visually-hidden")) continue;
    nodes.push([whole.length, text]); whole += text.data.replace(/\\s/g, " ") + (text.nextSibling ? "" : "");
  }
  const at = whole.replace(/\\u00ad/g, "").indexOf(words.slice(0, 14));
  if (at < 0) return "the words are not on the page";
  const [begin, text] = nodes.findLast(([offset]) => offset <= at);
  const range = document.createRange();
  range.setStart(text, at - begin); range.setEnd(text, Math.min(text.data.length, at - begin + 5));
  const box = range.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight ? "in sight" : `at ${Math.round(box.top)} of ${innerHeight}`;
}"""


@pytest.mark.parametrize(("name", "words"), PASSAGES)
def test_a_link_to_words_finds_them_across_highlights(
    sites: "Sites", opened: "Opened", name: str, words: list[str]
) -> None:
    fullest = sites[name].place("article").url
    page = opened(viewport={"width": 1000, "height": 260}, reduced_motion="reduce")
    for wanted, expected in ((words, True), (["these words stand nowhere on the page"], False)):
        fragment = ",".join(quote(one, safe="") for one in wanted)
        page.goto(
            sites.file(
                f"jump-{name}-{len(words)}-{expected}.html",
                f'<!doctype html><a href="{fullest}#:~:text={fragment}">go</a>',
            )
        )
        page.click("a")
        page.wait_for_url(lambda url: urldefrag(url)[0] == fullest)
        page.wait_for_load_state("load")
        if expected:
            page.wait_for_function("() => scrollY > 0", timeout=5_000)
            shown = page.evaluate(SHOWN, wanted[0])
            assert shown == "in sight", f"{fullest}: {wanted} is {shown}"
        else:
            page.evaluate(SETTLED)
            assert page.evaluate("() => scrollY") == 0, f"{fullest}: a link to words that are not there scrolls"
