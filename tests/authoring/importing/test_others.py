"""Twee and tables, what is told of them, and that no input is too much."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.authoring.importing.test_charts import CHARTS, errors
from tshoot.authoring.importing.chart import Chart
from tshoot.authoring.importing.guessing import leaf
from tshoot.authoring.importing.table import read_table
from tshoot.authoring.importing.tree import convert, format_of
from tshoot.authoring.importing.twee import read_twee
from tshoot.authoring.parse import parse_tree
from tshoot.model.tree import Ask, End


def drawn(chart: Chart) -> list[str]:
    names = {name: box.text for name, box in chart.boxes.items()}
    return [f"{names[one.start]} [{one.label}] {names[one.end]}" for one in chart.links]


def test_twee_links_in_all_spellings() -> None:
    chart = read_twee(':: A\ntext [[B]] [[go->B]] [[B<-back]] [[bar|B]] [[a->b->B]]\n:: B [t1 t2] {"x": 1}\nend\n')
    assert [(one.start, one.label, one.end) for one in chart.links] == [
        ("A", "B", "B"), ("A", "go", "B"), ("A", "back", "B"), ("A", "bar", "B"), ("A", "a->b", "B"),
    ]  # fmt: skip
    assert (chart.boxes["A"].text, chart.boxes["B"].group) == ("text", "t1 t2")


@pytest.mark.parametrize(
    ("body", "links", "text"),
    [
        ('On? <<link "Yes" "B">><<set $x to 1>><</link>>', ["On? [Yes] end"], "On?"),
        ("On? <<button 'Yes' 'B'>><</button>>", ["On? [Yes] end"], "On?"),
        ('On? (link-goto: "Yes", "B")', ["On? [Yes] end"], "On?"),
        ("On? (link-goto: 'B')", ["On? [B] end"], "On?"),
        ("(if: $x is 1)[Is ''it'' //on//?]\n* [[Yes->B]]\n> [[No->B]]",
         ["Is it on? [Yes] end", "Is it on? [No] end"], "Is it on?"),
        ("See http://a.b [img[p.png][B]] [x] [[B]]", ["See http://a.b [x] [B] end"], "See http://a.b [x]"),
    ],
)  # fmt: skip
def test_links_by_another_name_and_marks_around_words(body: str, links: list[str], text: str) -> None:
    chart = read_twee(f":: A\n{body}\n:: B\nend\n")
    assert drawn(chart) == links
    assert chart.boxes["A"].text == text


def test_a_story_begins_where_it_says_and_names_its_macros() -> None:
    found = convert((CHARTS / "printer.twee").read_text(encoding="utf-8"), "twee", "printer")
    tree = parse_tree(found.tree, "printer.yaml").tree
    assert tree
    assert (tree.title, tree.start) == ("Printer does not print", "power")
    assert isinstance(ask := tree.nodes["power"], Ask)
    assert [option.key for option in ask.options] == ["Yes", "No", "I am not near it"]
    for part in ("<<set $tried to true>>", "$count += 1", "the variable '$count'", "StoryStyle"):
        assert part in found.report
    assert not found.lossless


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "question,answer,next\nOn?,Yes,Good\nOn?,No,Plug in\nPlug in,,\n",
            ["On? [Yes] Good", "On? [No] Plug in"],
        ),
        ("\ufeffQuestion;Answer;Next\nOn?;Yes;Good\n;No;Bad\n", ["On? [Yes] Good", "On? [No] Bad"]),
        ("id\tprompt\toption\tgoto\n1\tOn?\tYes\t2\n2\tGood\t\t\n", ["On? [Yes] Good"]),
        ('step,reply,target\n"a ""b""\nc",Yes,end\n', ['a "b" c [Yes] end']),
        ("On?,Yes,Good\nOn?,No,Bad\n", ["On? [Yes] Good", "On? [No] Bad"]),
        ("Next,Answer,Question\nGood,Yes,On?\n", ["On? [Yes] Good"]),
        (
            "Step,Instruction,If yes,If no\n1,On?,2,3\n2,Good,,\n3,Plug it in.,1,\n",
            ["On? [Yes] Good", "On? [No] Plug it in.", "Plug it in. [Yes] On?"],
        ),
        ("Nr;Frage;Ja;Nein\n1;An?;Gut;2\n2;Hilfe holen;;\n", ["An? [Ja] Gut", "An? [Nein] Hilfe holen"]),
        ("no,question,answer,next\n1,On?,Yes,2\n2,Good,,\n", ["On? [Yes] Good"]),
        (
            "question,answer,next\nOn?,Yes,Warm?\n,No,Bad\nWarm?,Yes,Good\n,No,On?\n",
            ["On? [Yes] Warm?", "On? [No] Bad", "Warm? [Yes] Good", "Warm? [No] On?"],
        ),
    ],
)
def test_tables(text: str, links: list[str]) -> None:
    assert drawn(read_table(text)) == links


def test_a_table_begins_with_its_first_row_though_another_leads_back_to_it() -> None:
    found = convert(
        "question,answer,next\nOn?,Yes,Good\n,No,Plug it in\nPlug it in,,On?\nStray?,Yes,Good\n", "csv", "t"
    )
    tree = parse_tree(found.tree, "t.yaml").tree
    assert tree
    assert tree.start == "on"
    assert "'Stray?', which nothing leads to" in found.report


def test_a_table_says_what_it_leaves_out() -> None:
    losses = [loss.text for loss in read_table((CHARTS / "vpn.csv").read_text(encoding="utf-8")).losses]
    assert losses == ["the cell 'old', which is neither question, answer nor next"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The printer works again.", "resolved"), ("Problem solved", "resolved"),
        ("It still does not work.", "escalate"),
        ("Contact your dealer.", "escalate"), ("Call support, it is not fixed", "escalate"),
        ("Replace the cable.", "do"), ("Unresolved", "escalate"), ("", "escalate"), ("Turn it around", "do"),
    ],
)  # fmt: skip
def test_ends_are_guessed_from_words(text: str, kind: str) -> None:
    assert leaf(text) == kind


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("a.mmd", "", "mermaid"), ("a.twee", "", "twee"), ("a.CSV", "", "csv"), ("a.txt", "graph TD\nA", "mermaid"),
        ("a.md", "# T\n\n```mermaid\ngraph TD\n```", "mermaid"), ("a", ":: Start\n", "twee"),
        ("a.txt", "question,answer\n", "csv"), ("a.txt", "nothing", ""), ("a", "%% x\nflowchart LR\n", "mermaid"),
    ],
)  # fmt: skip
def test_what_a_file_is(name: str, text: str, kind: str) -> None:
    assert format_of(name, text) == kind


def test_a_chart_in_a_page_keeps_its_lines() -> None:
    found = convert("# Page\n\n```mermaid\ngraph TD\nA[x] --> B[y]\n?!\n```\n", "mermaid", "page")
    assert "line 6: this is not understood: '?!'" in found.report


@pytest.mark.parametrize(
    "fence", ["```mermaid\n{}\n```", "~~~ mermaid\n{}\n~~~", ":::mermaid\n{}\n:::", "  ```{{mermaid}}\n{}\n  ```"]
)
def test_of_several_charts_in_a_page_the_others_are_named(fence: str) -> None:
    charts = [
        "sequenceDiagram\nA->>B: hi",
        "graph TD\nA{On?} -->|Yes| B[Works]\nA -->|No| C[Call]",
        "graph TD\nX --> Y",
    ]
    found = convert("\n".join(fence.format(chart) for chart in charts), "mermaid", "page")
    assert "3 boxes and 2 arrows" in found.report
    assert found.report.count("another chart of this page") == 2
    assert "line 10: another chart" in found.report
    assert not found.lossless


@pytest.mark.parametrize(
    "chart", ["sequenceDiagram\nA->>B: x", "stateDiagram-v2\n[*] --> A", 'pie title Pets\n"a": 1', "gantt"]
)
def test_another_kind_of_chart_makes_no_tree(chart: str) -> None:
    found = convert(chart, "mermaid", "t")
    assert (found.tree, found.lossless) == ("", False)
    assert "is another kind of chart: only flowcharts are read" in found.report


@pytest.mark.parametrize(
    "body",
    ["A-->B-->A", "A-->A", "A-->B\nB-->C\nC-->B", "A[The light]-->B[The lamp]-->A",
     "A{q?}-->|Yes|A\nA-->|No|A", "A-->B & C\nB-->A\nC-->A"],
)  # fmt: skip
def test_a_loop_without_an_end_gets_one(body: str) -> None:
    found = convert(f"graph TD\n{body}", "mermaid", "loop")
    assert errors(found) == []
    tree = parse_tree(found.tree, "t.yaml").tree
    assert tree
    assert any(isinstance(node, End) for node in tree.nodes.values())
    assert "without an end" in found.report


def test_two_ways_without_words_are_named_after_where_they_lead() -> None:
    found = convert("graph TD\nA[Look] --> B[Left side]\nA --> C[Right side]", "mermaid", "t")
    tree = parse_tree(found.tree, "t.yaml").tree
    assert tree
    assert isinstance(ask := next(iter(tree.nodes.values())), Ask)
    assert [option.key for option in ask.options] == ["Left side", "Right side"]
    assert "without words" in found.report


HOSTILE = [
    "{os} is {{x}}", "**b** [l](http://x) `c`", "yes: no # x", "- item", "1. x", "\x1b[31mred\x07", "a\u202eb", "'\"",
    "C:\\x\\", "“x”", "return", "Yes", "true", "null", "~", "&amp;lt;", "<b>x</b>", "0", "%YAML", "!tag",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_words_stay_words(text: str) -> None:
    cell = '"' + text.replace('"', '""') + '"'
    found = convert(f"question,answer,next\n{cell},{cell},{cell} end\n{cell},other,{cell}\n", "csv", "t")
    assert errors(found) == []
    assert "\x1b" not in found.tree + found.report
    assert "\u202e" not in found.tree


MERMAID = st.text(alphabet="AB1 -->|=.~x[](){}<>\"'`/\\\n;&%@:#_end subgraph?{os}é", max_size=200)
TWEE = st.text(alphabet='::AB \n[[]]->|<>$(){}"x?', max_size=200)
TABLE = st.text(alphabet='ab,;\t|"\n\r\0 ?é{}', max_size=200)


@settings(max_examples=300, deadline=None)
@given(st.one_of(
    MERMAID.map(lambda text: ("mermaid", "graph TD\n" + text)), TWEE.map(lambda text: ("twee", ":: A\n" + text)),
    TABLE.map(lambda text: ("csv", text)), TABLE.map(lambda text: ("csv", "question,answer,next\n" + text)),
    st.tuples(st.sampled_from(("mermaid", "twee", "csv")), st.text(max_size=100)),
))  # fmt: skip
def test_whatever_comes_the_tree_has_no_error(case: tuple[str, str]) -> None:
    found = convert(case[1], case[0], "t")
    assert found.report
    if found.tree:
        assert errors(found) == []


MIB = 1024 * 1024
MERMAID_LARGE = [
    "A" * MIB, "A --> " * (MIB // 6), "a & " * (MIB // 4), "".join(f"n{i} & " for i in range(90_000)) + "z --> a",
    'A["' * (MIB // 3), "A -- " * (MIB // 5), "subgraph a\n" * (MIB // 11), "A@{ " * (MIB // 4), "x\n" * (MIB // 2),
    "\n".join(f"n{i}[same]-->n{i + 1}[same]" for i in range(30_000)),
    "\n".join(f"a-->|same|n{i}[same]" for i in range(30_000)),
    "\n".join(f"n{i}-->m{i};m{i}-->n{i};n{i}-->n{i + 1}" for i in range(20_000)),
]  # fmt: skip
TWEE_LARGE = [
    "[[" * (MIB // 2), "<<" * (MIB // 2), "<!--" * (MIB // 4), "<%" * (MIB // 2), "(a:" * (MIB // 3), "$a" * (MIB // 2),
    ":: a\n[[a]]\n" * (MIB // 11), "(a" * (MIB // 2), "/*" * (MIB // 2),
]  # fmt: skip
TABLE_LARGE = [
    "," * MIB, '"' * MIB, '"' + "a" * MIB, "a\n" * (MIB // 2), "question,answer,next\n" + "a,a,a\n" * (MIB // 6),
    "question,answer,next\n" + "".join(f"q{i},a,q{i + 1}\n" for i in range(50_000)),
]  # fmt: skip
LARGE = [
    *(("mermaid", "graph TD\n" + text) for text in MERMAID_LARGE), *(("twee", ":: A\n" + text) for text in TWEE_LARGE),
    *(("csv", text) for text in TABLE_LARGE),
]  # fmt: skip


@pytest.mark.deep
@pytest.mark.parametrize(("kind", "text"), LARGE, ids=lambda value: value[:30].encode("unicode_escape").decode())
def test_a_large_file_takes_little(kind: str, text: str) -> None:
    begun = time.process_time()
    convert(text[:MIB], kind, "t")
    assert time.process_time() - begun < 10
