import pytest

from dateline.reading.own_keys import as_json
from dateline.reading.yaml_nodes import read_yaml


@pytest.mark.parametrize(
    ("yaml", "json"),
    [
        ("true", "true"),
        ("False", "false"),
        ("yes", '"yes"'),
        ("~", "null"),
        ("-12", "-12"),
        ("1.50", "1.5"),
        ("0123", '"0123"'),
        ("1e3", '"1e3"'),
        ("1_000", '"1_000"'),
        ("9" * 5000, f'"{"9" * 5000}"'),
        ("2025-09-11", '"2025-09-11"'),
        ('"1"', '"1"'),
        ("[a, {b: [c, '']}]", '["a",{"b":["c",""]}]'),
        ("é😀", '"é😀"'),
    ],
)
def test_values_become_json(yaml: str, json: str) -> None:
    made = read_yaml(f"x-a: {yaml}\n", "x.md").value
    assert made
    assert as_json(made.entries[0].value) == json
