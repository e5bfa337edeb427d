"""Set phrases: words that together say what none of them says alone, each as one plain word.

"Over and over" ends nothing, "right away" is not right, and "out of nowhere" denies nothing.
"""

from __future__ import annotations

from functools import cache, lru_cache

from tshoot.language.late import Late
from tshoot.language.words import fold

_NO_MEANING = r"""
come to think of it|now that (?:you mention it|i think (?:of|about) it)|as far as i (?:can (?:tell|see)|know)
|to be honest|i'?m afraid|believe it or not|for what it'?s worth|by the way|in fact|after all|at least
|if i'?m not mistaken|i must (?:say|admit)
|(?:i )?(?:can'?t|cannot|can not) (?:really )?(?:do (?:anything|much) about|complain)(?: (?:that|it|this))?
|(?:no idea|not sure|don'?t know) why|not that it matters|i don'?t mind|like i said|as i (?:said|wrote|told you)
|no worries|no problem(?=$|[,.!])|for some reason|from what i can (?:tell|see)
|as (?:you|one) (?:can|would) (?:see|expect)
"""
"""What is said by the way and says nothing of its own."""

_NOT_MUCH = r"(?:no|hardly any|barely any|almost no|next to no|not (?:much|any|enough)|very little)"
_HAND = r"(?:touch|bear|stand|hold|keep|leave|rest|put|lay)(?: (?:my|a|your) (?:hands?|fingers?|palm))?"

