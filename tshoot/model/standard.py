"""Facts that every case may have, whatever its tree: who, since when, how bad, which computer."""

from __future__ import annotations

from tshoot.model.fact import FactType
from tshoot.model.wording import Wording

AFFECTED = ("Only me", "A few people", "A whole team or site")
URGENCY = ("I can work", "I can work, but slowly", "I cannot work")

STANDARD_FACTS: dict[str, FactType] = {
    fact.name: fact
    for fact in (
        FactType("requester", label="Name", max_length=120, prompt=Wording("What is your name?"),
                 caller=Wording("What is the caller's name?"),
                 why=Wording("The next person should know whom to help.")),
        FactType("contact", label="How to reach them", max_length=200,
                 prompt=Wording("How can we reach you? A phone number or an e-mail address is fine."),
                 caller=Wording("How can the caller be reached?"),
                 why=Wording("Somebody will get back to you. Choose a way that works while this is broken.")),
        FactType("since", label="Since", max_length=120, prompt=Wording("Since when does this happen?"),
                 caller=Wording("Since when does it happen?"),
                 why=Wording("What changed around that time is often the cause.")),
        FactType("affected", "choice", label="Who is affected", values=AFFECTED,
                 prompt=Wording("Who has this problem?"),
                 caller=Wording("Who is affected?"),
                 why=Wording("It tells us how urgent this is, and where the fault may be.")),
        FactType("urgency", "choice", label="Can they work", values=URGENCY,
                 prompt=Wording("Can you work at the moment?"),
                 caller=Wording("Can the caller work at the moment?"),
                 why=Wording("Cases that stop somebody from working go first.")),
        FactType("os", label="Operating system", max_length=40),
        FactType("os_version", label="System version", max_length=80),
        FactType("computer", label="Computer", max_length=120),
    )
}  # fmt: skip

LEAVING_FACTS = ("requester", "contact", "since", "affected", "urgency")
"""Asked before a case is left for somebody else."""

COMPUTER_FACTS = ("os", "os_version", "computer")
"""What a computer says of itself."""

PRIORITIES = (
    ("low", "low", "medium"),
    ("low", "medium", "high"),
    ("medium", "high", "critical"),
)
"""Priority by how many are affected (rows) and whether they can work (columns), as in ITIL."""


IMPACT = ("low", "medium", "high")
"""How bad it is by how many are affected."""


def impact_of(affected: str) -> str:
    """Impact from how many are affected; empty when that is not known."""
    return IMPACT[AFFECTED.index(affected)] if affected in AFFECTED else ""


def priority_of(affected: str, urgency: str) -> str:
    """Priority from impact and urgency; what is not known counts as one person, slowed down."""
    row = AFFECTED.index(affected) if affected in AFFECTED else 0
    column = URGENCY.index(urgency) if urgency in URGENCY else 1
    return PRIORITIES[row][column]
