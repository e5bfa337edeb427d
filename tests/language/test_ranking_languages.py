"""Several languages in one library, and the threshold of each."""

from __future__ import annotations

import pytest

from tshoot.language.features import features, words_of
from tshoot.language.small_library import SmallLibrary
from tshoot.language.snowball import code_of, stem_in
from tshoot.language.symptoms import FITS, Document, rank
from tshoot.language.threshold import MIDDLING, Sampled, sample_of

LIBRARY = SmallLibrary([
    Document("printer", "Printer does not print", "", ("nothing comes out of the printer", "paper jam in the printer")),
    Document("wifi", "Wi-Fi will not connect", "", ("cannot connect to wifi", "the wifi drops all the time")),
    Document("drucker", "Drucker druckt nicht", "",
             ("aus dem Drucker kommt nichts heraus", "Papierstau im Drucker"), language="de"),
    Document("wlan", "WLAN verbindet sich nicht", "",
             ("kann mich nicht mit dem WLAN verbinden", "das WLAN bricht ständig ab"), language="de-AT"),
    Document("impresora", "La impresora no imprime", "",
             ("no sale nada de la impresora", "papel atascado en la impresora"), language="es"),
    Document("contrasena", "Contraseña olvidada", "", ("olvidé mi contraseña", "mi contraseña ha caducado"),
             language="es"),
    Document("打印", "打印机不工作", "", ("打印机没有反应", "打印机卡纸"), language="zh"),
    Document("网络", "无法连接网络", "", ("连不上无线网", "网络很慢"), language="zh"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("my printer has a paper jam", "printer"),
        ("the wifi does not connect", "wifi"),
        ("mein Drucker druckt nicht mehr", "drucker"),
        ("Hallo, seit gestern bricht mein WLAN immer wieder ab. Können Sie mir helfen?", "wlan"),
        ("la impresora tiene el papel atascado", "impresora"),
        ("he olvidado la contraseña", "contrasena"),
        ("我的打印机卡纸了", "打印"),
        ("无线网连不上", "网络"),
    ],
)
def test_each_language_finds_its_trees(text: str, tree: str) -> None:
    best = rank(text, LIBRARY)[0]
    assert best.tree == tree and best.score >= FITS


@pytest.mark.parametrize(
    "text",
    [
        "what is the weather tomorrow",
        "wie wird das Wetter in den Bergen",
        "me gusta cocinar con mi abuela los domingos",
        "今天天气很好",
        "сегодня хорошая погода",
    ],
)
def test_what_no_tree_is_about_fits_in_no_language(text: str) -> None:
    assert [one for one in rank(text, LIBRARY) if one.score >= FITS] == []


def test_a_misspelt_word_is_read_in_its_own_language() -> None:
    best = rank("mein Druckr druckt nicht", LIBRARY)[0]
    assert (best.tree, best.respelt) == ("drucker", (("druckr", "drucker"),))


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("de", "verbinden verbindet"),
        ("es", "impresora impresoras"),
        ("fr", "imprimante imprimantes"),
        ("xx", "word word"),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, forms: str) -> None:
    assert len({stem_in(language, word) for word in forms.split()}) == 1


@pytest.mark.parametrize("word", ["", "\0", "\ud800", "x" * 5000, "漢字", "straße"])
@pytest.mark.parametrize("language", ["de", "es", "zh", "", "\ud800"])
def test_no_word_raises_in_any_language(word: str, language: str) -> None:
    assert isinstance(stem_in(language, word), str)
    assert features(word, language).total() >= 0


@pytest.mark.parametrize(
    ("language", "code"), [("en", "en"), ("en-GB", "en"), ("de_AT", "de"), ("PT-BR", "pt"), ("", "")]
)
def test_regions_are_one_language(language: str, code: str) -> None:
    assert code_of(language) == code


def test_only_english_is_written_out() -> None:
    assert words_of("im Büro", "de") == ("im", "buro")
    assert words_of("l'imprimante", "fr") == ("l", "imprimante")
    assert words_of("im stuck") == ("i", "am", "stuck")


def test_a_threshold_of_its_own_for_each_language() -> None:
    middling = {one.language: one.middling for one in LIBRARY.sections()}
    assert middling.keys() == {"en", "de", "es", "zh"}
    assert all(0 < value < 1 for value in middling.values())
    assert SmallLibrary([Document("a", "Printer")]).sections()[0].middling == MIDDLING


def test_a_sample_comes_from_everywhere_and_leaves_each_phrase_out() -> None:
    documents = {f"t{n:04}": Document(f"t{n:04}", f"Title {n}", symptoms=("one", "two", "")) for n in range(1000)}
    sample = sample_of(list(documents), documents.__getitem__)
    assert 200 <= len(sample) < 500
    assert sample[0] == Sampled("t0000", "one", ("Title 0", "two"))
    assert sample[-1].tree > "t0900"
