"""Tables of words: yes and no, good and bad news, opposites, and what joins or bounds clauses."""

from __future__ import annotations

from functools import cache

from tshoot.language.words import stem, word_set

YES = word_set(
    """yes yeah yep yup yea yess yeh ya aye sure ok okay correct right exactly indeed affirmative absolutely definitely
    certainly true totally precisely y yse"""
)
NO = word_set("no nope nah naw negative na noo nay n")

NEGATORS = word_set(
    "not no never neither nor without hardly scarcely barely rarely seldom unable cannot lack lacks fails"
)
"""These turn what follows in their clause."""

TURNING = word_set("without unable lack lacks fails")
"""Negators that undo another one before them; "not … no" stays negative, as people say it."""

STOPPING = word_set("stop stops stopped quit quits ceased")
"""These turn the doing that follows: "stopped working"."""

EMPTY_SUBJECTS = word_set("none nothing nobody nowhere neither zero")
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
    """i it he she we they you that this there these those the my your our his her their its everything nothing is are
    was were does do did can all"""
)
"""A word of these after "and" begins a new clause; after "no" and "yes" it shows that they stand alone."""

GOOD = word_set(
    """work works working worked fixed fix fixes solved solves resolved cured repaired better improved gone fine good
    great ok okay normal normally regular ordinary usual well perfect perfectly properly correctly correct smooth
    smoothly successful successfully succeeded excellent functional functioning functions operational healthy
    cleared success happy clean nicely expected responsive freely intact recovered disappeared away vanished easily"""
)
BAD = word_set(
    """broken broke breaks bad badly wrong error errors fail fails failed failing failure failures faulty defective
    problem problems issue issues trouble worse worst same stuck useless dead damaged damage crash crashes crashed
    crashing hang hangs hung slow slowly down frozen freezes freeze froze missing lost unresponsive refuses
    refused denied rejected blocked strange weird odd abnormal loose leak leaks leaking crack cracked burnt burning
    smoke noise noises noisy rattle rattling squeal squealing grind grinding scrape scraping clunk clunks overheat
    overheats overheating hot corrupt corrupted expired intermittent flaky jerky scrambled distorted blurry dim
    flicker flickers flickering unable worn bent rust rusty drag drags dragging difficult unstable
    unsuccessful unsuccessfully struggle struggles trouble weak poorly poor malfunctioning malfunction"""
)

FIXED_WORDS = word_set(
    "fix fixed fixes solve solved resolve resolved help helped helps cure cured trick better improve work"
)
"""Words of a question that asks whether a step helped."""

ATTEMPTS = word_set("try tries tried trying attempt attempted attempting test tested checked looked wanted")
"""What is only tried or looked at is not yet so."""

STILL = word_set("still again keeps continues persists remains unchanged anymore")

SENSES = """
on enabled enable active activated lit glow powered alive running run | off disabled disable inactive unlit dead
hot warm heat overheat overheating heated burning | cold cool chilly cooled
visible see seen came come show display appear view present listed | hidden invisible absent missing gone blank empty
bright light | dim dark
hard firm solid stiff rigid | soft spongy squishy mushy
hard difficult tough | easy easily effortless
flat level even | uneven sloped tilted curved
loose slack wobbly | tight secure tightened snug
intermittent flaky unstable sporadic dropping drops | steady stable constant consistent continuous smooth reliable
jerky pulsing vibrating shaking shudder | smooth even steady
connected connect connects attached plugged linked joined | disconnected disconnect unplugged detached separate
open opened | closed shut close
locked | unlocked released
full | empty
charging charge charged | draining drain drained discharging
fast quick quickly rapid | slow slowly sluggish
loud noisy noise sound sounds hear audible | quiet silent silence mute muted
clean spotless | dirty dusty filthy clogged
wet damp moist | dry
stop stops stopped halt halts | continue continues start
freeze freezes hang hangs frozen unresponsive | responsive responds
scrambled garbled distorted blurry | clear sharp crisp
high | low
same identical unchanged | different changed
always constantly continuously nonstop permanently | sometimes intermittently occasionally never rarely seldom
automatically automatic itself | manually manual
correct right accurate valid | incorrect wrong inaccurate invalid
valid current | expired outdated stale
home house residential domestic private | office work corporate company campus business public workplace
default factory original stock base | custom customized modified changed
new recent recently lately | old ancient
inside indoors | outside outdoors
up | down
all every both each entire | none neither
success successful succeeded | failed failure
straight | crooked bent
upright normal | rotated upside
tinted discolored | uniform
straight centered | pull pulls pulling
allow allowed permit accept accepts accepted | block blocked blocking deny denied reject rejected
installed install present | uninstalled removed missing
online | offline
strong | weak
thick | thin
inflated | deflated flat
lock locks | roll rolls
restart restarted reboot rebooted | restart
noise noises sound sounds squeal rattle clunk grind scrape | silence
stay stays remain remains running continue keeps | shut shutdown
""".strip()
"""Words that say the same and, after the bar, the opposite; a word may stand in several rows."""


@cache
def senses() -> dict[str, tuple[tuple[int, int], ...]]:
    """From a stem to its rows: the row's number, and 1 or -1 for its side."""
    found: dict[str, dict[int, int]] = {}
    for row, line in enumerate(SENSES.split("\n")):
        for side, words in zip((1, -1), line.split("|"), strict=True):
            for word in words.split():
                found.setdefault(stem(word), {}).setdefault(row, side)
    return {word: tuple(rows.items()) for word, rows in found.items()}


@cache
def news() -> dict[str, int]:
    """From a word to 1 for good and -1 for bad news."""
    return dict.fromkeys(GOOD, 1) | dict.fromkeys(BAD, -1)