_SAID_AS = (
    ("away time spot", r"(?:right|straight) ?away|in no time(?: at all)?|on the spot", "immediately"),
    ("over again", r"(?:over and over|again and again|time and again|time after time)(?: again)?", "repeatedly"),
    ("nowhere blue warning notice",
     r"out of (?:nowhere|the blue)|from nowhere|with(?:out| no) (?:any |a |prior )?(?:warning|notice)", "suddenly"),
    ("same once together", r"(?:at the same time|all together|all at once|at once)", "together"),
    ("piece", r"in one piece", "intact"),
    ("shape condition order form health nick repair new",
     r"in (?:a )?(?:very |really |pretty |perfectly |such )?(?:good|great|fine|perfect|excellent|working|decent|top)"
     r" (?:working )?(?:shape|condition|order|form|health|nick|repair)|as good as new|good as new|like new", "fine"),
    ("shape condition order form state whack place",
     r"in (?:a )?(?:very |really |pretty )?(?:bad|poor|rough|terrible|awful|sorry) (?:shape|condition|order|form|state)"
     r"|out of (?:order|whack)|not in (?:the )?(?:best|good|great) (?:of )?(?:shape|condition|order|form)"
     r"|(?:all over|all across) the place", "faulty"),
    ("date", r"out[- ]of[- ]date|not up[- ]to[- ]date", "outdated"),
    ("date", r"up[- ]to[- ]date", "uptodate"),
    ("now again while time occasion often here",
     r"(?:every )?(?:now and (?:then|again))|(?:every )?once in a while|from time to time|every so often"
     r"|on occasion|at times|some of the time|here and there", "sometimes"),
    ("time day clock along stop without",
     r"the (?:whole|entire) time|all day(?: long)?|around the clock|at all times|day and night|24/7|non[- ]?stop"
     r"|all along|without (?:a )?(?:pause|break|stopping)", "all the time"),
    ("self selves own", r"(?:all )?(?:by|on) (?:itself|themselves|its own|their own)", "automatically"),
    ("avail effect use success luck result",
     r"(?:to|with|of) no (?:avail|effect|use)|without (?:any )?(?:success|luck|effect|result)", "no change"),
    ("hot", rf"too hot (?:for me )?to {_HAND}(?: on)?", "scorching"),
    ("can could",
     rf"(?:can'?t|cannot|can not|could ?n'?t|could not|(?:can|could) (?:barely|hardly)) {_HAND}(?: on)?", "scorching"),
    ("hand finger palm",
     r"(?:can|could) (?:easily |comfortably )?(?:hold|keep|leave|rest) (?:my|a|your) (?:hands?|fingers?|palm)(?: on)?",
     "lukewarm"),
    ("half third quarter", r"(?:half|a third|a quarter|two thirds) (?:full|empty)|(?:full|filled) (?:only )?halfway",
     "partfull"),
    ("out low", r"(?:ran|run|running|runs) (?:out|low)(?: of| on)?", "empty"),
    ("yet anything far instead rather", r"(?:has|have) yet to|anything but|far from|instead of|rather than", "not"),
    ("ease effort force resistance strain finger hand thumb",
     r"(?:with|by) (?:great |much )?ease|with(?:out| no| little) (?:any )?(?:effort|force|resistance|strain)"
     r"|with (?:one|a|two|my) (?:finger|fingers|hand|thumb)", "effortless"),
    ("effort force strength muscle with",
     r"(?:take|takes|took|need|needs|needed|requires?) (?:a lot of|lots of|much|some|quite some|great|a great deal of"
     r"|real) (?:effort|force|strength|muscle)|with (?:both|all my) (?:hands|arms|might|strength)", "hard"),
    ("over", r"turn(?:s|ed|ing)? over", "cranks"),
    ("up life", r"fir(?:e|es|ed|ing) (?:right )?up|spr(?:ing|ings|ang) to life|(?:come|comes|came) (?:back )?to life",
     "starts"),
    ("up", r"(?:lock|locks|locked|locking|freeze|freezes|froze) up", "freezes"),
    ("out up", r"(?:cut|cuts|cutting|conk|conks|conked) out|(?:give|gives|gave) (?:out|up)", "stops"),
    ("up", r"(?:show|shows|showing|showed|pop|pops|popped) up", "appears"),
    ("hook", r"(?:hook|hooks|hooked) up", "connected"),
    ("year age month decade forever", r"in (?:\w+ )?(?:years|ages|months|decades|forever)", ""),
    ("ever matter", r"(?:what ?ever|where ?ever|no matter (?:what|where)) (?:i|you|we) (?:do|did|try|tried|go|went)",
     "always"),
    ("there", r"(?:just )?(?:sit|sits|sat|sitting) there(?: doing nothing)?", "stopped"),
    ("came come", r"(?:came|comes|come) (?:in the (?:box|package)|with (?:it|the \w+|my \w+))", "original"),
    ("place", r"in (?:its |the right |the correct |their )?place", "attached"),
    ("off loose down",
     r"(?:come|comes|came|coming|fell|falls|falling|hang|hangs|hanging) (?:off|loose)|(?:hang|hangs|hanging) down",
     "detached"),
    ("still", r"stand(?:ing|s)? still|sit(?:ting|s)? still", "stationary"),
    ("out of", r"out of (?:adjustment|alignment|position|balance|sync|shape)", "faulty"),
    ("to be", r"(?:appear|seem|look)(?:s|ed)? to be", "is"),
    ("loss of", r"loss of", "lack"),
    ("took take pulled", r"(?:took|take|taken|pulled) (?:it|them|that|mine) (?:off|out)", "removed"),
    ("put", r"put (?:it|one|them|that|a new one) (?:on|in|back)", "installed"),
    ("always ever",
     r"the way (?:it|they) (?:has |have )?(?:always|ever)(?: (?:has|did|have|was|been))?|as always", "unchanged"),
    ("rock", r"rock[- ]solid", "solid"),
    ("out off away",
     r"(?:won'?t|will not|does ?n'?t|does not|never|did ?n'?t|refuses to) "
     r"(?:go(?:es)? (?:away|out|off)|(?:turn|shut)s? off)",
     "stays on"),
    ("turn move loosen wiggle rock twist unscrew budge pull",
     r"(?:can'?t|cannot|can not|could ?n'?t|could not|not able to|won'?t|does ?n'?t) "
     r"(?:budge|(?:turn|move|loosen|wiggle|rock|twist|unscrew|pull) (?:it|them|any|either)(?: (?:out|off|by hand))?)",
     "jammed tight"),
    ("turn move wiggle rock twist unscrew spin push pull",
     r"(?:can|could|able to) (?:easily )?(?:turn|move|wiggle|rock|twist|unscrew|spin|push|pull)"
     r" (?:it|them|one|the \w+(?: one)?)(?: (?:by hand|back and forth|around|in and out))",
     "moves"),
    ("full of packed loaded covered",
     r"(?:full of|packed with|loaded with|covered (?:in|with)) (?:leaves|dust|dirt|hair|debris|bugs|lint|gunk|mud)",
     "dirty clogged"),
    ("off", r"(?:popped|slipped|pulled|broke|broken|torn|knocked) (?:right )?off", "detached"),
    ("room", r"room temperature", "lukewarm"),
    ("in come came", r"(?:in and out|comes and goes|come and go|came and went)", "intermittently"),
    ("nothing", r"(?:has |had |have |having )?nothing to do with", "unrelated to"),
    ("else", r"(?:some(?:thing|one|where) else|someone else'?s)", "elsewise"),
)  # fmt: skip
"""Pieces of text of which one must be there, the words, and the one word that says the same."""

