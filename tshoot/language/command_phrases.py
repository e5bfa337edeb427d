"""How people say the commands: one expression a line over the plain words of a whole utterance."""

from __future__ import annotations

_PERSON = (
    "(?:an? |some ?|the |my |your )?(?:real |live |actual )?"
    "(?:human|person|someone|somebody|agent|people|representative|rep|operator|technician|expert|colleague"
    "|support|human being|service desk|help desk|helpdesk)"
)
_TO_THEM = (
    "(?: (?:here|to|else|who|that|i can|can|help|talk|speak|with|me|about|this|it|instead|directly|on the phone))*"
)
_REACH = "(?:talk|speak|chat|get|put|connect|transfer|escalate|hand|forward|pass|give|reach|call|contact|help)"
_WANT = "(?:is there|can i get|can i have|i want|i need|get|give me|i would like|i would prefer|need)"
_SAID = (
    "(?:what|which answers?) (?:did|have|had) i "
    "(?:say|said|answer|answered|tell you|told you|give|given|type|typed)"
)
_IT = "(?:that|this|it)"
_DO_IT = "(?: (?:do|check|find|see|know|tell|get|go about|figure)(?: (?:that|this|it|out))*)?"
_STEP = "(?:step|question|page|one)"

PHRASES: dict[str, tuple[str, ...]] = {
    "back": (
        f"(?:go|take me|step|move|bring me|jump)? ?back(?: (?:one|a|1)(?: {_STEP})?"
        f"| to the (?:last|previous) {_STEP})?",
        f"undo(?: (?:{_IT}|my last answer))?",
        f"(?:go to the )?previous(?: {_STEP})?",
        "(?:that was|i gave) (?:a |the )?(?:wrong|mistake)(?: answer)?",
        "change my (?:last |previous )?answer",
        "(?:one|a) step back|wrong (?:one|answer)(?: (?:one|a) step back| go back)?",
        "i changed my mind|that is wrong(?: go back)?|back up one",
        "i (?:made a mistake|misclicked|chose the wrong (?:one|answer|option))",
        "return to the (?:last|previous) (?:question|step)",
    ),
    "restart": (
        "(?:start|begin) (?:over|again|anew|afresh|from (?:the )?(?:start|beginning|scratch)|all over)(?: again)?",
        "restart(?: (?:this|the|it all|everything))?(?: (?:chat|questions|conversation|tree|over))?",
        "from the top",
    ),
    "why": (
        "why|what for|why that|why this",
        f"why (?:do|are|would) you (?:ask|asking|need|want)(?: to know)?(?: (?:me|for|{_IT}))*",
        f"why (?:is|does|should) (?:i|{_IT}) (?:important|matter|relevant|needed|necessary|care|do that|do this)",
    ),
    "how": (
        "how|how to|how so",
        f"how (?:do|can|would|should|could|shall) (?:i|you|we|one){_DO_IT}",
        f"(?:show|tell) me how(?: to do {_IT})?",
        f"where(?: is {_IT})?|where (?:do|can) i (?:find|see|check) {_IT}",
        f"how to (?:do|check|find|see) {_IT}",
        f"i do not know how(?: to(?: do {_IT})?)?",
        f"i (?:do|did) not (?:understand|get|follow)(?: (?:{_IT}|you|the question|what you mean|what {_IT} means))?",
        f"huh|pardon(?: me)?|come again|(?:please )?(?:explain|clarify)(?: {_IT})?|say {_IT} again",
    ),
    "note": (
        "(?:add|make|take|write|leave)(?: down)? ?an? note(?: .*)?",
        "note (?:that|to|for|down|the|this) .*",
        "note",
    ),
    "person": (
        f"{_REACH} ?(?:me|us|this|it)? ?(?:over|through|on|in touch)? ?(?:to|with|from)? ?{_PERSON}{_TO_THEM}",
        f"(?:real |live )?(?:human|person|agent|operator|representative){_TO_THEM}",
        f"{_WANT} {_PERSON}{_TO_THEM}",
        "(?:just |please )?call me(?: back)?",
        "escalate(?: (?:this|it))?|hand (?:this|it|me) over",
    ),
    "known": (
        "what (?:do|does) (?:you|it) (?:already )?(?:know|have)(?: (?:about me|so far|already|about this|of me))*",
        f"{_SAID}(?: (?:before|so far|earlier|until now|already|last|to that|there))*",
        "(?:show|list|tell)(?: me)? (?:what you know|my answers|the facts|what i said|everything you know)(?: so far)?",
        "what is known(?: so far)?",
    ),
    "skip": (
        f"skip(?: (?:the|{_IT}))?(?: (?:part|{_STEP}))?",
        f"next(?: {_STEP})?|pass|move on",
        "i (?:would rather|prefer|would prefer) not(?: to)?(?: (?:say|answer|tell|do that|do this))?",
        "rather not(?: say| answer)?",
        f"(?:go|move) (?:on )?to the next(?: {_STEP})?",
        f"(?:i )?(?:do not|not) want to (?:answer|say)(?: {_IT})?",
    ),
    "help": (
        "help|help me",
        "what can i (?:say|do|type|write|ask)(?: (?:here|now))?",
        "(?:show(?: me)? )?(?:the |all )?commands",
        "how does this work|what are my options|what do i type",
    ),
    "quit": (
        "quit|exit|bye|bye bye|good ?bye|stop|cancel|leave|abort|see you(?: later)?",
        "close(?: (?:this|the))?(?: (?:chat|app|program|window))?",
        f"(?:end|stop|leave|quit|exit)(?: (?:the|{_IT}))?(?: (?:chat|conversation|session|here|now|all this))?",
        "i (?:give up|am done here|have to (?:go|leave)|need to go|must go|quit)",
    ),
    "summary": (
        "(?:(?:show|give|write|send)(?: me)? )?(?:the |a |my )?(?:summary|recap|overview)",
        f"sum(?:marise|marize)(?: (?:everything|for me|{_IT}))*|sum {_IT} up",
    ),
}
"""Command to the ways of saying it."""

JOINED = frozenset({"1", "goodbye", "summarise", "summarize", "someone", "somebody", "helpdesk"})
"""Words that the expressions above put together from pieces."""

BEFORE = (
    "(?:(?:please|ok|okay|hey|hi|hello|well|hmm|um|so|now|just|sorry|oh|oops|no|and|actually|but|wait|may i"
    "|(?:can|could) (?:we|you|i)|would you|will you|lets|let (?:us|me)|i (?:want|wish|would like|need|like) to"
    "|i wanna|want to|need to|i have to) )*"
)
"""What politeness puts before a command."""

AFTER = "(?: (?:please|now|thanks|thank you|then|for me|again|instead|right now))*"
