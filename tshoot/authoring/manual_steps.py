"""The steps of a tree as a numbered procedure that can be read without tshoot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tshoot.authoring.condition_words import in_words
from tshoot.authoring.flow import Flow
from tshoot.engine.markup import Block, escape, parse
from tshoot.engine.placeholders import fill
from tshoot.engine.planning import ordered
from tshoot.engine.texts import fact_type
from tshoot.engine.ways import FIXED, NONE, NOWHERE, Way, ways_out
from tshoot.language.clean import clean
from tshoot.model.event import Persona
from tshoot.model.record import record
from tshoot.model.tree import (
    RETURN,
    Ask,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Fix,
    Handoff,
    Input,
    Node,
    Set,
    Tell,
    Try,
    Wait,
)
from tshoot.model.wording import Wording

QUEUE = "queue:"


@record
class Passage:
    """A text, and what it is for."""

    label: str
    """An operating system, or such as `Why`; empty: the text itself."""
    blocks: tuple[Block, ...]
    kind: str = ""
    """`why`, `how`, `say` or `agent`; empty: the text itself."""


@record
class Ref:
    """Another tree, or a queue."""

    id: str
    """Empty: a queue, or a tree that this manual does not have."""
    title: str


@record
class Go:
    """Where to go on."""

    label: str
    step: int = 0
    """Empty: `text` says what happens."""
    text: str = ""
    outcome: str = ""
    """How it ends in that step; empty: it goes on."""


@record
class FixStep:
    """One fix of a list, in the order in which it is best tried."""

    passages: tuple[Passage, ...]
    minutes: float
    chance: float
    when: str = ""
    go: Go | None = None
    """Its further steps."""


@record(kw_only=True)
class Step:
    """One node."""

    number: int
    id: str
    kind: str
    passages: tuple[Passage, ...] = ()
    lead: str = ""
    """What stands before the ways on."""
    ways: tuple[Go, ...] = ()
    fixes: tuple[FixStep, ...] = ()
    outcome: str = ""
    to: Ref | None = None
    needs: tuple[str, ...] = ()
    reached: bool = True


def steps_of(
    tree: DecisionTree, persona: Persona, titles: Mapping[str, str], here: frozenset[str]
) -> tuple[Step, ...]:
    """All steps, the first one first, the others as the author wrote them."""
    names = sorted(tree.nodes, key=lambda name: name != tree.start)
    maker = _Maker(tree, persona, titles, here, {name: index for index, name in enumerate(names, 1)})
    return tuple(maker.step(tree.nodes[name]) for name in names)


def ref_to(to: str, titles: Mapping[str, str], here: frozenset[str]) -> Ref:
    """A tree or a queue as a reader knows it."""
    if to.startswith(QUEUE):
        return Ref("", f"the queue {clean(to.removeprefix(QUEUE))}")
    return Ref(to if to in here else "", clean(titles.get(to, to), limit=200))


def passages_of(
    wording: Wording | str | None, label: str = "", kind: str = "", tree: DecisionTree | None = None
) -> tuple[Passage, ...]:
    """A text with its variants; facts stand in it by their names."""
    if wording is None:
        return ()
    if isinstance(wording, str):
        return (Passage(label, parse(clean(wording, lines=True)), kind),)

    def shown(name: str) -> str:
        return f"*{escape(f'({fact_type(name, tree).title})')}*"

    texts = [
        *wording.variants,
        *([("Other systems" if wording.variants else "", wording.text)] if wording.text else []),
    ]
    return tuple(
        Passage(": ".join(filter(None, (label, clean(system)))), parse(fill(clean(text, lines=True), shown)), kind)
        for system, text in texts
    )


def _outcome(node: Node) -> str:
    return node.end if isinstance(node, End) else "handed off" if isinstance(node, Handoff) else ""


class _Maker:
    def __init__(
        self, tree: DecisionTree, persona: Persona, titles: Mapping[str, str], here: frozenset[str],
        numbers: Mapping[str, int],
    ) -> None:  # fmt: skip
        self._tree = tree
        self._agent = persona == "agent"
        self._titles = titles
        self._here = here
        self._numbers = numbers
        self._flow = Flow(tree, tree.start)

    def step(self, node: Node) -> Step:
        """One node as a step."""
        lead, ways = self._lead(node), tuple(self._ways(node))
        to, needs = "", tuple[str, ...]()
        if isinstance(node, Handoff | End):
            to, needs = node.to, node.needs
        elif isinstance(node, Call):
            to = node.tree
        return Step(
            number=self._numbers[node.id], id=node.id, kind=node.kind, passages=tuple(self._passages(node)),
            lead=lead, ways=ways, fixes=tuple(self._fixes(node)), outcome=_outcome(node),
            to=ref_to(to, self._titles, self._here) if to else None,
            needs=tuple(self._name(fact) for fact in needs), reached=node.id in self._flow.reachable,
        )  # fmt: skip

    def _passages(self, node: Node) -> Iterator[Passage]:
        match node:
            case Ask() | Do() | Tell() | Check() | Wait() | End():
                yield from self._text(node.text)
            case Input(fact=fact):
                yield from self._text(fact.prompt) or passages_of(f"{escape(fact.title)}?")
                yield from self._helps(fact.why if not node.why else None, fact.how if not node.how else None)
            case Set():
                for name, source in node.set:
                    yield from passages_of(f"{escape(self._name(name))} = {escape(clean(source))}")
        if isinstance(node, Handoff | End):
            yield from self._text(node.reason, "Reason", "why")
            if self._agent:  # it is said to the next person
                yield from self._text(node.first, "Do first", "how")
        yield from self._helps(node.why, node.how)
        yield from self._for_agents(node)

    def _text(self, wording: Wording | None, label: str = "", kind: str = "") -> tuple[Passage, ...]:
        return passages_of(wording, label, kind, self._tree)

    def _helps(self, why: Wording | None, how: Wording | None) -> Iterator[Passage]:
        yield from self._text(how, "How", "how")
        yield from self._text(why, "Why", "why")

    def _for_agents(self, one: Node | Fix) -> Iterator[Passage]:
        if self._agent:
            yield from self._text(one.say, "Say", "say")
            yield from self._text(one.agent, "For agents", "agent")

    def _fixes(self, node: Node) -> Iterator[FixStep]:
        if not isinstance(node, Try):
            return
        for fix in ordered(node, {}):
            passages = (*self._text(fix.text), *self._helps(fix.why, fix.how), *self._for_agents(fix))
            go = self._go("Then", fix.then, node) if fix.then else None
            yield FixStep(passages, fix.cost, fix.chance, self._words(fix.when), go)

    def _lead(self, node: Node) -> str:
        match node:
            case Ask(many=True):
                said = [option.label for option in node.options] + ([node.none] if node.none else [])
                return f"Choose all that apply: {', '.join(map(clean, said))}."
            case Do(then=""):
                return "Did that fix it?"
            case Check():
                return f"tshoot looks by itself where it may ({clean(node.check)}); otherwise answer the question."
            case Wait():
                minutes = f"{node.seconds / 60:g} minutes" if node.seconds >= 60 else f"{node.seconds} seconds"
                return f"Wait {minutes}."
            case Try():
                return "Try these one after the other until one helps."
            case Input(fact=fact) if fact.values:
                return f"One of: {', '.join(map(clean, fact.values))}."
        return ""

    def _ways(self, node: Node) -> Iterator[Go]:
        for way in ways_out(node):
            if way.kind != "fix":
                yield self._go(self._label(way, node), way.target, node)

    def _label(self, way: Way, node: Node) -> str:
        label = clean(way.label)
        if way.key == NONE:
            return "No answer fits"
        match way.kind:
            case "result":
                return f"It finds: {label}"
            case "returned":
                return f"It ends with: {label}"
            case "arm":
                return f"If {self._words(way.when)}"
            case "passed":
                return f"Skip this step unless {self._words(way.when)}"
            case "fixed":
                return "One helped" if isinstance(node, Try) else "Yes"
            case "else":
                return "None helped" if isinstance(node, Try) else "No" if isinstance(node, Do) else "Otherwise"
            case "then":
                return "Then"
        return f"{label} (if {self._words(way.when)})" if way.when else label

    def _go(self, label: str, target: str, node: Node) -> Go:
        if target in self._numbers:
            return Go(label, self._numbers[target], outcome=_outcome(self._tree.nodes[target]))
        if target == FIXED:
            return Go(label, text="it is solved")
        if target == RETURN:
            lists = [name for name in self._tree.nodes if name in self._flow.returns.get(node.id, ())]
            return Go(label, self._numbers[lists[0]]) if lists else Go(label, text="back to the list of fixes")
        if target == NOWHERE:
            return Go(label, text="the steps end here; somebody else takes over")
        return Go(label, text=f"{clean(target)}, which is not in this tree")

    def _words(self, condition: str) -> str:
        return in_words(condition, self._name) if condition else ""

    def _name(self, fact: str) -> str:
        return clean(fact_type(fact, self._tree).title)