_LEFT = (
    ("space room",
     rf"\b{_NOT_MUCH} (?:\w+ )?(?:space|room) (?:is |was )?(?:left|remaining|free|available)\b"
     r"|\b(?:out|short) of (?:space|room)\b", " full "),
    ("left remaining", rf"{_NOT_MUCH} (\w+) (?:is |was |are )?(?:left|remaining)\b", r"\1 low "),
    ("any almost next", r"\b(?:hardly any|barely any|almost no|next to no)\b", " no "),
    ("little much enough", r"\b(?:very little|not much|not enough)\b", " little "),
    ("little tiny wee bit", r"\b(?:just |only )?a (?:little|tiny|wee)(?: bit)?\b|\ba bit\b", " slightly "),
    ("need use", r"\b(?:could use|needs?|needed) (?:some |a good )?(?!\w*thing\b)(\w{3,}?)ing\b", r"not \1ed"),
    ("even", r"\beven (?:though|if|when|after|while|with)\b", " while "),
    ("before same",
     r"\b(?:just |exactly |much )?(?:like|as) before\b|\b(?:the |exactly the |just the |exact "
     r"|much the )?same as (?:before|ever|always|it was|usual|yesterday|it has been)\b", " unchanged "),
    (" as ", r"\bas (\w+) (\w+ )?as (?:before|ever|usual|normal|always|it (?:was|used to(?: be)?|should)"
     r"|there (?:was|used to be)|they (?:were|used to be))\b", r"\1 \2"),
    ("should supposed meant",
     r"\b(?:as|like|where|how|the way) (?:it|they|he|she) (?:should|(?:is|are) (?:supposed|meant) to)(?: be| do)?\b",
     " fine "),
)  # fmt: skip
"""The same for phrases that need more than one word in their place; these are looked for first."""


@cache
def _rows() -> tuple[tuple[tuple[str, ...], Late, str], ...]:
    nothing = _NO_MEANING.replace("\n", "")
    return (
        ((" ",), Late(rf"\b(?:{nothing})\b"), " "),
        *((tuple(hints.split()), Late(pattern), word) for hints, pattern, word in _LEFT),
        *((tuple(hints.split()), Late(rf"\b(?:{pattern})\b"), f" {word} ") for hints, pattern, word in _SAID_AS),
    )


@lru_cache(maxsize=256)
def plain(text: str) -> str:
    """The text without what is said by the way, and with set phrases as one word."""
    text = fold(text)
    for hints, pattern, word in _rows():
        if any(hint in text for hint in hints):
            text = pattern.sub(word, text)
    return text
