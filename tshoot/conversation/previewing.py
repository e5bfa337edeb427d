"""A live walk of a tree while it is being written: it follows the file, and nothing of it becomes a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tshoot.authoring.look import Look, OutlineNode, look_at, neighbours, outline
from tshoot.conversation import texts
from tshoot.conversation.preview_library import PreviewLibrary, in_language
from tshoot.conversation.preview_walk import PreviewWalk
from tshoot.conversation.versions import Newer
from tshoot.conversation.workplace import Workplace
from tshoot.engine.decisions import Trace, trace
from tshoot.engine.markup import escape
from tshoot.engine.routes import elsewhere, route
from tshoot.engine.state import Entry
from tshoot.errors import UsageError
from tshoot.model.diagnostic import Diagnostic
from tshoot.model.event import Persona, Started
from tshoot.model.record import record
from tshoot.model.tree import DecisionTree, Do
from tshoot.model.wording import Wording
from tshoot.store.cases import CaseStore
from tshoot.store.database import IN_MEMORY
from tshoot.store.watching import Watch

STALE = "Showing the last version that could be read."
WAITING = "This file cannot be walked yet. Mend what is listed; the walk begins by itself."
RELOADED = "Read anew."
NO_NODE = "The version that is walked has no such node."


@record
class Followed:
    """What came of a change of the file."""

    text: str
    """What to say about it. Markdown of the small kind."""
    broken: bool = False
    moved: bool = False
    """The walk stands over another version now."""
    lost: tuple[Entry, ...] = ()
    """Answers that do not apply for now."""


class Preview:
    """One tree file, the last version of it that could be read, and a walk over that."""

    def __init__(
        self, path: Path, folders: Sequence[Path], state: Path, persona: Persona | None = None,
        language: str = "", adjust: Callable[[Workplace], Workplace] = lambda workplace: workplace,
    ) -> None:  # fmt: skip
        _require_file(path)
        from tshoot.conversation.workplace import local_zone

        self.path = path
        self.library = PreviewLibrary(tuple(dict.fromkeys((path.parent.absolute(), *folders))), state)
        self.workplace = adjust(
            Workplace(
                state=state, store=CaseStore(IN_MEMORY), catalogue=self.library, zone=local_zone(), language=language
            )
        )  # fmt: skip
        self._watch = Watch(path)
        self.look: Look = self._looked()
        self._last = self.look
        """The last look at a version that could be read; while there was none, the latest one."""
        self.tree_id = self.look.sound.id if self.look.sound else path.stem
        """The id of the shown tree."""
        self.begun_at = ""
        """The node at which the walk was begun, where no way led."""
        agents = self.look.sound is not None and self.look.sound.audience == "agent"
        self.workplace.persona = persona or ("agent" if agents else "user")
        try:
            self.walk = self._begun(adapt=False)
        except BaseException:
            self.close()
            raise

    @property
    def waiting(self) -> bool:
        """Whether no version of the file could be read so far."""
        return self._last.sound is None

    @property
    def stale(self) -> bool:
        """Whether the file as it is cannot be read, and an earlier version is walked."""
        return self.look.sound is None and not self.waiting

    @property
    def persona(self) -> Persona:
        """Who walks."""
        return self.workplace.persona

    def close(self) -> None:
        """Let everything go."""
        self.workplace.close()

    # Following the file

    def follow(self) -> Followed | None:
        """Look whether the file, its neighbours or the trees that it names have changed, and follow."""
        return self.reload() if self._watch.changed() else None

    def reload(self) -> Followed:
        """Read what has changed anew; the answers so far stay as far as they apply."""
        waited = self.waiting
        moved = [self._repin(other) for other in self.library.renew()]
        self.look = self._looked()
        tree = self.look.sound
        if tree is None:
            return Followed(WAITING if waited else STALE, broken=True, moved=any(moved))
        self._last = self.look
        if waited:
            self.tree_id = tree.id
            self.walk = self._begun()
            return Followed("The file can be walked now.", moved=True)
        moved.append(self._repin(self._show()))
        lost = self.walk.session.dropped if any(moved) else ()
        return Followed("\n\n".join(filter(None, (RELOADED, texts.dropped(lost)))), moved=any(moved), lost=lost)

    def _repin(self, tree: DecisionTree) -> bool:
        """Go on over this version of a tree, where the walk has come upon another."""
        if self.walk.session.pins.get(tree.id, tree.digest) == tree.digest:
            return False
        self.walk.repin(Newer(tree.id, tree.title, tree.digest, ()))
        return True

    def _looked(self) -> Look:
        look = look_at(self.path, self.library.tree, self.workplace.today().isoformat())
        self._watch.also((*neighbours(self.path), *self.library.files()))
        return look

    def _show(self) -> DecisionTree:
        """The tree of now under the id that it had at first: a walk does not end because a file is renamed."""
        tree = self._last.sound
        if tree is None:
            note = Do(id="wait", text=Wording(WAITING), then="wait")
            tree = DecisionTree(id=self.tree_id, title=self.path.name, start="wait", nodes={"wait": note})
        tree = replace(in_language(tree, self.path, self.workplace.language), id=self.tree_id)
        if self.begun_at in tree.nodes:
            tree = elsewhere(tree, self.begun_at)
        self.library.show(tree)
        return tree

    def _begun(self, *, adapt: bool = True) -> PreviewWalk:
        """A walk from the beginning, with nothing known from earlier ones; as an agent where the tree is theirs now."""
        tree = self._show()
        if adapt and not tree.walkable_by(self.persona):
            self.workplace.persona = "agent"
        self.workplace.store.close()
        self.workplace.store = CaseStore(IN_MEMORY)
        walk = PreviewWalk.begin(self.workplace, tree.id)
        assert isinstance(walk, PreviewWalk)
        return walk

    # Steering

    def restart(self) -> None:
        """Walk from the beginning; the other trees are read anew."""
        self.begun_at = ""
        self.library.forget()
        self.walk = self._begun()

    def switch(self) -> str:
        """Walk as the other persona, with the same answers as far as they apply; says what came of it."""
        other: Persona = "user" if self.persona == "agent" else "agent"
        tree = self._last.sound
        if tree and not tree.walkable_by(other):
            return "This tree is for agents, so you go on as an agent."
        events = [event for _, event in self.walk.session.kept]
        self.workplace.persona = other
        self.walk = self._begun()
        lost = len(self.walk.replay(events))
        text = f"You walk as {'an agent' if other == 'agent' else 'a user'} now."
        return f"{text} {_counted(lost, 'answer')} did not apply." if lost else text

    def jump(self, node: str) -> str:
        """Walk to a node: back where it asked, else by made-up answers, else by beginning there; says which."""
        tree = self._last.sound
        if tree is None or node not in tree.nodes:
            return NO_NODE
        shown = f"**{escape(node)}**"
        if back := self.walk.back_to(node):
            return f"Back to {shown}: {_counted(back, 'answer')} taken back."
        self.begun_at = ""
        way = route(lambda name, _: self.library.tree(name), self._started(), node)
        if way is not None:
            self.walk = self._begun()
            self.walk.replay(way)
            return f"Walked to {shown} by {_counted(len(way), 'made-up answer')}."
        self.begun_at = node
        self.walk = self._begun()
        return f"Begun at {shown}, as no way that leads there was found: what is asked before it is not known."

    def _started(self) -> Started:
        workplace = self.workplace
        self._show()
        return Started(
            at=workplace.now(), tree=self.tree_id, persona=workplace.persona, zone=workplace.zone,
            facts=workplace.first_facts(),
        )  # fmt: skip

    # Looking

    def outline(self) -> tuple[OutlineNode, ...]:
        """The nodes of the version that is walked, or of the file as it is, in its order."""
        return outline((self.look if self.look.parsed.tree else self._last).parsed, self.look)

    def findings(self) -> tuple[Diagnostic, ...]:
        """All that is wrong with the file as it is."""
        return self.look.findings

    def trace(self) -> Trace:
        """What the walk passed, and what decided there; of the shown tree and those that it led into."""
        return Trace() if self.waiting else trace(self.walk.session)

    def here(self) -> str:
        """The node of the shown tree at which the walk stands; empty where it has left or ended."""
        state = self.walk.session.state
        if self.waiting or state.leaving or not state.frames or state.frames[0].tree != self.tree_id:
            return ""
        return state.frames[0].node

    def place_of(self, node: str) -> str:
        """Where a node stands, as editors read it: `path:line`."""
        line = next((one.line for one in self.outline() if one.id == node), 0)
        return f"{self.path}:{line or 1}"

    def as_test(self) -> tuple[str, tuple[str, ...]]:
        """The walk as a test in YAML, and what fails when that is run."""
        from tshoot.conversation.preview_writing import written

        tree = self._last.sound
        return written(self, replace(tree, id=self.tree_id)) if tree else ("", (WAITING,))


def _require_file(path: Path) -> None:
    hint = "Name the file of a tree, such as decision_trees/wifi.yaml."
    try:
        if path.is_dir():
            raise UsageError(f"{path} is a folder.", hint)
        if not path.exists():
            raise UsageError(f"There is no file {path}.", hint)
    except OSError as error:
        raise UsageError(f"{path} cannot be read: {error.strerror or error}.", hint) from error


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
