"""Tables of words: yes and no, good and bad news, opposites, and what joins or bounds clauses."""

from __future__ import annotations

from functools import cache

from tshoot.language.words import word_set

YES = word_set(
    """yes yeah yep yup yea yess yeh ya aye sure ok okay correct right exactly indeed affirmative absolutely
    definitely certainly true totally precisely y yse yessir oui si ja"""
)
NO = word_set("no nope nah naw negative na noo nay n nein non nee")

NEGATORS = word_set(
    "zero not no never neither nor without hardly scarcely barely rarely seldom unable cannot lack lacks"
)
"""These turn what follows in their clause."""

TURNING = word_set("without unable lack lacks")
"""Negators that undo another one before them; "not … no" stays negative, as people say it."""

STOPPING = word_set("stop stops stopped quit quits ceased")
"""These turn the doing that follows: "stopped working"."""

EMPTY_SUBJECTS = word_set("none nothing nobody nowhere neither")
"""These turn their whole clause."""

HARMLESS = (
    "not only", "no doubt", "not just", "not to mention", "no matter", "if not", "why not", "or not", "no wonder",
    "not bad", "not too bad", "can not help",
)  # fmt: skip
"""Negations that turn nothing."""

SUBORDINATE = word_set("when while if because since as after before whenever until unless once whether")
CONTRAST = word_set("but however although though yet except then until")
"""What follows these outweighs what came before."""

STARTERS = word_set(
    """i it he she we they you that this there these those the my your our his her their its everything nothing
    is are was were does do did can all"""
)
"""A word of these after "and" begins a new clause; after "no" and "yes" it shows that they stand alone."""

GOOD = word_set(
    """work works working worked fixed fix fixes solved solves resolved cured repaired better improved gone fine
    good great ok okay normal normally regular ordinary usual well perfect perfectly properly correctly correct
    smooth smoothly successful successfully succeeded excellent functional functioning functions operational
    healthy cleared success happy clean nicely expected responsive freely intact recovered disappeared away
    vanished easily flawlessly flawless faultlessly unaffected superb superbly managed lets great terrific
    wonderful"""
)
BAD = word_set(
    """broken broke breaks bad badly wrong error errors fail fails failed failing failure failures faulty
    defective problem problems issue issues trouble worse worst stuck useless dead damaged damage crash crashes
    crashed crashing hang hangs hung slow slowly down frozen freezes freeze froze missing lost unresponsive
    refuses refused denied rejected blocked strange weird odd abnormal loose leak leaks leaking crack cracked
    burnt burning smoke noise noises noisy rattle rattling squeal squealing grind grinding scrape scraping clunk
    clunks overheat overheats overheating hot corrupt corrupted expired intermittent flaky jerky scrambled
    distorted blurry dim flicker flickers flickering unable worn bent rust rusty drag drags dragging difficult
    unstable unsuccessful unsuccessfully struggle struggles trouble weak poorly poor malfunctioning malfunction
    ignores ignored ignoring refusing quits quit dies died stalls stalled stops erratic hiccup hiccups hitch
    glitch glitches glitchy sluggish terrible terribly awful horrible sputters misfires shakes shaking vibrates
    vibration wobbles wobble unreadable garbled fuzzy faint blank misbehaves croaks croak struggling complains"""
)

WISHED = word_set(
    """full clean tight secure intact correct correctly accurate accurately attached connected plugged seated
    current updated properly aligned level clear sealed dry firm firmly steady strong able enough"""
)
"""What a question asks for that everybody wishes to find."""

FAULTS = word_set(
    """lose loses losing dust dusty dirt dirty debris lint hair rust rusty corrosion corroded frayed torn tear
    tears cracked crack cracks kinked kinks kink jam jams crashes crashed happened happens cuts cut worn wear
    wet damp leak leaks leaking clogged blocked jammed obstructed burns burnt swollen bulging bulge mold mould
    melted dented dents scratches scratched missing bent squashed wobble wobbles loose dead mud grease sludge
    smell smells smoke rattle wobbly chewed pinched stain stains puddle puddles blown tripped muted rough
    grooves scored low scratch shake shakes shaking vibrate vibrates vibration vibrating stall stalls stalling
    misfire misfires sputter sputters hesitate hesitates surge surges jerk jerks lurch lurches shudder shudders
    slowness swelling musty mouldy moldy odor odour milky foamy cloudy sludge stiff uneven lump lumps knock
    knocks knocking residue soot smoky puffy corroded play slack blank muted mute silent virus viruses trojan
    malware threats popups hole holes lack lacks burned shattered burst slips slipping"""
)
"""What a question asks for that nobody wishes to find."""

SOUND = word_set(
    "empty new clean clear dry smooth fresh intact spotless tidy undamaged whole solid nothing sealed bare"
)
"""What is said of something that has no such fault."""

REFUSING = word_set("fail fails failed failing refuse refuses refused refusing unable")
"""Followed by "to", these turn what follows."""

RUNS = word_set(
    """start starts boot boots connect connects charge charges charging load loads print prints run running runs
    respond responds detect detects detected recognise recognised recognize recognized recognizes recognises
    spin spinning spins engage engages crank cranks play plays display displays hold holds accept accepts reach
    reaches move"""
)
"""What a question asks of a thing that does its work."""

ENDED = word_set("stopped gone disappeared vanished over ceased away")
"""At the end of a clause, these say that what it begins with is no more."""

FIXED_WORDS = word_set(
    "fix fixed fixes solve solved resolve resolved help helped helps cure cured trick better improve work"
)
"""Words of a question that asks whether a step helped."""

ATTEMPTS = word_set("""try tries tried trying attempt attempted attempting test tested checked looked wanted""")
"""What is only tried or looked at is not yet so."""

STILL = word_set("same still again keeps continues persists remains unchanged anymore")


@cache
def news() -> dict[str, int]:
    """From a word to 1 for good and -1 for bad news."""
    return dict.fromkeys(GOOD, 1) | dict.fromkeys(BAD, -1)
