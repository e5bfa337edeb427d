"""Random small libraries and random things to do in them."""

from __future__ import annotations

import json
from random import Random
from typing import Any

from tests.support import AT, Library
from tshoot.engine.session import Session
from tshoot.engine.state import Prompt
from tshoot.model.event import Answered, AnswerKind, Checked, CheckStatus
from tshoot.model.fact import Value

HOSTILE = "**x** {zz} [a](http://b.c) `d` <i> &#42; \\ 5*3*2 - [/red]"
SECRET = "hunter2-s3cr3t"
TREES = ("a", "b", "c")
_PASSED: tuple[AnswerKind, ...] = ("unknown", "skip")
_STATUSES: tuple[CheckStatus, ...] = ("done", "done", "refused", "failed")
FACTS: dict[str, Any] = {
    "ft": {"type": "text", "prompt": "Which «{fc}»?"},
    "fn": {"type": "number", "unit": "percent", "default": 3},
    "fc": {"type": "choice", "values": ["Red", "Blue"], "prompt": {"Red": "Which?", "else": "Colour «{fn}»?"}},
    "fs": {"type": "text", "secret": True, "prompt": "Code?"},
    "os": {"type": "choice", "values": ["Red", "macOS"], "prompt": {"Red": "Again?", "else": "System?"}},
}
CONDITIONS = (
    "fc == 'Red'",
    "fn < 5",
    "known(ft)",
    "os != 'macOS'",
    "'One' in fm",
    "not fy",
    "undeclared > 2",
    "fb",
)


def library(random: Random) -> dict[str, str]:
    """Three trees that may call and hand to each other."""
    return {name: source(random) for name in TREES}


def source(random: Random) -> str:
    """One tree; JSON is YAML."""
    names = [f"n{i}" for i in range(random.randint(1, 7))]
    facts = {name: fact for name, fact in FACTS.items() if name == "fs" or random.random() < 0.8}
    tree: dict[str, Any] = {"tree": 1, "title": "T *a*", "tier": random.randint(1, 3), "facts": facts}
    if random.random() < 0.4:
        tree["audience"] = random.choice(["user", "agent", "both"])
    if random.random() < 0.5:
        tree["escalate"] = _leaving(random)
    tree["nodes"] = {name: _node(random, names, name) for name in names}
    return json.dumps(tree)


def _node(random: Random, names: list[str], own: str) -> dict[str, Any]:
    def to() -> str:
        return random.choice([*names, *names, "gone"])

    node: dict[str, Any] = dict(_KINDS[random.choice(list(_KINDS))](random, to, own))
    for key in ("why", "how", "say", "agent"):
        if random.random() < 0.2:
            node[key] = _text(random)
    if random.random() < 0.2:
        node["when"] = random.choice(CONDITIONS)
    return node


def _text(random: Random) -> Any:
    text = random.choice(["Plain.", "Use «{ft}» now.", "- «{fc}» and «{undeclared}»\n- two", "At «{fn}» {{zz}}."])
    return {"Red": "Press «{ft}».", "else": text} if random.random() < 0.2 else text


def _leaving(random: Random) -> dict[str, Any]:
    found: dict[str, Any] = {"to": random.choice([*TREES, "nowhere", "queue:desk"])}
    for key in ("reason", "first"):
        if random.random() < 0.5:
            found[key] = _text(random)
    if random.random() < 0.4:
        found["needs"] = random.sample(list(FACTS), 2)
    return found


def _options(random: Random, to: Any) -> dict[str, Any]:
    keys = random.sample(["Yes", "No", "Not sure", "*Odd* {zz}"], random.randint(1, 3))
    return {key: random.choice([to(), {"goto": to(), "set": {"fn": "fn + 1", "fb": "fc == 'Red'"}},
                                {"goto": to(), "when": random.choice(CONDITIONS)}]) for key in keys}  # fmt: skip


def _fixes(random: Random, to: Any, own: str) -> list[dict[str, Any]]:
    return [
        {"id": f"{own}-{i}", "do": _text(random), "cost": random.randint(1, 9), "chance": random.random() / 2 + 0.1,
         **random.choice([{}, {}, {"then": to()}, {"when": random.choice(CONDITIONS)}])}
        for i in range(random.randint(1, 3))
    ]  # fmt: skip


