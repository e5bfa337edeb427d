"""Lists of fixes: which is offered next, and what comes of one. A fix's further steps may hold lists of their own."""

from __future__ import annotations

from dataclasses import replace

from tshoot.engine.asking import asked
from tshoot.engine.context import RESOLVED, Context, at_frame, fulfilled, goto
from tshoot.engine.planning import next_fix
from tshoot.engine.state import DONE, YES_NO, Frame, Prompt, State, Trial
from tshoot.engine.texts import wording
from tshoot.model.event import Answered
from tshoot.model.tree import RETURN, DecisionTree, Try

FIXED_QUESTION = "Did that fix it?"


def offer(node: Try, state: State, tree: DecisionTree, context: Context) -> State:
    """The state that asks about the fix being tried, or offers the next; all failed: the way on."""
    frame = state.frames[-1]
    outer = _outside(frame, node)
    if frame.asking and frame.trials[len(outer) :]:
        fix = frame.trials[len(outer)].fix
        prompt = Prompt(tree=tree.id, node=fix, kind="do", text="", question=FIXED_QUESTION, choices=YES_NO)
        return replace(state, prompt=prompt)
    following = next_fix(
        node,
        context.tried(tree.id),
        lambda fix: (tree.id, fix.id) in state.fixes,
        lambda fix: fulfilled(fix.when, state, tree),
    )
    if following is None:
        return goto(at_frame(state, replace(frame, trials=outer)), node.otherwise or node.after)
    trials = (*outer, Trial(node.id, following.id))
    prompt = Prompt(
        tree=tree.id, node=following.id, kind="do", text=wording(following.text, state, tree),
        question="" if following.then else FIXED_QUESTION, choices=DONE if following.then else YES_NO,
    )  # fmt: skip
    return asked(at_frame(state, replace(frame, trials=trials, asking=False)), context, prompt, following)


def _outside(frame: Frame, node: Try) -> tuple[Trial, ...]:
    """The lists in whose steps this list stands."""
    names = [trial.node for trial in frame.trials]
    return frame.trials[: names.index(node.id)] if node.id in names else frame.trials


def tried(state: State, event: Answered, tree: DecisionTree) -> State:
    """An answer about a fix: go on with its further steps, end, or offer the next."""
    frame = state.frames[-1]
    node, fix = _current(frame, tree)
    if node is None or fix != event.node:
        return goto(state, "")
    if event.answer == "done":
        return goto(state, next(one.then for one in node.fixes if one.id == fix))
    helped = event.value == "Yes" if event.answer == "option" else None
    state = replace(state, fixes={**state.fixes, (tree.id, fix): helped})
    if not helped:
        return goto(state, node.id)
    return fixed(at_frame(state, replace(frame, trials=frame.trials[:-1])), tree, node.fixed)


def fixed(state: State, tree: DecisionTree, target: str) -> State:
    """Something helped: on to its target. Back to a list of fixes means that the fix it belongs to has helped."""
    frame = state.frames[-1]
    node, fix = _current(frame, tree)
    if target != RETURN or node is None:
        return goto(state, target or RESOLVED)
    state = replace(state, fixes={**state.fixes, (tree.id, fix): True})
    return fixed(at_frame(state, replace(frame, trials=frame.trials[:-1])), tree, node.fixed)


def _current(frame: Frame, tree: DecisionTree) -> tuple[Try | None, str]:
    """The innermost list that is being gone through, and the fix of it that is being tried."""
    if not frame.trials:
        return None, ""
    node = tree.nodes[name] if (name := frame.trials[-1].node) in tree.nodes else None
    return node if isinstance(node, Try) else None, frame.trials[-1].fix
