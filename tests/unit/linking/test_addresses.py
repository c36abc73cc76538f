"""Addresses, and which collide."""

import pytest

from dateline.kernel.diagnostics import Place
from dateline.linking.addresses import Claim, address_of, collisions, folded, site_path, tag_name
from dateline.model.names import Address, Kind


@pytest.mark.parametrize(
    ("kind", "name", "address", "file"),
    [
        (Kind.EVENT, "release", "events/release/", "events/release/index.html"),
        (Kind.PERSON, "łukaszenka", "people/łukaszenka/", "people/łukaszenka/index.html"),
        (Kind.PAGE, "about", "about/", "about/index.html"),
        (Kind.INDEX, "index", "", "index.html"),
    ],
)
def test_a_document_has_a_folder_of_its_own(kind: Kind, name: str, address: str, file: str) -> None:
    assert address_of(kind, name) == address
    assert site_path(Address(address)) == file


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("events/Release/", "events/release/"),
        ("events/caf\u00e9/", "events/cafe\u0301/"),
        ("events/a b/", "events/a-b/"),
        ("events/a–b/", "events/a-b/"),
        ("events/straße/", "events/STRASSE/"),
        ("events/ﬁne/", "events/fine/"),
    ],
)
def test_what_some_disk_takes_for_one_is_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def claim(address: str, path: str, what: str = "the event") -> Claim:
    return Claim(Address(address), Place(path), what)


def test_a_collision_names_both_files() -> None:
    (found,) = collisions([claim("events/a-b/", "content/events/x.md"), claim("events/A_B/", "content/events/y.md")])
    assert found.code == "address-collision"
    assert found.place.path == "content/events/y.md"
    assert "content/events/x.md" in found.message
    assert found.related[0].place.path == "content/events/x.md"


def test_a_free_page_cannot_take_a_list_s_place() -> None:
    (found,) = collisions([claim("timeline/", "content/pages/timeline.md", 'the page "timeline"')])
    assert found.code == "address-collision"


@pytest.mark.parametrize("name", ["con", "LPT1", "aux.txt", "x" * 256])
def test_names_that_some_disk_refuses(name: str) -> None:
    (found,) = collisions([claim(f"events/{name}/", "content/events/x.md")])
    assert found.code == "invalid-address"


def test_different_addresses_stand_beside_each_other() -> None:
    assert collisions([claim("events/a/", "content/events/a.md"), claim("people/a/", "content/people/a.md")]) == ()


@pytest.mark.parametrize(
    ("tag", "name"), [("Prisoners", "prisoners"), ("a b/c", "a-b-c"), ("Łódź", "łódź"), ("..", "-"), ("50 %", "50")]
)
def test_the_name_of_a_tag_s_page(tag: str, name: str) -> None:
    assert tag_name(tag) == name
