"""What schema.org (version 29) lets the pages say: the properties of each type, and what they may be."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

TEXT, URL, DATE, NUMBER, INTEGER = "text", "url", "date", "number", "integer"

THING = {"name": {TEXT}, "description": {TEXT}, "url": {URL}, "image": {URL}, "sameAs": {URL},
         "alternateName": {TEXT}, "mainEntityOfPage": {URL}, "subjectOf": {"NewsArticle", "Event"}}  # fmt: skip
WORK = THING | {
    "about": {"Person", "Organization", "Place", "Event"}, "mentions": {"Person", "Organization", "Place", "Event"},
    "headline": {TEXT}, "datePublished": {DATE}, "dateModified": {DATE}, "author": {"Person", "Organization", TEXT},
    "publisher": {"Organization"}, "inLanguage": {TEXT}, "isBasedOn": {URL}, "archivedAt": {URL}, "license": {URL},
    "keywords": {TEXT}, "isPartOf": {"WebSite"}, "creditText": {TEXT}, "temporalCoverage": {TEXT},
    "mainEntity": {"Event", "ItemList"},
}  # fmt: skip
PAGE = WORK | {"breadcrumb": {"BreadcrumbList"}}
PROPERTIES: Mapping[str, Mapping[str, set[str]]] = {
    "WebSite": WORK | {"potentialAction": {"SearchAction"}},
    "SearchAction": THING | {"target": {"EntryPoint"}, "query-input": {TEXT}},
    "EntryPoint": THING | {"urlTemplate": {TEXT}},
    "WebPage": PAGE,
    "CollectionPage": PAGE,
    "SearchResultsPage": PAGE,
    "NewsArticle": WORK | {"articleSection": {TEXT}},
    "Claim": WORK | {"appearance": {"NewsArticle"}},
    "ClaimReview": WORK | {"claimReviewed": {TEXT}, "reviewRating": {"Rating"}, "itemReviewed": {"Claim"}},
    "Rating": THING | {"ratingValue": {INTEGER}, "bestRating": {INTEGER}, "worstRating": {INTEGER}},
    "Event": THING
    | {
        "startDate": {DATE}, "endDate": {DATE}, "eventStatus": {URL}, "location": {"Place"},
        "about": {"Person", "Organization"},
    },
    "Person": THING,
    "Organization": THING,
    "Place": THING | {"geo": {"GeoCoordinates"}},
    "GeoCoordinates": THING | {"latitude": {NUMBER}, "longitude": {NUMBER}},
    "BreadcrumbList": THING | {"itemListElement": {"ListItem"}},
    "ItemList": THING | {"itemListElement": {"ListItem"}, "numberOfItems": {INTEGER}, "itemListOrder": {URL}},
    "ListItem": THING | {"position": {INTEGER}, "item": {URL}},
}  # fmt: skip

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$")


def faults(document: Mapping[str, Any]) -> list[str]:
    """All that schema.org would not understand in a JSON-LD document with a graph."""
    nodes = document["@graph"]
    names = {node["@id"]: node["@type"] for node in nodes if "@id" in node}
    found = [] if document["@context"] == "https://schema.org" else ["another context"]
    return found + [fault for node in nodes for fault in _faults(node, names)]


def _faults(node: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[str]:
    sort = str(node.get("@type"))
    if sort not in PROPERTIES:
        yield f"no type {sort}"
        return
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        allowed = PROPERTIES[sort].get(name)
        if allowed is None:
            yield f"{sort} has no {name}"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not any(_fits(one, kind, names) for kind in allowed):
                yield f"{sort}.{name} cannot be {one!r}"
            if isinstance(one, dict) and "@type" in one:
                yield from _faults(one, names)


def _fits(value: object, kind: str, names: Mapping[str, str]) -> bool:
    if isinstance(value, dict):
        known = value.get("@type") or names.get(value["@id"])
        return known == kind or (kind == "WebSite" and value == {"@id": value.get("@id")})
    match kind:
        case "text":
            return isinstance(value, str) and bool(value.strip())
        case "url":
            return isinstance(value, str) and re.match(r"https?://[^\s<>\"]+$", value) is not None
        case "date":
            return isinstance(value, str) and _DATE.match(value) is not None
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case _:
            return False