_KINDS: dict[str, Any] = {
    "ask": lambda r, to, own: {"ask": _text(r), "options": _options(r, to), **r.choice([{}, {"fact": "fy"}])},
    "many": lambda r, to, own: {"ask": _text(r), "many": True, "options": ["One", {"Two": {"set": {"fb": "true"}}}],
                                "none": "None", "fact": "fm", "then": to()},
    "input": lambda r, to, own: {"input": {"fact": r.choice(list(FACTS))}, "then": to()},
    "do": lambda r, to, own: {"do": _text(r), **r.choice([{"then": to()}, {"fixed": r.choice([to(), "return"]),
                                                                            "else": r.choice([to(), "return"])}])},
    "tell": lambda r, to, own: {"tell": _text(r), "then": r.choice([to(), "return"])},
    "check": lambda r, to, own: {"check": "wifi", "with": {"x": "{ft}"}, "set": {"fn": "result.signal"},
                                 "on": {"off": to(), "weak": to()}, **r.choice([{}, {
                                     "ask": _text(r), "options": _options(r, to), "fact": "fy"}])},
    "branch": lambda r, to, own: {"branch": [{"when": r.choice(CONDITIONS), "goto": to()},
                                             *r.choice([[], [{"else": to()}]])]},
    "set": lambda r, to, own: {"set": {"fn": "fn + 1", "ft": "ft + 'x'"}, "then": to()},
    "wait": lambda r, to, own: {"wait": 5, "then": r.choice([to(), "return"])},
    "try": lambda r, to, own: {"try": _fixes(r, to, own), **r.choice([{}, {"fixed": r.choice([to(), "return"])}]),
                               "else": r.choice([to(), "return"])},
    "call": lambda r, to, own: {"call": r.choice([*TREES, "nowhere"]), "with": {"ft": "{fc}", "fn": "7"},
                                "on": {"good": to(), "escalate": to()}, "else": to()},
    "handoff": lambda r, to, own: {"handoff": (out := _leaving(r)).pop("to"), **out},
    "end": lambda r, to, own: {"end": r.choice(["resolved", "workaround", "escalate", "replace", "request",
                                                "unsupported", "cancelled"]), "tell": _text(r),
                               **r.choice([{}, {"code": "good"}])},
}  # fmt: skip


def suits(prompt: Prompt, random: Random) -> tuple[AnswerKind, Value]:
    """A random answer that fits."""
    if random.random() < 0.15:
        return random.choice(_PASSED), ""
    keys = [choice.key for choice in prompt.choices]
    if prompt.kind == "many":
        return "options", tuple(random.sample(keys, random.randint(0 if prompt.none else 1, len(keys))))
    if prompt.kind == "wait" or keys[:1] == ["Done"]:
        return "done", ""
    if prompt.kind != "input":
        return "option", random.choice(keys)
    assert prompt.fact
    if prompt.fact.secret:
        return "value", SECRET
    if prompt.fact.kind == "number":
        return "value", random.choice([1, 2.5])
    if prompt.fact.kind == "date":
        return "value", random.choice(["2020-01-01", "2024-01-01", "2024-01-02", "2025-03-04"])
    return "value", random.choice(prompt.fact.values or (HOSTILE, "plain"))


def answer(session: Session, random: Random) -> None:
    """Answer what is asked, or report the check."""
    prompt = session.state.prompt
    assert prompt
    if prompt.kind == "check":
        status = random.choice(_STATUSES)
        result = random.choice(["off", "weak", "odd"]) if status == "done" else ""
        session.checked(
            status, result, {"signal": 4} if result else {}, sentence=random.choice(["", HOSTILE]), at=AT
        )
        return
    kind, value = suits(prompt, random)
    session.answer(kind, value, text=random.choice(["", HOSTILE]), at=AT)


def again(session: Session, event: Answered | Checked) -> None:
    """Do the same once more."""
    if isinstance(event, Checked):
        session.checked(
            event.status, event.result, event.values, sentence=event.sentence, seconds=event.seconds, at=AT
        )
    else:
        secret = session.state.prompt and session.state.prompt.fact and session.state.prompt.fact.secret
        value = SECRET if secret and event.answer == "value" else event.value
        session.answer(event.answer, value, text=event.text, at=AT)


def act(session: Session, trees: Library, random: Random) -> str:
    """Something at random; its name."""
    name = random.choice(["answer"] * 14 + ["back", "change", "learn", "note", "restart", "person", "pick", "repin",
                                           "consent", "appear"])  # fmt: skip
    steps = [entry.step for entry in session.state.entries if entry.kind == "step"]
    match name:
        case "answer" if session.state.prompt:
            answer(session, random)
        case "back":
            session.back(random.randint(1, 4), at=AT)
        case "change" if steps:
            step = random.choice(steps)
            if prompt := session.asked_at(step):
                session.change(step, *suits(prompt, random), at=AT)
        case "learn":
            fact, value = random.choice(
                [("fc", "Red"), ("fc", "Blue"), ("ft", HOSTILE), ("fs", SECRET), ("fn", 9)]
            )
            session.learn(fact, value, at=AT)  # type: ignore[arg-type]
        case "note":
            session.note(HOSTILE, at=AT)
        case "restart":
            session.restart(at=AT)
        case "person":
            session.ask_for_person(random.choice(["", HOSTILE]), at=AT)
        case "pick":
            session.pick_up(random.choice(["user", "agent"]), random.choice(["", "", *TREES, "nowhere"]), at=AT)
        case "repin" if random.random() < 0.5:
            newer = trees.put(random.choice(TREES), source(random))
            if newer.id in session.pins:
                session.repin(newer.id, newer.digest, at=AT)
        case "appear" if random.random() < 0.3:
            trees.put("nowhere", source(random))
        case "consent":
            session.consent("laptop-7", at=AT)
    return name
