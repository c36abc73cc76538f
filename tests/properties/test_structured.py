"""Whatever an author writes, a page's head says just that, and nothing of it becomes markup."""

import html
import json
import re

from html5lib import HTMLParser
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.pages.brevity import LONGEST, brief
from dateline.pages.meta import embedded
from tests.schema_org import faults
from tests.site import site

HARD = ["</script>", "<!--", "<script>", "]]>", "&lt;", "&#39;", '"', "'", "\\", "\u2028", "\u2029", "{{", "%}", "{#"]
WORDS = st.lists(
    st.sampled_from(HARD) | st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
).map(" ".join)


def _yaml(text: str) -> str:
    """Text as a YAML scalar: like JSON's, but characters above U+FFFF as they are, and line separators escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
@settings(max_examples=100, deadline=None)
def test_embedded_values_come_back_as_they_were(value: object) -> None:
    made = str(embedded(json.dumps(value, ensure_ascii=False)))
    assert json.loads(made) == value
    assert not set("<>&\u2028\u2029") & set(made)


@given(WORDS.filter(str.strip), WORDS)
@settings(max_examples=25, deadline=None)
def test_titles_and_summaries_are_told_and_never_run(title: str, summary: str) -> None:
    event = {"title": title, "summary": summary, "date": "2025"}
    made = site({"events/a": "\n".join(f"{name}: {_yaml(value)}" for name, value in event.items() if value)})
    text = made.page("events/a/index.html")
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    value = json.loads(found[0])
    told = next(one for one in value["@graph"] if one["@type"] == "Event")
    shown = json.loads(made.build().tree["data/timeline.json"])["events"][0]
    assert told["name"] == shown["title"]
    assert faults(value) == []
    parser = HTMLParser(namespaceHTMLElements=False)
    head = parser.parse(text).find("head")
    assert [one.text for one in head.findall("script") if one.get("type")] == found
    assert len(head.findall("script")) == text.partition("</head>")[0].count("<script")
    titles = [one.get("content") for one in head.findall("meta") if one.get("property") == "og:title"]
    assert titles == [shown["title"]]
    assert html.unescape(head.find("title").text).startswith(html.unescape(shown["title"])[:1])


@given(st.lists(st.text(max_size=400), max_size=5))
@settings(max_examples=100, deadline=None)
def test_a_description_is_of_the_words_that_were_given(parts: list[str]) -> None:
    made = brief(parts)
    assert len(made) <= LONGEST
    assert made == " ".join(made.split())
    words = {word for part in parts for word in part.split()}
    assert all(any(word.rstrip(".…").rstrip(" ,;:–—-") in one for one in words) for word in made.split())
