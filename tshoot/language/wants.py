"""What a question wants: the way of something, its place, its meaning, a reason, a price, to be safe."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tshoot.language.words import tokens

_ASKER = "(?:i|you|u|we|one|my|the|it|this|that|they|those|these|someone|somebody|he|she|a|an)"
_KINDS: tuple[tuple[str, str], ...] = (
    ("cost",
     r"how much (?:money|cash|(?:does|do|will|would|did|is|are|for)\b(?! .*\b(?:weigh|need|use|take)\b))|costs?|prices?"
     r"|pa(?:y|ying|id)|expensive|cheap(?:er)?|fees?|charge me|dollars|euros|pounds|bucks|worth|afford|for free"
     r"|make sense"),
    ("safe",
     r"safe(?:ly|ty)?|danger(?:ous)?|harm(?:ful)?|hurts?|explodes?|risk(?:y|s)?|worr(?:y|ied)|toxic|poisonous|careful"
     r"|(?:so |too |something |anything |is it |is this |is that |really )bad|injured?|damages?|gloves|shock|acid"
     r"|catch fire|burn (?:me|my)|ruins?|(?:good|bad|smart) idea|fry|break (?:it|something|anything)"),
    ("may",
     r"may (?:i|we)|am i allowed|allowed to|(?:is it|would it be|is that) (?:ok|okay|fine|alright|all right)"
     r"|^(?:but |and |so |or |then )?(?:can|could|should|shall|must) (?:i|we)|do (?:i|we) (?:have|need) to"
     r"|(?:can|could|should) i (?:just |also |still |simply )?(?:use|skip|keep|leave|put|take|go|drive)"),
    ("lose",
     r"sav(?:e|ed)|rescued?|recover(?:ed)?|untouched|survives?|get (?:\w+ ){1,4}back|los(?:e|es|t|ing)"
     r"|delet(?:e|es|ed|ing)|eras(?:e|es|ed|ing)|wip(?:e|es|ed|ing)|gone|disappears?|removed"),
    ("why",
     r"why|reasons?|reasoning|what for|(?:the )?point (?:of|in)|purpose|import(?:ant|ance)|relevan(?:t|ce)|matters?"
     r"|necessary|supposed to do|how come|causes?|caused|due to what|what makes"
     r"|what (?:is|are|s) [\w ]{0,40}?(?:good|needed|used|there) for"),
    ("how",
     rf"how (?:to|exactly|else|best|i|we|one|is it|(?:do|does|can|could|would|should|shall|am|might|will) {_ASKER})"
     r"|(?:know|idea|clue|explain|sure|me|understand|but|and) how"
     r"(?! (?:much|many|long|far|often|old|strong|big|tight))"
     r"|procedures?|steps?|instructions?|(?:best|easiest|right|proper|other|any|a|some|what|messy|quickest|which) ways?"
     r"|trick to"
     r"|walk me|guide me|talk me|show me|help me"
     r"|what (?:do|should|can|could|shall|must|would|am|are) (?:i|we|you)(?: have| need| supposed)?(?: to)? do"
     r"|method|hook|go about|how [a-z]+(?:s|es|ed)? one"),
    ("look",
     r"(?:look|looks|looking|feel|feels|sound|sounds|smell|smells) like|recogni[sz]e|identify|tell (?:apart|from|if"
     r"|whether|that|an?\b)|notice|describe|difference|i know (?:if|whether|that|it)|supposed to (?:look|feel|sound)"),
    ("where",
     r"where|where(?:abouts)|locat(?:ed|ion|e)|can not find|could not find|hid(?:ing|den)|which (?:one|of|side|end)"
     r"|whats? (?:place|side|end|menu|page)|find"),
    ("time",
     r"when|how long|how often|how soon|how old|how many (?:times|minutes|hours|days|weeks|months|years)|lasts?|due"),
    ("amount",
     r"how (?:much|many|far|tight|strong|high|low|loud|big|large|hot|warm|cold|fast|slow|deep|thick|wide|hard|heavy)"
     r"|amount|maximum|minimum|enough|limit"),
    ("which", r"which|whose|who|whom"),
    ("what",
     r"what (?:exactly |really |even |the heck |on earth )*(?:is|are|was|were|does|s|those)|meaning|means?|never heard"
     r"|not familiar|unfamiliar|defin(?:e|ition)|explain|stands? for|called|what (?:\w+ ){1,5}(?:is|are|means?|does)"
     r"|(?:not|never) (?:know|remember|understand|get) (?:what|the|my|any)"
     r"|(?:know|sure|idea|clue) what|(?:tell me|what) (?:more )?about|role"),
)  # fmt: skip
"""Kinds, and how each is said in plain words; a question may be of several."""

_ALIKE = {
    frozenset(("what", "look")): 0.5,
    frozenset(("what", "why")): 0.35,
    frozenset(("how", "where")): 0.5,
    frozenset(("how", "look")): 0.55,
    frozenset(("where", "look")): 0.45,
    frozenset(("how", "which")): 0.2,
    frozenset(("where", "which")): 0.4,
    frozenset(("safe", "may")): 0.7,
    frozenset(("lose", "safe")): 0.3,
    frozenset(("cost", "amount")): 0.3,
    frozenset(("time", "amount")): 0.5,
    frozenset(("what", "where")): 0.15,
    frozenset(("how", "may")): 0.25,
    frozenset(("how", "what")): 0.25,
}
"""How far a question of one kind may be answered where another was expected; the same kind is 1."""


@cache
def _compiled() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{phrases})(?!\w)")) for name, phrases in _KINDS)


@lru_cache(maxsize=1024)
def kinds(text: str) -> frozenset[str]:
    """All that a question wants; empty where it only asks whether something is so."""
    said = " ".join(tokens(text))
    return frozenset(name for name, pattern in _compiled() if pattern.search(said))


def alike(asked: frozenset[str], answered: frozenset[str]) -> float:
    """How well a question of these kinds is answered by one of those, 0 to 1."""
    if not asked or not answered:
        return 0.3 if not asked and not answered else 0.15
    return max(
        1.0 if one == other else _ALIKE.get(frozenset((one, other)), 0.0) for one in asked for other in answered
    )
