"""What a manual holds: who reads it, in which order, and where its steps lead."""

from __future__ import annotations

from tests.support import Library
from tshoot.authoring.manual import Chapter, Manual, manual_of
from tshoot.authoring.manual_steps import Go, Ref
from tshoot.engine.markup import plain_blocks
from tshoot.model.event import Persona
from tshoot.model.library import Term

WIFI = """
    tier: 1
    area: network
    symptoms: [no wifi]
    facts: {ssid: {type: text, label: Network name, prompt: What is it called?}}
    faq: [{q: Where is it?, a: "Below **{ssid}**."}]
    escalate: {to: deep, needs: [ssid, os]}
    start: seen
    nodes:
      first: {tell: Hm., then: seen}
      seen:
        ask: Do you see {ssid}?
        why: It tells us much.
        how: {Windows: Look below., else: Look around.}
        say: Do you see it?
        agent: Hidden in C.
        options: {Yes: list, No: {goto: hand, when: known(ssid)}}
      list:
        try:
          - {id: dear, do: Turn it., cost: 9, chance: 0.1, agent: Careful.}
          - {id: cheap, do: Press it., cost: 1, chance: 0.5, then: rest, when: os == 'Windows'}
        else: who
      rest: {wait: 120, then: return}
      who: {call: who, on: {known: hand}, else: hand}
      hand: {handoff: deep, reason: Nothing helped., needs: [ssid]}
"""
OTHERS = {
    "deep": "tier: 2\nnodes: {a: {end: escalate, to: 'queue:vendor'}}",
    "who": "tier: 1\nnodes: {a: {ask: Who?, options: {Me: b}}, b: {end: resolved, code: known}}",
    "draft": "tier: 1\nstatus: draft\nnodes: {a: {handoff: wifi}}",
}


def manual(persona: Persona = "user") -> Manual:
    return manual_of(Library(wifi=WIFI, **OTHERS).newest.values(), [Term("VPN", "A tunnel.")], persona=persona)


def chapter(persona: Persona = "user") -> Chapter:
    return next(one for one in manual(persona).chapters if one.id == "wifi")


def test_a_user_reads_what_users_may_walk() -> None:
    assert [one.id for one in manual().chapters] == ["wifi", "who"]
    assert [one.id for one in manual("agent").chapters] == ["wifi", "draft", "who", "deep"]
    assert [(part.tier, [area for area, _ in part.areas]) for part in manual("agent").parts] == [
        (1, ["network", "Other"]), (2, ["Other"]),
    ]  # fmt: skip


def test_other_trees_are_linked_where_they_are_here() -> None:
    assert chapter().beyond == Ref("", "deep") and chapter("agent").beyond == Ref("deep", "Deep")
    assert chapter("agent").callers == (Ref("draft", "Draft"),) and chapter().callers == ()
    assert chapter().needs == ("Network name", "Operating system")
    assert chapter().steps[4].to == Ref("who", "Who")


def test_the_first_step_comes_first_and_ways_name_steps() -> None:
    steps = chapter().steps
    assert [(step.number, step.id) for step in steps] == [
        (1, "seen"), (2, "first"), (3, "list"), (4, "rest"), (5, "who"), (6, "hand"),
    ]  # fmt: skip
    assert steps[0].ways == (Go("Yes", 3), Go("No (if “Network name” is known)", 6, outcome="handed off"))
    assert steps[2].ways == (Go("One helped", text="it is solved"), Go("None helped", 5))
    assert steps[3].ways == (Go("Then", 3),) and steps[3].lead == "Wait 2 minutes."
    assert [step.reached for step in steps] == [True, False, True, True, True, True]


def test_texts_have_their_variants_and_facts_by_name() -> None:
    said = [(one.label, one.kind, plain_blocks(one.blocks)) for one in chapter().steps[0].passages]
    assert said == [
        ("", "", "Do you see (Network name)?"), ("How: Windows", "how", "Look below."),
        ("How: Other systems", "how", "Look around."), ("Why", "why", "It tells us much."),
    ]  # fmt: skip
    assert plain_blocks(chapter().questions[0].answers[0].blocks) == "Below (Network name)."


def test_notes_for_agents_are_theirs_alone() -> None:
    def kinds(persona: Persona) -> set[str]:
        steps = chapter(persona).steps
        passages = [one for step in steps for one in step.passages]
        passages += [one for step in steps for fix in step.fixes for one in fix.passages]
        return {one.kind for one in passages}

    assert kinds("user") == {"", "why", "how"}
    assert kinds("agent") == {"", "why", "how", "say", "agent"}


def test_fixes_stand_in_the_order_of_trying() -> None:
    fixes = chapter().steps[2].fixes
    assert [plain_blocks(fix.passages[0].blocks) for fix in fixes] == ["Press it.", "Turn it."]
    assert fixes[0].when == "“Operating system” is Windows" and fixes[0].go == Go("Then", 4)
