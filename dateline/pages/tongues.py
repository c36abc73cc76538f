"""Which language a document's words are in, where that is not the site's: what `lang` and `dir` are made of.

An article may be in another language; whatever else an author writes is in the site's.
"""

from markupsafe import Markup, escape

from dateline.model.names import Key, Kind
from dateline.pages.wording import CATALOGUES, Wording, direction, wording
from dateline.story import Story


def attributes(language: str) -> Markup:
    """` lang="ar" dir="rtl"` for a language, with the space before it; nothing for the site's own, which is empty."""
    return Markup(' lang="{}" dir="{}"').format(escape(language), direction(language)) if language else Markup("")


def tongue(story: Story, key: Key) -> str:
    """The language of a document; empty where it is the site's."""
    return story.named[key].language if key.kind is Kind.ARTICLE else ""


def quoted_tongue(story: Story, key: Key) -> str:
    """The language of what an annotation quotes, which is that of what it is on."""
    target = story.links[key].target
    return tongue(story, target) if target else ""


def link_tongues(story: Story, key: Key) -> tuple[tuple[int, str], ...]:
    """The links in a body whose words are a title in another language than the body's, and which language."""
    here, found = tongue(story, key), []
    for link in story.filled[key].titled:
        target = story.answers[key][link].target
        if target and (language := story.named[target].language) != here:
            found.append((link, language or story.settings.language))
    return tuple(found)


def words_within(story: Story, key: Key, words: Wording) -> Wording:
    """The interface words for use within a document's body: in its own language, where we have that."""
    language = tongue(story, key)
    return wording(language) if language.partition("-")[0].lower() in CATALOGUES else words
