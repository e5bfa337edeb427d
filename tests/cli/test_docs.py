"""`tshoot docs`: what is written where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.small_library import BROKEN, Tshoot, write_library


def test_markdown_pages(tshoot: Tshoot, tmp_path: Path) -> None:
    out = tmp_path / "manual"
    assert tshoot("docs", "-o", str(out)) == 0
    assert f"3 pages. Begin with {out / 'README.md'}" in tshoot.out
    assert "1 tree that is for agents" in tshoot.err
    assert {path.name for path in out.rglob("*.md")} == {"README.md", "wifi.md", "printer.md"}
    assert "[Wi-Fi does not connect](trees/wifi.md)" in (out / "README.md").read_text(encoding="utf-8")


def test_agents_get_all_trees(tshoot: Tshoot, tmp_path: Path) -> None:
    assert tshoot("docs", "-o", str(tmp_path / "manual"), "--as", "agent") == 0
    assert tshoot.err == "" and (tmp_path / "manual/trees/network.md").is_file()


def test_html(tshoot: Tshoot, tmp_path: Path) -> None:
    out = tmp_path / "manual.html"
    assert tshoot("docs", "-o", str(out), "--title", "Our <manual>") == 0
    assert tshoot.out == f"2 trees in {out}\n"
    assert "<h1>Our &lt;manual&gt;</h1>" in out.read_text(encoding="utf-8")
    assert tshoot("docs", "--format", "html") == 0
    assert tshoot.out.startswith("<!doctype html>")


def test_the_glossary_comes_along(tshoot: Tshoot, library: Path, tmp_path: Path) -> None:
    (library / "glossary.yaml").write_text(
        "glossary: 1\nterms: {router: {means: A small box., also: [gateway]}}\n"
    )
    assert tshoot("docs", "-o", str(tmp_path / "manual")) == 0
    assert "**router** (gateway)" in (tmp_path / "manual/glossary.md").read_text(encoding="utf-8")
    assert tshoot("docs", str(library), "--format", "html") == 0
    assert "A small box." in tshoot.out


def test_named_files_and_folders(tshoot: Tshoot, library: Path, tmp_path: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("docs", str(library / "wifi.yaml"), "-o", str(tmp_path / "one")) == 0
    assert (tmp_path / "one/trees/wifi.md").is_file() and "2 pages" in tshoot.out
    assert tshoot("docs", str(library), "-o", str(tmp_path / "all")) == 0
    assert "Left out, because of mistakes in the file: broken.yaml." in tshoot.err


@pytest.mark.parametrize("named", [True, False])
def test_translated_trees_read_in_their_language(tshoot: Tshoot, library: Path, named: bool) -> None:
    (library / "wifi.es.yaml").write_text(
        "translation: 1\nlanguage: es\nnodes: {lamp: {ask: ¿Está verde la luz?}}\n", encoding="utf-8"
    )
    places = (str(library),) if named else ()
    assert tshoot("docs", *places, "--format", "html", "--language", "es-MX") == 0
    assert "¿Está verde la luz?" in tshoot.out
    assert 'id="tree:wifi" lang="es"' in tshoot.out
    assert "Without a translation into es-MX, as they were written: printer.\n" in tshoot.err
    assert tshoot("docs", *places, "--format", "html") == 0
    assert "¿" not in tshoot.out


def test_nothing_to_show(tshoot: Tshoot, library: Path, tmp_path: Path) -> None:
    write_library(library, broken=BROKEN)
    assert tshoot("docs", str(library / "broken.yaml"), "-o", str(tmp_path / "none")) == 1
    assert tshoot.out == "There is no tree to show.\n" and not (tmp_path / "none").exists()


@pytest.mark.parametrize(("words", "said"), [
    (("docs",), "it needs a folder"), (("docs", "--language", "e_s", "-o", "x"), "is not the code of a language"),
    (("docs", "/nowhere/at/all", "-o", "x"), "There is no file or folder"),
    (("docs", "--format", "pdf"), "invalid choice"),
])  # fmt: skip
def test_wrong_usage(tshoot: Tshoot, words: tuple[str, ...], said: str) -> None:
    assert tshoot(*words) == 2
    assert said in tshoot.err


def test_nothing_is_written_over(tshoot: Tshoot, tmp_path: Path) -> None:
    out = tmp_path / "manual"
    out.mkdir()
    (out / "README.md").write_text("mine")
    assert tshoot("docs", "-o", str(out)) == 2
    assert "so nothing was written" in tshoot.err and [path.name for path in out.rglob("*")] == ["README.md"]
    assert tshoot("docs", "-o", str(out), "--force") == 0
    assert (out / "README.md").read_text(encoding="utf-8").startswith("# Troubleshooting manual")
    assert tshoot("docs", "--format", "markdown", "-o", str(out / "README.md")) == 2
    assert "is a file" in tshoot.err


def test_a_broken_file_is_led_to_lint_with_its_name(tshoot: Tshoot, tmp_path: Path) -> None:
    file = tmp_path / "my own.yaml"
    file.write_text(BROKEN)
    assert tshoot("docs", str(file), "-o", str(tmp_path / "manual")) == 1
    assert f"`tshoot lint '{file}'` says all about them." in tshoot.err
