"""Applying an answer: what it teaches and where it leads. An answer that does not fit is refused, never bent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tshoot.engine.asking import choice_for, take, take_many, unsure
from tshoot.engine.context import CHECK_PLACE, Context, assigned, at_frame, counted, entry, goto, with_fact
from tshoot.engine.graph import most_left
from tshoot.engine.markup import escape
from tshoot.engine.state import Choice, Entry, Prompt, State
from tshoot.engine.texts import as_declared, fact_type, show
from tshoot.engine.trying import fixed, tried
from tshoot.model.event import Answered, AnswerKind, Checked
from tshoot.model.fact import FactType, Value
from tshoot.model.tree import Ask, Check, DecisionTree, Do, Input, Option, Wait

SAID: dict[AnswerKind, str] = {"unknown": "I don't know", "skip": "Skipped", "done": "Done"}
COULD_NOT_LOOK = "I could not look at that here, so I ask you instead."


def applied(state: State, event: Answered | Checked, context: Context) -> State | None:
    """The state after an answer or a check, nothing asked; `None` where it does not fit what is asked."""
    prompt = state.prompt
    if prompt is None or prompt.node != event.node or not _same_place(prompt, event):
        return None
    tree = context.tree(state.tree)
    if isinstance(event, Checked):
        return _checked(state, event, prompt, tree, context)
    if not fits(prompt, event.answer, event.value):
        return None
    told = _told(state, event, prompt, context)
    if prompt.node.startswith("fact:"):
        return _taught(told, event, prompt, context)
    return _answered(told, event, prompt, tree, context) if tree else None


def _same_place(prompt: Prompt, event: Answered | Checked) -> bool:
    return prompt.tree == event.tree or prompt.node.startswith("fact:")


def fits(prompt: Prompt, answer: AnswerKind, value: Value) -> bool:
    """Whether this is an answer to this prompt."""
    if answer in ("unknown", "skip"):
        return prompt.kind != "check"
    keys = {choice.key for choice in prompt.choices}
    match prompt.kind:
        case "ask" | "do":
            return (answer == "option" and value in keys) or (answer == "done" and "Done" in keys)
        case "many":
            return answer == "options" and isinstance(value, tuple) and _fits_many(value, keys, prompt)
        case "input":
            return answer == "value" and prompt.fact is not None and _fits_type(value, prompt.fact)
        case "wait":
            return answer == "done"
    return False


def _fits_many(value: tuple[str, ...], keys: set[str], prompt: Prompt) -> bool:
    return set(value) <= keys and len(set(value)) == len(value) and (bool(value) or bool(prompt.none))


def _fits_type(value: Value, kind: FactType) -> bool:
    match kind.kind:
        case "number":
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "list":
            return isinstance(value, tuple) and (not kind.values or set(value) <= set(kind.values))
        case "choice":
            return value in kind.values
    return isinstance(value, str) and (bool(value) or kind.secret)


def _told(state: State, event: Answered, prompt: Prompt, context: Context) -> State:
    """The state with the step in the conversation, counted."""
    answer = shown_answer(event, prompt)
    line = Entry(
        kind="step", at=context.at, text=prompt.text or prompt.question, answer=answer, words=event.text,
        how=event.answer, by=event.by, tree=prompt.tree, node=prompt.node, step=context.seq,
        what=_what(prompt, state),
    )  # fmt: skip
    state = replace(state, prompt=None, entries=(*state.entries, line), done=state.done + 1)
    return counted(state, prompt.tree, prompt.node)


def shown_answer(event: Answered, prompt: Prompt) -> str:
    """An answer as a person reads it."""
    labels = {choice.key: choice.label for choice in prompt.choices}
    match event.answer:
        case "option":
            return labels.get(str(event.value), str(event.value))
        case "options" if isinstance(event.value, tuple):
            return ", ".join(labels.get(key, key) for key in event.value) or prompt.none
        case "value" if prompt.fact:
            return "(kept secret)" if prompt.fact.secret else show(event.value, prompt.fact)
    return SAID.get(event.answer, "")


def _what(prompt: Prompt, state: State) -> str:
    if prompt.kind == "wait":
        return "wait"
    if prompt.kind != "do":
        return "question"
    being_tried = any(trial.fix == prompt.node for trial in state.frames[-1].trials)
    return "fix" if prompt.question or being_tried else "instruction"


def _taught(state: State, event: Answered, prompt: Prompt, context: Context) -> State:
    """A fact that was asked for by itself; the walk then goes on where it stood."""
    return _learned(state, event, prompt.fact or FactType(prompt.node.removeprefix("fact:")), context)


def _answered(
    state: State, event: Answered, prompt: Prompt, tree: DecisionTree, context: Context
) -> State:  # fmt: skip
    node = tree.nodes.get(event.node)
    match node:
        case Ask(many=True):
            return _many(state, event, node, context)
        case Ask() | Check():
            return _one(state, event, node, prompt, tree, context)
        case Input():
            return goto(_learned(state, event, node.fact, context), node.then or node.after)
        case Wait():
            return goto(state, node.then or node.after)
        case Do(then=then) if then:
            return goto(state, then)
        case Do():
            return (
                fixed(state, tree, node.fixed)
                if event.value == "Yes"
                else goto(state, node.otherwise or node.after)
            )
    return tried(state, event, tree)


def _learned(state: State, event: Answered, kind: FactType, context: Context) -> State:
    """A typed fact; one that is secret or was not given is not asked again."""
    if event.answer == "value" and not kind.secret:
        return with_fact(state, context, kind.name, event.value, "person")
    return _declined(state, kind.name)


def _declined(state: State, fact: str) -> State:
    return replace(state, declined=state.declined | {fact}) if fact else state


def _many(state: State, event: Answered, node: Ask, context: Context) -> State:
    if event.answer != "options":
        return goto(_declined(state, node.fact), node.then or node.after)
    if node.fact:
        state = with_fact(state, context, node.fact, event.value, "person")
    return take_many(state, context, node, event.value)


def _one(
    state: State, event: Answered, node: Ask | Check, prompt: Prompt, tree: DecisionTree, context: Context
) -> State:
    otherwise = node.then or node.after
    keys = {choice.key for choice in prompt.choices}
    options = [option for option in node.options if option.key in keys]
    option = choice_for(options, event.value) if event.answer == "option" else unsure(options)
    if option is None:
        return _widest(_declined(state, node.fact), context, options, otherwise, tree)
    if node.fact:
        state = _held(state, context, option.key, fact_type(node.fact, tree))
    return take(state, context, option, otherwise)


def _held(state: State, context: Context, key: str, kind: FactType) -> State:
    """The state with an option's key as its fact; where that is a yes or no, "Not sure" is neither."""
    value = as_declared(key, kind)
    if kind.kind == "boolean" and not isinstance(value, bool):
        return _declined(state, kind.name)
    return with_fact(state, context, kind.name, value, "person")


