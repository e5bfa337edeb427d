"""The manual as one HTML file that needs nothing else: no scripts, no pictures, no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from tshoot.authoring.manual import Chapter, Manual
from tshoot.authoring.manual_steps import FixStep, Go, Passage, Ref, Step
from tshoot.engine.markup import Block, Run
from tshoot.render.manual_words import GOOD, counted, effort, ends, facts_of, kind_of


def to_html(manual: Manual) -> str:
    """The whole file."""
    return "".join(f"{row}\n" for row in _page(manual))


def style() -> str:
    """The looks."""
    return (Path(__file__).parent / "manual.css").read_text(encoding="utf-8")


def _page(manual: Manual) -> Iterator[str]:
    from base64 import b64encode
    from hashlib import sha256

    css, title = f"\n{style()}", escape(manual.title)
    allowed = b64encode(sha256(css.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">'
    yield f"<title>{title}</title>\n<style>{css}</style>\n</head>\n<body>"
    yield '<a class="skip" href="#first">To the first tree</a>'
    yield f'<header class="cover">\n<h1>{title}</h1>\n<p>{escape(counted(manual))}</p>\n</header>'
    yield '<div class="page">'
    yield from _contents(manual)
    yield '<main id="first">'
    for chapter in manual.chapters:
        yield from _chapter(chapter)
    yield from _glossary(manual)
    yield "</main>\n</div>\n</body>\n</html>"


def _contents(manual: Manual) -> Iterator[str]:
    yield '<nav aria-label="Contents" id="contents">'
    for part in manual.parts:
        yield f"<h2>Tier {part.tier}</h2>"
        for area, chapters in part.areas:
            yield f"<h3>{escape(area)}</h3>\n<ul>"
            for chapter in chapters:
                yield f'<li><a href="#{_anchor(chapter.id)}">{escape(chapter.title)}</a></li>'
            yield "</ul>"
    if manual.terms:
        yield '<h2>Words</h2>\n<ul><li><a href="#words">Glossary</a></li></ul>'
    yield "</nav>"


def _anchor(tree: str, step: int = 0) -> str:
    """No tree can have a colon in its name."""
    return escape(f"step:{tree}:{step}" if step else f"tree:{tree}")


def _chapter(chapter: Chapter) -> Iterator[str]:
    where = " · ".join(filter(None, (f"Tier {chapter.tier}", chapter.area)))
    yield f'<article id="{_anchor(chapter.id)}" lang="{escape(chapter.language)}">'
    yield f'<header>\n<p class="where">{escape(where)}</p>\n<h2>{escape(chapter.title)}</h2>'
    yield f'<p class="summary">{escape(chapter.summary)}</p>' if chapter.summary else ""
    facts = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(said)}</dd></div>" for name, said in facts_of(chapter)
    )
    yield f'<dl class="facts">{facts}</dl>\n</header>'
    yield from _listed("Use it when somebody says", chapter.symptoms, "symptoms")
    yield from _listed("It is not for", chapter.not_symptoms, "symptoms")
    yield '<h3>Steps</h3>\n<ol class="steps">'
    for step in chapter.steps:
        yield from _step(step, chapter)
    yield "</ol>"
    yield from _questions(chapter)
    yield from _around(chapter)
    yield '<p class="up"><a href="#contents">Contents</a></p>\n</article>'


def _listed(title: str, items: Iterable[str], name: str) -> Iterator[str]:
    rows = "".join(f"<li>{escape(item)}</li>" for item in items)
    if rows:
        yield f'<h3>{title}</h3>\n<ul class="{name}">{rows}</ul>'


def _step(step: Step, chapter: Chapter) -> Iterator[str]:
    look = f" {'good' if step.outcome in GOOD else 'end'}" if step.outcome else ""
    yield f'<li class="step {step.kind}{look}" id="{_anchor(chapter.id, step.number)}">'
    yield f'<span class="number">{step.number}</span>\n<div class="body">\n<p class="kind">{escape(kind_of(step))}</p>'
    yield from (_passage(passage) for passage in step.passages if not passage.kind)
    if step.to:
        word = "Steps of" if step.kind == "call" else "Goes on with"
        yield f'<p class="to">{word} {_ref(step.to)}</p>'
    if step.needs:
        yield f'<p class="needs">To be known first: {escape(", ".join(step.needs))}</p>'
    yield from (_passage(passage) for passage in step.passages if passage.kind)
    yield f'<p class="lead">{escape(step.lead)}</p>' if step.lead else ""
    if step.fixes:
        yield f'<ol class="fixes">{"".join(_fix(fix, chapter) for fix in step.fixes)}</ol>'
    if step.ways:
        yield f'<ul class="ways">{"".join(f"<li>{_way(go, chapter)}</li>" for go in step.ways)}</ul>'
    if not step.reached:
        yield '<p class="needs">No way leads to this step.</p>'
    yield "</div>\n</li>"


def _way(go: Go, chapter: Chapter) -> str:
    label = f'<span class="label">{escape(go.label)}</span>'
    if not go.step:
        return f'{label}<span class="goes">{escape(go.text)}</span>'
    ending = f'<span class="ending">{escape(ends(go))}</span> ' if go.outcome else ""
    link = f'<a href="#{_anchor(chapter.id, go.step)}">step {go.step}</a>'
    return f'{label}<span class="goes">{ending}{link}</span>'


def _fix(fix: FixStep, chapter: Chapter) -> str:
    body = "".join(_passage(passage) for passage in fix.passages)
    only = f" Only if {escape(fix.when)}." if fix.when else ""
    steps = f'<ul class="ways"><li>{_way(fix.go, chapter)}</li></ul>' if fix.go else ""
    return f'<li>{body}<p class="effort">{escape(effort(fix).capitalize())}.{only}</p>{steps}</li>'


def _passage(passage: Passage) -> str:
    label = f'<b class="what">{escape(passage.label)}:</b> ' if passage.label else ""
    inner = _blocks(passage.blocks)
    inner = f"<p>{label}{inner[3:]}" if inner.startswith("<p>") else f"<p>{label}</p>{inner}" if label else inner
    return (
        f'<div class="text {passage.kind}">{inner}</div>' if passage.kind else f'<div class="text">{inner}</div>'
    )


def _blocks(blocks: tuple[Block, ...]) -> str:
    """Paragraphs and lists; an item that lies deeper is indented by a class, so that no list stays open."""
    parts: list[str] = []
    for index, block in enumerate(blocks):
        runs = "".join(map(_run, block.runs))
        if block.kind != "item":
            parts.append(f"<p>{runs}</p>")
            continue
        first = index == 0 or blocks[index - 1].kind != "item"
        last = index + 1 == len(blocks) or blocks[index + 1].kind != "item"
        item = f'<li class="deep{block.depth}"><span>{escape(block.marker)}</span> {runs}</li>'
        parts += [*(['<ul class="list">'] if first else []), item, *(["</ul>"] if last else [])]
    return "".join(parts)


def _run(run: Run) -> str:
    text = escape(run.text)
    for wanted, tag in ((run.code, "code"), (run.italic, "em"), (run.bold, "strong")):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    return f'<a href="{escape(run.link)}" rel="noreferrer noopener">{text}</a>' if run.link else text


def _ref(ref: Ref) -> str:
    title = escape(ref.title)
    return f'<a href="#{_anchor(ref.id)}">{title}</a>' if ref.id else f"<b>{title}</b>"


def _questions(chapter: Chapter) -> Iterator[str]:
    if chapter.questions:
        yield '<h3>Questions that people ask</h3>\n<dl class="questions">'
        for one in chapter.questions:
            yield f"<dt>{escape(one.question)}</dt>\n<dd>{''.join(map(_passage, one.answers))}</dd>"
        yield "</dl>"


def _around(chapter: Chapter) -> Iterator[str]:
    """What lies behind this tree, and before it."""
    if chapter.beyond:
        needs = f" To be known first: {escape(', '.join(chapter.needs))}." if chapter.needs else ""
        yield f'<p class="around">When these steps do not help, {_ref(chapter.beyond)} takes over.{needs}</p>'
    if chapter.callers:
        yield f'<p class="around">People come here from {", ".join(map(_ref, chapter.callers))}.</p>'


def _glossary(manual: Manual) -> Iterator[str]:
    if manual.terms:
        yield '<article id="words">\n<header>\n<h2>Glossary</h2>\n</header>\n<dl class="questions">'
        for term in manual.terms:
            also = f' <span class="also">{escape(", ".join(term.also))}</span>' if term.also else ""
            yield f"<dt>{escape(term.name)}{also}</dt>\n<dd>{_passage(term.meaning)}</dd>"
        yield '</dl>\n<p class="up"><a href="#contents">Contents</a></p>\n</article>'
