"""What an answer says to "Did that fix it?", where good and bad news, change and bare negation count."""

from __future__ import annotations

from tshoot.language.asked import Asked, tone_of
from tshoot.language.clauses import Clause
from tshoot.language.late import Late
from tshoot.language.lexicon import FAULTS, STILL
from tshoot.language.words import word_set

_HOPED = word_set("thought hoped should supposed until hope wish would")

NO_CHANGE = Late(
    r"\b(?:(?:no|little) (?:change|changes|difference|improvement|luck|success|better)"
    r"|nothing (?:changed|changes|happened|helped|different)"
    r"|no (?:different|faster|better|quieter|smoother|cooler|warmer|louder|brighter)\b"
    r"|(?:made|makes|make) no difference|(?:did|does|has) not (?:change|help|changed|helped)"
    r"|(?:the |exact |exactly )?same (?:as before|thing|problem|issue|result|story|again)"
    r"|same (?:behaviou?r|performance|nothing)"
    r"|(?:is|are|was|were|sounds|looks|stays|stayed|remains|feels|acts)"
    r" (?:exactly |just |still |about )?the same|stay the same"
    r"|as (?:bad|rough|slow|loud|dead|hot) as (?:it was|before|ever)|just the same"
    r"|still the same|all the same|same (?:same|here)|unchanged)\b"
)
"""What is said where a step changed nothing."""

_AGAIN = Late(
    r"\b(?:doing|happening|started|begins|starts|does|happens|is|came|comes) (?:it |that |back )?again\b"
)
_JOY = Late(
    r"^(?:(?:oh|ah|and|well|so|now) )*(?:bingo|hoo?ray|hurra[hy]|yay|yippee|voila|woo ?hoo+|eureka|hallelujah"
    r"|there (?:we|you) (?:go|are)|there (?:it|he|she) (?:is|goes))$"
)
"""What people cry out when it works at last; "it is back" may be the network or the fault."""
_DOES = Late(
    r"^(?:(?:yay|wow|oh|ah|and|now|it|they|that|i|am|looks like|seems like|it looks like) )*"
    r"(?:has |have |just |is |are )?(?:printed|prints|printing|connected|connects|opened|opens|loaded|loads"
    r"|started|boots|booted|plays|playing|charges|charging|appeared|logged in|got in|get in|did the trick"
    r"|(?:so |so much |much |a lot )?(?:faster|quicker|smoother|clearer|louder))\b"
)


def fix_evidence(clause: Clause, asked: Asked) -> tuple[float, str]:
    """Evidence about "Did that fix it?", where only good and bad news and bare negation count."""
    tone, spoken = tone_of(clause)
    texts = set(clause.texts)
    if tone > 0 and texts & _HOPED:
        return 0.0, ""
    if tone:
        return 0.9 * tone, f"says {spoken}"
    if (clause.negations + len(clause.stoppings)) % 2:
        return -0.7, "is negative"
    if NO_CHANGE.search(spoken_all := " ".join(clause.texts)):
        return -0.8, "says that nothing changed"
    if "back" in asked.spoken and "back" in texts:
        return 0.7, "says back"
    if _AGAIN.search(spoken_all):
        return -0.8, "says that it is back"
    if _JOY.search(spoken_all):
        return 0.7, "is glad"
    if clause.negations % 2 == 0 and _DOES.search(spoken_all):
        return 0.6, "says that it is done"
    if "again" in texts and not texts & FAULTS and not texts & STILL - {"again"}:
        return 0.6, "says again"
    if "again" in texts and texts & FAULTS:
        return -0.8, f"says {min(texts & FAULTS)} again"
    if "finally" in texts or ("can" in texts and texts & {"again", "now"}):
        return 0.7, "says it can be done now"
    if texts & STILL:
        return -0.7, f"says {min(texts & STILL)}"
    return 0.0, ""
