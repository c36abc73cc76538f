from pathlib import Path

from dateline.edge.whereabouts import product_layouts, whereabouts


def test_a_site_stands_beside_its_config(tmp_path: Path) -> None:
    site = whereabouts(tmp_path / "config.production.yaml")
    assert (site.root, site.config.name) == (tmp_path, "config.production.yaml")
    assert (site.content, site.layouts) == (tmp_path / "content", tmp_path / "layouts")


def test_a_folder_means_the_config_in_it(tmp_path: Path) -> None:
    assert whereabouts(tmp_path).config == tmp_path / "config.yaml"


def test_paths_are_told_from_the_site_s_folder(tmp_path: Path) -> None:
    site = whereabouts(tmp_path)
    assert site.shown(tmp_path / "site" / "a") == "site/a"
    assert site.shown(Path("/elsewhere")) == "/elsewhere"


def test_the_product_brings_its_layouts() -> None:
    assert product_layouts().is_dir()
