"""What each kind of node does to what may be known, and where it leads with it: the engine's steps, for all walks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property

from tshoot.authoring.flow import ENDS, Flow
from tshoot.authoring.knowledge_conditions import Facts, State, both
from tshoot.authoring.knowledge_formulas import atom
from tshoot.authoring.knowledge_setting import Setting
from tshoot.authoring.knowledge_texts import worded_by_system
from tshoot.authoring.knowledge_values import (
    NOTHING,
    Dates,
    Known,
    Lists,
    Numbers,
    Texts,
    Values,
    anything,
    domain,
    joined_values,
    surely,
)
from tshoot.authoring.writing import expressions
from tshoot.engine.asking import unsure
from tshoot.engine.graph import most_left
from tshoot.engine.texts import as_declared, fact_type, show
from tshoot.model.fact import FactType, Value
from tshoot.model.record import record
from tshoot.model.tree import (
    RETURN,
    Ask,
    Branch,
    Call,
    Check,
    DecisionTree,
    Do,
    End,
    Handoff,
    Input,
    Node,
    Option,
    Set,
    Tell,
    Try,
    Wait,
)

MOST_VISITS = 100
"""Facts that one node asks for, one after another; an expression has no more parts."""


@record
class Way:
    """One way out of a node that a walk can take, with what is known on it."""

    where: str
    """Its dotted path below the node, as in `flow.Exit`."""
    target: str
    state: State


Watcher = Callable[[str, State | None, State | None], None]
"""Told of each condition, by its dotted path, and of what is known where it holds and where it does not."""


def _unwatched(where: str, held: State | None, failed: State | None) -> None:
    """Nobody looks."""


class Steps:
    """The steps of one tree."""

    def __init__(self, tree: DecisionTree, flow: Flow, facts: Facts) -> None:
        self._tree = tree
        self._flow = flow
        self._facts = facts
        self._setting = Setting(tree, facts)
        self._by_system = worded_by_system(tree)
        self._most_left: dict[str, str] = {}
        self.watcher: Watcher = _unwatched
        self.inside: dict[str, State] = {}
        """What is known where a node that is not passed over shows its texts."""

    def ways(self, name: str, state: State) -> Iterator[Way]:
        """All ways out of a node for a walk that comes to it knowing so much."""
        if self._may_turn:
            state = self._anew(name, state)
        yield from self._once(name, state)

    @cached_property
    def _may_turn(self) -> bool:
        """Whether a condition can come out otherwise once a fact was asked for: by `known(…)` alone."""
        read = (atom(item.source) for item in expressions(self._tree))
        tested = {name for found in read if found for name in found.tested}
        types = self._facts.types
        return any(name in types and types[name].prompt is not None for name in tested)

    def _anew(self, name: str, state: State) -> State:
        """What may be known at any visit to a node: each fact that it asks for has it visited once more."""
        asked: list[State] = []
        self._facts.on_asked = asked.append
        for _ in range(MOST_VISITS):
            asked.clear()
            for _ in self._once(name, state):
                pass
            after = state
            for known in asked:
                after = both(after, known) or after
            if after is state or after == state:
                break
            state = after
        self._facts.on_asked = None
        return state

    def _once(self, name: str, state: State) -> Iterator[Way]:
        node = self._tree.nodes[name]
        where = f"nodes.{name}"
        held, failed = self._condition(f"{where}.when", node.when, state)
        if failed is not None:
            yield Way("when", node.after, failed)
        if held is None:
            return
        held = self._worded(held, name)
        self.inside[name] = held
        yield from self._own(node, where, held)

    def watch(self, watcher: Watcher, on_place: Callable[[str], None]) -> None:
        """Have somebody told of each condition and expression; of its dotted path before it is looked at."""
        self.watcher, self._setting.on_place = watcher, on_place

    def _condition(self, where: str, source: str, state: State) -> tuple[State | None, State | None]:
        if not source:
            return state, None
        self._setting.on_place(where)
        held, failed = self._facts.outcome(source, state)
        self.watcher(where, held, failed)
        return held, failed

    def _worded(self, state: State, name: str) -> State:
        """The state once the texts of a node are shown: those that vary by system ask for it."""
        if "os" not in state or not state["os"].unasked or name not in self._by_system:
            return state
        settled = self._facts.settled(state, ("os",))
        return settled if self._by_system[name] else both(settled, state) or state

    def _own(self, node: Node, where: str, state: State) -> Iterator[Way]:
        match node:
            case Ask():
                yield from self._asking(node, where, state)
            case Input():
                yield self._then(node, self._typed(node.fact, state))
            case Do(then=then) if then:
                yield Way("then", then, state)
            case Do():
                yield from self._fixing(node, state)
            case Tell() | Wait():
                yield self._then(node, state)
            case Set():
                yield self._then(node, self._setting.assigned(where, node.set, state, ask=True))
            case Branch():
                yield from self._branching(node, where, state)
            case Check():
                yield from self._checking(node, where, state)
            case Try():
                yield from self._trying(node, where, state)
            case Call():
                yield from self._calling(node, state)
            case Handoff() | End():
                yield Way("", ENDS, state)

    @staticmethod
    def _then(node: Input | Tell | Wait | Set | Ask | Check | Call, state: State) -> Way:
        return Way("then", node.then or node.after, state)

    def _typed(self, fact: FactType, state: State) -> State:
        """A fact that was typed, was known already, or that the person does not know."""
        if fact.name not in state:
            return state
        before = state[fact.name]
        values = before.values if fact.secret else joined_values(before.values, domain(fact))
        return {**state, fact.name: Known(False, before.unknown, values)}

    # Questions

    def _asking(self, node: Ask | Check, where: str, state: State) -> Iterator[Way]:
        state = self._looked(state, [option.when for option in node.options], bool(node.fact))
        self.inside[node.id] = state
        offered: list[tuple[Option, State]] = []
        nothing: State | None = state
        for option in node.options:
            held, _ = self._condition(f"{where}.options.{option.key}.when", option.when, state)
            nothing = self._facts.outcome(option.when, nothing)[1] if nothing is not None else None
            if held is not None:
                offered.append((option, held))
        if isinstance(node, Ask) and node.many:
            yield self._then(node, self._several(node, where, offered, state))
            return
        for option, held in offered:
            taken = self._taken(node, where, option, held)
            yield Way(f"options.{option.key}.goto", option.goto or node.then or node.after, taken)
        if nothing is not None:
            yield self._then(node, nothing)
        yield from self._not_known(node, where, offered, state)

    def _looked(self, state: State, conditions: Sequence[str], perhaps: bool) -> State:
        """The state once conditions were looked at, one after another, and facts were asked for; perhaps none was."""
        looked = state
        self._setting.on_place("")  # each condition is looked at again by itself
        for source in conditions:
            if source:
                looked = both(*self._facts.outcome(source, looked)) or looked
        return (both(looked, state) or looked) if perhaps else looked

    def _taken(self, node: Ask | Check, where: str, option: Option, state: State) -> State:
        """The state behind one option: taken now, or taken by itself because its fact is known."""
        before = state.get(node.fact) if node.fact else None
        if before is not None:
            kind = fact_type(node.fact, self._tree)
            value = as_declared(option.key, kind)
            if kind.kind == "boolean" and not isinstance(value, bool):
                state = self._declined(state, node.fact)
            else:
                state = {**state, node.fact: surely(joined_values(frozenset((value,)), _matching(before, option)))}
        return self._setting.assigned(f"{where}.options.{option.key}", option.set, state)

    def _not_known(
        self, node: Ask | Check, where: str, offered: Sequence[tuple[Option, State]], state: State
    ) -> Iterator[Way]:
        """Where "I don't know" leads: to the option that says so, else where most is left to try."""
        options = [option for option, _ in offered]
        if not options or (unsure(options) and not any(option.when for option in options)):
            return
        followed = node.fact in state or any(option.set or option.when for option in options)
        if not followed:
            return  # the ways of the options know all that this one knows
        otherwise = node.then or node.after
        declined = self._declined(state, node.fact)
        targets = list(dict.fromkeys(option.goto or otherwise for option in options))
        if otherwise and not any(option.goto for option in options):
            targets = [otherwise]
        elif len(targets) > 1 and not any(option.when for option in node.options):
            targets = [self._widest(node.id, targets)]
        for option in options:
            target = option.goto or otherwise
            if target in targets:
                targets.remove(target)
                yield Way(f"options.{option.key}.goto", target, declined)

    def _widest(self, name: str, targets: list[str]) -> str:
        """The target from which most is left; looked for once in a node."""
        if name not in self._most_left:
            self._most_left[name] = most_left(self._tree, targets)
        return self._most_left[name]

    def _several(self, node: Ask, where: str, offered: Sequence[tuple[Option, State]], state: State) -> State:
        """The state behind a question that takes several answers."""
        declined = self._declined(state, node.fact)
        before = state.get(node.fact) if node.fact else None
        if before is not None and offered:
            answers: Values = Lists(may=frozenset(option.key for option, _ in offered))
            # What is known already is taken as it is, whatever it is.
            state = {**state, node.fact: surely(joined_values(answers, before.values))}
        for option in node.options:
            taken = self._setting.assigned(f"{where}.options.{option.key}", option.set, state)
            state = both(state, taken) or state
        return both(state, declined) or state

    @staticmethod
    def _declined(state: State, fact: str) -> State:
        if fact not in state:
            return state
        return {**state, fact: Known(False, state[fact].unknown, state[fact].values)}

    # The other kinds

    def _fixing(self, node: Do, state: State) -> Iterator[Way]:
        yield from (Way("fixed", target, state) for target in self._helped(node.id, node.fixed))
        yield Way("else", node.otherwise or node.after, state)

    def _helped(self, name: str, target: str) -> list[str]:
        """Where it goes on once something helped; back to a list of fixes means that its fix has helped."""
        found: list[str] = []
        todo, seen = [(name, target)], set[str]()
        while todo:
            here, target = todo.pop()
            if target != RETURN:
                found.append(target or ENDS)
                continue
            for outer in self._flow.returns.get(here, ()):
                node = self._tree.nodes[outer]
                if isinstance(node, Try) and outer not in seen:
                    seen.add(outer)
                    todo.append((outer, node.fixed))
        return list(dict.fromkeys(found))

    def _branching(self, node: Branch, where: str, state: State) -> Iterator[Way]:
        left: State | None = state
        for index, arm in enumerate(node.arms):
            if left is None:
                break
            held, left = self._condition(f"{where}.branch.{index}.when", arm.when, left)
            if held is not None:
                yield Way(f"branch.{index}.goto", arm.goto, held)
        if left is not None:
            yield Way("branch", node.after, left)

    def _checking(self, node: Check, where: str, state: State) -> Iterator[Way]:
        found = self._setting.assigned(where, node.set, state, result=True)
        for word, target in node.on.items():
            yield Way(f"on.{word}", target, found)
        if node.text is None:
            where_else = "else" if node.otherwise else "then"
            yield Way(where_else, node.otherwise or node.then or node.after, both(state, found) or state)
            return
        if node.otherwise:
            yield Way("else", node.otherwise, found)
        # A result that leads nowhere has its facts set, and the question is asked all the same.
        yield from self._asking(node, where, state if node.otherwise else both(state, found) or state)

    def _trying(self, node: Try, where: str, state: State) -> Iterator[Way]:
        looked = self._looked(state, [fix.when for fix in node.fixes], perhaps=True)
        self.inside[node.id] = looked
        for index, fix in enumerate(node.fixes):
            held, _ = self._condition(f"{where}.try.{index}.when", fix.when, looked)
            if held is not None and fix.then:
                yield Way(f"try.{index}.then", fix.then, held)
        yield from (Way("fixed", target, looked) for target in self._helped(node.id, node.fixed))
        yield Way("else", node.otherwise or node.after, looked)

    def _calling(self, node: Call, state: State) -> Iterator[Way]:
        """The called tree may ask for and set every fact; what was known before stays known."""
        after: Mapping[str, Known] = {
            name: Known(
                known.unasked,
                known.unasked or known.declined,
                joined_values(known.values, anything(fact_type(name, self._tree))),
            )
            for name, known in state.items()
        }
        for word, target in node.on.items():
            yield Way(f"on.{word}", target, after)
        where = "else" if node.otherwise else "then"
        yield Way(where, node.otherwise or node.then or node.after, after)


def _matching(before: Known, option: Option) -> Values:
    """The values of a known fact with which a question takes an option by itself."""
    values = before.values
    if isinstance(values, frozenset):
        return frozenset(value for value in values if _names(value) == option.key.casefold())
    return NOTHING if isinstance(values, (Texts, Numbers, Dates, Lists)) else values


def _names(value: Value) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else show(value).casefold()
