"""How far a walk has come, and what is left of it by the likeliest and the longest way."""

from __future__ import annotations

from collections.abc import Mapping

from tshoot.engine.context import Context
from tshoot.engine.graph import Left, own_steps
from tshoot.engine.leaving import unasked
from tshoot.engine.state import Frame, Progress, State
from tshoot.model.tree import DecisionTree

MAX_BACK = 0.1
"""A longer way than expected moves the fraction back by no more than this with each step."""


def progress_of(state: State, context: Context) -> Progress:
    """The progress at a question or an end."""
    if state.ending or state.prompt is None:
        return Progress(state.done)
    left = _of_facts(state, context) if state.leaving else _of_frames(state, context)
    least = max(state.progress.fraction - MAX_BACK, 0.0) if state.progress.likely else 0.0
    return Progress(state.done, max(round(left.likely), 1), max(left.longest, 1), least)


def _of_facts(state: State, context: Context) -> Left:
    count = len(unasked(state, context))
    return Left(count, count)


def _of_frames(state: State, context: Context) -> Left:
    likely, longest = 0.0, 0
    for frame in state.frames:
        tree = context.tree(frame.tree)
        if tree is None:
            continue
        left = _of_frame(state, frame, tree, context.left(frame.tree))
        called = own_steps(tree.nodes[frame.node]) if frame is not state.frames[-1] else Left()
        likely += left.likely - called.likely
        longest += left.longest - called.longest
    return Left(likely, longest)


def _of_frame(state: State, frame: Frame, tree: DecisionTree, lefts: Mapping[str, Left]) -> Left:
    """What is left in one tree: from the node, and in the lists of fixes to which its steps return."""
    left = lefts.get(frame.node, Left())
    tried = frozenset(fix for name, fix in state.fixes if name == tree.id)
    lists = [frame.node] if frame.node in tree.nodes else []
    lists += [trial.node for trial in frame.trials if left.returns and trial.node != frame.node]
    likely, longest = 0.0, 0
    for name in lists:
        whole, rest = own_steps(tree.nodes[name]), own_steps(tree.nodes[name], tried)
        likely += lefts[name].likely - whole.likely + rest.likely
        longest += lefts[name].longest - whole.longest + rest.longest
    return Left(likely, longest)
