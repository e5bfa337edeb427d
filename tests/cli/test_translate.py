"""`tshoot translate`, and a walk over a translated tree."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.small_library import Tshoot

SPANISH = """\
translation: 1
language: es
title: El wifi no se conecta
nodes:
  lamp:
    ask: ¿Está verde la luz del router?
    options: {Yes: {label: "Sí", means: [brilla]}, No: Está apagada}
  restart: {do: "Reinicie el router de {ssid}."}
"""


@pytest.fixture
def spanish(library: Path) -> Path:
    path = library / "wifi.es.yaml"
    path.write_text(SPANISH, encoding="utf-8")
    return path


def prompts(out: str) -> list[str]:
    return [line["text"] for line in map(json.loads, out.splitlines()) if line["type"] == "prompt"]


def test_the_walk_reads_in_the_language_and_its_answers_are_the_same(tshoot: Tshoot, spanish: Path) -> None:
    assert tshoot("run", "wifi", "--json", "--language", "es", given="está apagada\n") == 1
    assert prompts(tshoot.out)[0] == "¿Está verde la luz del router?"
    assert prompts(tshoot.out)[1].startswith("Reinicie el router")
    case = next(json.loads(line)["case"] for line in tshoot.out.splitlines() if '"prompt"' in line)
    assert tshoot("cases", "show", case) == 0
    assert "Is the lamp of the router green?" in tshoot.out, "others read it as it was written"
    assert "¿" not in tshoot.out


@pytest.mark.parametrize("answer", ["sí", "brilla", "yes", "it shines"])
def test_the_words_of_both_languages_are_understood(tshoot: Tshoot, spanish: Path, answer: str) -> None:
    tshoot("run", "wifi", "--json", "--language", "es", given=f"{answer}\n")
    assert prompts(tshoot.out)[1] == "What is the network called?", "not translated: as it was written"


@pytest.mark.parametrize(
    ("variables", "text"),
    [
        ({"LANG": "es_MX.UTF-8"}, "¿Está"),
        ({"LANG": "en_US.UTF-8"}, "Is the lamp"),
        ({"LANG": "C"}, "Is the lamp"),
        ({"LANG": "../../x"}, "Is the lamp"),
        ({"LANG": "en", "TSHOOT_LANGUAGE": "es"}, "¿Está"),
    ],
)
def test_the_language_is_that_of_the_computer(
    tshoot: Tshoot, spanish: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], text: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    tshoot("run", "wifi", "--json")
    assert prompts(tshoot.out)[0].startswith(text)


def test_a_damaged_translation_never_stops_a_walk(tshoot: Tshoot, spanish: Path) -> None:
    spanish.write_bytes(b"\xff\x00[")
    tshoot("run", "wifi", "--json", "--language", "es")
    assert prompts(tshoot.out)[0] == "Is the lamp of the router green?"


def test_begins_a_file_and_says_what_is_left(tshoot: Tshoot, library: Path) -> None:
    assert tshoot("translate", "wifi", "de") == 1
    assert "texts still read as the original:\n  title\n" in tshoot.out
    path = library / "wifi.de.yaml"
    assert "Is the lamp of the router green?" in path.read_text()
    assert tshoot("translate", "wifi", "de", "--seen") == 0
    assert tshoot("translate", str(library / "wifi.yaml"), "de", "--check") == 0
    assert tshoot.out == "All texts are translated.\n"


def test_bringing_up_to_date_keeps_the_translated_texts(tshoot: Tshoot, spanish: Path) -> None:
    assert tshoot("translate", "wifi", "es") == 1
    assert "¿Está verde la luz del router?" in spanish.read_text()
    assert "nodes.lamp.ask" not in tshoot.out
    assert "nodes.ssid" not in tshoot.out and "facts.ssid.prompt" in tshoot.out


def test_checking_writes_nothing(tshoot: Tshoot, spanish: Path) -> None:
    assert tshoot("translate", "wifi", "es", "--check") == 1
    assert spanish.read_text() == SPANISH


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("wifi", "Spanish!"), "not the code of a language"),
        (("nowhere", "es"), "no tree called 'nowhere'"),
        (("wifi", "en"), "is written in en itself"),
    ],
)
def test_wrong_words(tshoot: Tshoot, words: tuple[str, str], said: str) -> None:
    assert tshoot("translate", *words) == 2
    assert said in tshoot.err


def test_a_file_with_mistakes_is_not_written_over(tshoot: Tshoot, spanish: Path) -> None:
    spanish.write_text("translation: 1\nnodes: [")
    assert tshoot("translate", "wifi", "es") == 2
    assert spanish.read_text() == "translation: 1\nnodes: ["


def test_a_file_keeps_its_mode_and_stays_a_link(tshoot: Tshoot, spanish: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere.yaml"
    spanish.rename(real)
    real.chmod(0o640)
    spanish.symlink_to(real)
    tshoot("translate", "wifi", "es")
    assert spanish.is_symlink() and real.stat().st_mode & 0o777 == 0o640
    assert "seen:" in real.read_text()


def test_one_text_is_one_and_a_misspelled_file_is_told_the_nearest(
    tshoot: Tshoot, spanish: Path, library: Path
) -> None:
    source = (library / "wifi.yaml").read_text()
    assert tshoot("translate", "wifi", "es", "--seen") == 1, "what was not in the file was seen by nobody"
    assert "texts still read as the original" in tshoot.out
    assert tshoot("translate", "wifi", "es", "--seen") == 0
    assert tshoot("translate", "wifi", "es", "--check") == 0
    (library / "wifi.yaml").write_text(source.replace("Is the lamp of the router green?", "Is it green?"))
    assert tshoot("translate", "wifi", "es", "--check") == 1
    assert tshoot.out == "1 text is older than the original:\n  nodes.lamp.ask\n"
    assert tshoot("translate", str(library / "wfi.yaml"), "es") == 2
    assert "Did you mean" in tshoot.err
    assert tshoot("translate", "wfi", "es") == 2
    assert "Did you mean 'wifi'?" in tshoot.err