def _widest(
    state: State, context: Context, options: Sequence[Option], otherwise: str, tree: DecisionTree
) -> State:
    """Nobody knows the answer: go the way on which most can still be tried, and say so."""
    if otherwise and not any(option.goto for option in options):
        return goto(state, otherwise)
    target = most_left(tree, [option.goto or otherwise for option in options])
    taken = next(option for option in options if (option.goto or otherwise) == target)
    text = f"That is fine. I go on as if the answer were **{escape(taken.label)}**; you can change it later."
    return goto(entry(state, context, "system", text), target)


def _checked(
    state: State, event: Checked, prompt: Prompt, tree: DecisionTree | None, context: Context
) -> State | None:
    node = tree.nodes.get(event.node) if tree else None
    if prompt.kind != "check" or not isinstance(node, Check):
        return None
    known = {"result": event.result, **event.values}
    done = event.status == "done"
    target = node.on.get(event.result) or node.otherwise or ("" if node.text else node.then or node.after)
    asks = not (done and target)
    if event.sentence or event.status != "refused":
        text = escape(_seen(event, prompt)) or (COULD_NOT_LOOK if asks else "")
        line = Entry(
            kind="check", at=context.at, text=text, how=event.status, tree=prompt.tree, node=node.id,
            what=event.check, answer=event.result, step=context.seq,
        )  # fmt: skip
        state = replace(state, entries=(*state.entries, line))
    state = counted(state, prompt.tree, CHECK_PLACE + node.id)
    if done:
        state = assigned(state, context, node.set, known)
    return _ask_instead(state) if asks else goto(state, target)


def _seen(event: Checked, prompt: Prompt) -> str:
    """What was found, for the person: in the check's own sentence, else in that for its result."""
    if event.sentence or event.status != "done":
        return event.sentence
    from tshoot.engine.check_words import seen

    return seen(event.check, event.result, event.values, dict(prompt.arguments))


def _ask_instead(state: State) -> State:
    return at_frame(state, replace(state.frames[-1], asking=True))


def offered(prompt: Prompt) -> tuple[Choice, ...]:
    """The options of a prompt as a list that a face can number, "none of these" last."""
    return (*prompt.choices, *((Choice("", prompt.none),) if prompt.none else ()))
