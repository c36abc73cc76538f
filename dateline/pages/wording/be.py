"""Interface words, to be translated."""

from dateline.pages.wording.en import WORDS as ENGLISH

WORDS = dict(ENGLISH)
