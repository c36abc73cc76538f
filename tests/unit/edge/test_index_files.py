import gzip
import json

import pytest

from dateline.edge.index_files import NEEDED, SIGNATURE, UnknownFormError, in_one_form

LONG = "x" * 300
NUMBERS = [0, 23, 24, 255, 256, 65_535, 65_536, 1 << 32]


def cbor(value: object) -> bytes:
    """CBOR with the shortest heads (RFC 8949, section 3)."""
    match value:
        case int():
            return head(0, value)
        case str():
            return head(3, len(value.encode())) + value.encode()
        case list():
            return head(4, len(value)) + b"".join(map(cbor, value))
        case _:
            raise TypeError(value)


def head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major * 32 + number])
    code = next(code for code in range(4) if number < 256**2**code)
    return bytes([major * 32 + 24 + code]) + number.to_bytes(2**code, "big")


def packed(value: object) -> bytes:
    return gzip.compress(SIGNATURE + cbor(value))


def unpacked(data: bytes) -> bytes:
    return gzip.decompress(data).removeprefix(SIGNATURE)


def files(kinds: list[object], filters: list[object], languages: list[str]) -> dict[str, bytes]:
    entry = {"version": "1.5.2", "languages": {}}
    made = dict.fromkeys((*NEEDED, "pagefind-ui.js", "wasm.unknown.pagefind", "wasm.lt.pagefind"), b"x")
    made |= {"fragment/lt_1.pf_fragment": b"f", "index/lt_2.pf_index": b"i"}
    made["filter/lt_aaa.pf_filter"] = packed(["kind", kinds])
    made["filter/lt_bbb.pf_filter"] = packed(["year", [["2025", NUMBERS]]])
    made["pagefind.lt_ccc.pf_meta"] = packed(["1.5.2", [["lt_1", 3]], [], filters, [["time", [0]]], ["title"]])
    named = {"lt": {"hash": "lt_ccc", "wasm": "lt", "page_count": 1}, "be": {"hash": "be_d", "wasm": None}}
    made["pagefind.be_d.pf_meta"] = packed(["1.5.2", [], [], [], [], []])
    entry["languages"] = {language: named[language] for language in languages}
    made["pagefind-entry.json"] = json.dumps(entry).encode()
    return made


NOTES, EVENTS = ["Notes", [1, 2]], [LONG, [0]]
KIND, YEAR = ["kind", "lt_aaa"], ["year", "lt_bbb"]
GIVEN = files([NOTES, EVENTS], [KIND, YEAR], ["lt", "be"])


def test_whatever_order_pagefind_wrote_them_in_the_files_are_the_same() -> None:
    assert in_one_form(GIVEN) == in_one_form(files([EVENTS, NOTES], [YEAR, KIND], ["be", "lt"]))
    assert in_one_form(GIVEN) != in_one_form(files([EVENTS, ["Notes", [1]]], [YEAR, KIND], ["be", "lt"]))


def test_only_what_a_page_loads_is_kept() -> None:
    made = in_one_form(GIVEN)
    assert set(made) >= {*NEEDED, "wasm.unknown.pagefind", "wasm.lt.pagefind", "fragment/lt_1.pf_fragment"}
    assert not [name for name in made if "ui" in name]
    assert "wasm.unknown.pagefind" not in in_one_form(files([NOTES], [KIND], ["lt"]))


def test_every_file_is_found_by_the_one_that_names_it() -> None:
    made = in_one_form(GIVEN)
    entry = json.loads(made["pagefind-entry.json"])
    assert entry["languages"]["lt"]["page_count"] == 1
    listed = unpacked(made[f"pagefind.{entry['languages']['lt']['hash']}.pf_meta"])
    filters = [name for name in made if name.startswith("filter/")]
    assert len(filters) == 2
    for name in filters:
        assert name.removeprefix("filter/").removesuffix(".pf_filter").encode() in listed
    assert {unpacked(made[name]) for name in filters} == {
        cbor(["kind", [NOTES, EVENTS]]),
        cbor(["year", [["2025", NUMBERS]]]),
    }


@pytest.mark.parametrize(
    "wrong",
    [
        {"pagefind-entry.json": b"{"},
        {"pagefind-entry.json": b"{}"},
        {"pagefind.lt_ccc.pf_meta": b"no gzip"},
        {"pagefind.lt_ccc.pf_meta": gzip.compress(b"no signature")},
        {"pagefind.lt_ccc.pf_meta": gzip.compress(SIGNATURE + cbor([1]) + b"more")},
        {"pagefind.lt_ccc.pf_meta": packed(["1.6", [], []])},
        {"pagefind.lt_ccc.pf_meta": packed(["1.5.2", [], [], [["kind", "lt_none"]], [], []])},
        {"filter/lt_aaa.pf_filter": gzip.compress(SIGNATURE + b"\xf6")},
        {"filter/lt_aaa.pf_filter": gzip.compress(SIGNATURE + b"\x82\x64kin")},
        {"filter/lt_aaa.pf_filter": gzip.compress(SIGNATURE + b"\x18\x01")},
        {"filter/lt_aaa.pf_filter": gzip.compress(SIGNATURE)},
        {"filter/lt_aaa.pf_filter": GIVEN["filter/lt_aaa.pf_filter"][:-9]},
    ],
)
def test_another_form_is_refused(wrong: dict[str, bytes]) -> None:
    with pytest.raises(UnknownFormError):
        in_one_form(GIVEN | wrong)


def test_a_missing_file_is_refused() -> None:
    with pytest.raises(UnknownFormError):
        in_one_form({name: data for name, data in GIVEN.items() if "meta" not in name})
