"""Facts that are looked at before anything has asked for them."""

from collections.abc import Iterator

from tshoot.authoring.deciding import never_known
from tshoot.authoring.findings import quote
from tshoot.authoring.subject import Subject
from tshoot.model.diagnostic import Diagnostic, Severity

ID = "fact-not-known"
SEVERITY: Severity = "warning"
DESCRIPTION = "A fact is known on some way to where it is compared or computed with."
EXPLANATION = """\
Nothing before this place asks for the fact or sets it. A comparison with it fails, whatever the person would have said.

Ask earlier, or give the fact a `prompt` under `facts`: then it is asked for when something needs it. A fact that
another tree brings along is declared under `facts`, too.
"""
BAD = """\
tree: 1
title: No sound in calls
nodes:
  kind:
    branch:
      - {when: device == 'Headset', goto: headset}
      - {else: which}
  which:
    ask: What do you listen with?
    fact: device
    options: {Headset: headset, Speaker: speaker}
  headset: {do: Pull the plug of the headset and plug it in again., fixed: done, else: help}
  speaker: {do: Turn the speaker up., fixed: done, else: help}
  help: {end: escalate, to: queue:sound}
  done: {end: resolved}
"""
GOOD = """\
tree: 1
title: No sound in calls
facts:
  device: {type: choice, values: [Headset, Speaker], prompt: What do you listen with?}
nodes:
  kind:
    branch:
      - {when: device == 'Headset', goto: headset}
      - {else: speaker}
  headset: {do: Pull the plug of the headset and plug it in again., fixed: done, else: help}
  speaker: {do: Turn the speaker up., fixed: done, else: help}
  help: {end: escalate, to: queue:sound}
  done: {end: resolved}
"""


def check(subject: Subject) -> Iterator[Diagnostic]:
    """Findings about facts that have no value where they are read."""
    knowledge, doubtful = subject.knowledge, subject.doubtful
    for where, fact in sorted(knowledge.reads) if knowledge else ():
        known = subject.facts.get(fact)
        if (
            known
            and not known.secret
            and never_known(subject, where, fact)
            and subject.node_of(where) not in doubtful
        ):
            noun = subject.noun(where)
            message = f"{noun} uses the fact {quote(fact)}, which no way to this place has asked for or set"
            hint = f"ask for it before, or give {quote(fact)} a 'prompt' under 'facts'"
            yield subject.finding(ID, where, message, hint, SEVERITY)
