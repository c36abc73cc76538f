import json
from pathlib import Path

import pytest

from dateline.cli import run
from tests.unit.commands.test_build import CONFIG, Told, put

NAMES = {"article", "annotation", "event", "person", "organisation", "place", "page", "config"}


def test_a_schema_of_each_kind(capfd: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in sorted(NAMES):
        assert run(["schema", name]) == 0
        assert json.loads(capfd.readouterr().out)["type"] == "object"


def test_all_schemas_by_their_names(capfd: Told, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["schema"]) == 0
    told = capfd.readouterr()
    assert set(json.loads(told.out)) >= NAMES
    assert told.err == ""


def test_a_folder_s_name_means_its_kind(capfd: Told) -> None:
    run(["schema", "people"])
    people = capfd.readouterr().out
    run(["schema", "person"])
    assert capfd.readouterr().out == people


def test_the_site_s_own_words_are_in_it(capfd: Told, tmp_path: Path) -> None:
    put(
        tmp_path,
        "config.yaml",
        CONFIG + "annotation_types:\n  wording:\n    label: Wording\n    motivation: describing\n",
    )
    assert run(["schema", "annotation", "--config", str(tmp_path)]) == 0
    assert '"wording"' in capfd.readouterr().out


def test_an_unknown_kind_is_told_with_the_nearest(capfd: Told) -> None:
    assert run(["schema", "evnt"]) == 2
    assert 'there is no schema of "evnt"; did you mean "event"?' in capfd.readouterr().err
    assert run(["schema", "xyz"]) == 2
    assert 'there is no schema of "xyz"; there are annotation, article' in capfd.readouterr().err


def test_a_config_that_was_named_must_be_there(capfd: Told) -> None:
    assert run(["schema", "--config", "nowhere.yaml"]) == 2
    assert "error[missing-config]" in capfd.readouterr().err
