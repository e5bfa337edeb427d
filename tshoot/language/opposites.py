"""Words that say the same and words that say the opposite, as people use them of things that work or do not.

Rows are chosen by hand; many of their words come from the clusters of adjectives of WordNet 3.1 (Princeton
University, WordNet License), kept where they are said of machines, rooms, cables, fluids, screens and sounds.
"""

from __future__ import annotations

from functools import cache

from tshoot.language.words import stem

SENSES = """
on enabled enable active activated working live lit glow alive running run | off disabled disable inactive unlit
    dead out dark black
hot warm heat overheat overheating heated burning baking blistering fiery boiling scorching scalding sweltering
    steaming toasty roasting | cold cool chilly cooled cold icy freezing frosty lukewarm tepid
visible see seen came come show display appear view present listed detect detected recognise recognised
    recognize recognized identified found finds registered pick | hidden invisible absent missing gone blank
    empty
lit illuminated lighted glow glows glowing shine shines shining shone bright light | dark unlit black
    extinguished blank
bright light brilliant brighter | dim dark faint dimmer dimmed brown
hard firm solid stiff rigid | soft spongy squishy mushy
hard difficult tough awkward tricky | easy easily effortless simple freely lightly
flat level even flush horizontal | uneven sloped tilted curved wavy tipped leaning bulge bulges bulging bulged
    swollen swell puffed puffy bloated domed lump bubble bump
stable steady rigid solid still | rock rocks rocking wobble wobbles wobbling wobbly shaky sways tips
loose slack wobbly wobble wobbles wobbling rock rocks rocking baggy floppy sagging moves shifts wiggle wiggles
    play rattly undone | tight attached secure tightened snug solid fast firm firmly snugly taut torqued
intermittent flaky unstable sporadic dropping drops fluctuating fluctuates erratic | steady stable constant
    consistent continuous smooth reliable
jerky pulsing vibrating shaking shudder vibrates shakes shudders judders | smooth even steady
connected connect connects attached plugged linked joined hooked paired bolted screwed fastened fixed mounted |
    disconnected disconnect unplugged detached dangling separate unhooked unpaired
open opened ajar | closed shut close sealed
locked | unlocked released
full brimming filled topped max maximum | partfull free space room empty emptied drained void none vacant
charging charge charged | draining drain drained discharging
fast quick quickly rapid swift swiftly instantly immediately straightaway snappy | slow slowly sluggish crawling
    crawls laggy ages forever
loud noisy noise sound sounds hear audible | quiet silent silence mute muted soundless
clean replaced spotless immaculate pristine scrubbed washed shiny spotlessly | dirty dusty filthy clogged greasy oily
    grimy muddy lint dust fluff gunk crud grime
clean shiny bare | corroded corrosion rusty rust crust crusty green rusted fuzz fuzzy powder gunk
clear unobstructed open free | blocked packed clogged obstructed debris filthy jammed plugged stuck choked
    congested
wet damp moist soaked soggy drenched puddle water watery sweaty dripping flooded | dry dried bone
leak leaks leaking drip drips dripping seeping weeping oozing puddle stain spots wet drop drops | dry sealed
    tight watertight
stop stops stopped halt halts | continue continues start
freeze freezes hang hangs frozen unresponsive | responsive responds
scrambled garbled distorted blurry fuzzy grainy pixelated | clear sharp crisp
high elevated | low
same identical unchanged constant alike | different change changed differs vary varies depends affects worse
    better weaker stronger
always constantly continuously nonstop permanently every | sometimes intermittently occasionally never rarely
    seldom
automatically automatic itself | manually manual
correct right accurate valid matching match matches | incorrect wrong inaccurate invalid mismatched
valid current | expired outdated stale
uptodate current latest newest updated | outdated obsolete old
update updated upgrade upgraded
milky creamy cloudy foamy milkshake mayonnaise frothy | clear amber transparent golden
drop dropped fell fall tumble tumbled knock knocked bump bumped
tow towing towed pull pulling haul hauling trailer camper caravan carrying loaded
shake shakes shaking vibrate vibrates vibrating vibration tremble trembles trembling wobble wobbles wobbling
    shimmy shimmies shudder shudders judder quiver | steady smooth still
die dies dead quit quits stall stalls stops expire flat drained | keeps idling continues
install installed applied fitted added mounted put wired
replace replaced changed swapped renewed | original same
together simultaneously | separately individually alone
immediately instantly promptly second moment | later eventually slowly gradually
suddenly abruptly unexpectedly | gradually slowly
unused parked idle sitting sat stored garage | used driven use drive daily
exact exactly precisely correct
locks freezes freeze hangs stuck
light lights led lamp indicator bulb
symbol icon light sign
fluid liquid coolant antifreeze oil water
home house residential domestic private | office work corporate company campus business public workplace
default factory original stock base oem genuine | custom customized modified changed aftermarket replacement
    universal generic borrowed borrowing
new recent recently lately fresh newborn | old ancient aged antique original years
inside indoors | outside outdoors
up | down
all every both each entire | none neither
success successful succeeded pass passes passed passing | failed failure fail fails flunked
straight true | crooked bent warped kinked
bent kinked twisted crushed squashed pinched crimped | straight unbent
upright normal | rotated upside
tinted discolored | uniform
straight centered | pull pulls pulling drift drifts drifting veer veers veering tugs
allow allowed permit accept accepts accepted | block blocked blocking deny denied reject rejected
installed install present | uninstalled removed missing
online | offline
strong powerful vigorous | weak feeble faint poor
thick | thin
inflated | deflated flat
lock locks | roll rolls
restart restarted reboot rebooted | restart
noise noises sound sounds squeak squeaks squeaking squeal rattle clunk grind scrape click hum buzz beep tick
    whir whine crackle hiss knock knocking tap tapping ticking rumble roar | silence quiet silent silently
stay stays remain remains running continue keeps | shut shutdown
damaged chewed frayed bitten exposed nicked nick nicks broken cracked torn tear rip ripped rips tears frayed cut
    chipped burnt burned blown melted busted worn dented split snapped ruptured | intact whole undamaged
    unbroken flawless perfect mint uncut
worn thin bald threadbare | new unworn thick fresh
cracked crack cracks split chipped torn tear | smooth intact whole
blown burnt burned popped | intact whole
stuck seized jammed frozen sticking sticky | free freely loose moves budges spins turns
running spinning turning | stopped still standing
turns moves spins rotates running move turn spin rotate budge budges | stuck seized jammed stationary standing
    still
present there installed inserted seated attached | missing absent gone removed lost
near close nearby adjacent range reach | far distant remote
single one only | several many multiple all both various
multiple several many all both more | single one only
complete completes completed finishes finished ends reaches | incomplete aborts hangs stops quits
finish finishes end ends complete completes | stop stops hangs freezes stalls
rise rises rising climbs climbing increases up grows | fall falls falling drops dropping decreases down sinks
drop drops dropped fell fall lower lowered decreased | stayed stays same unchanged constant rose
start starts started boots boot booted fires ignites runs | stalls dies died dead die stops stopped quits
begin began start started | end ended
plain normal usual ordinary regular typical expected | strange odd weird abnormal unusual peculiar funny
recent lately recently new | old ancient
often frequently regularly usually | rarely seldom never
permanent | temporary
wired cable ethernet | wireless
male | female
first | last second third
front | rear back
left | right
public | private
smooth freely easy | rough scraping grinding gritty scratchy stiff
aligned straight centred | misaligned crooked off
even evenly equal equally uniform | uneven unevenly patchy
sweet | burnt acrid
tight sealed | loose leaking
stays stay stayed remains remain holds hold | jumps jump slips slip pops pop moves move falls fall comes
enough sufficient plenty full ample | empty low insufficient
between | below under lower beneath | above over higher | outside beyond
above over higher past beyond | below under lower
low little below minimum empty short | high full enough plenty above maximum
shuts shut shutdown switches off dies | running
red | green | blue | orange amber | yellow | white | black | purple violet | grey gray | brown
automatic | manual stick clutch
stacked packed covered loaded piled | empty bare cleared
smooth even | grooves groove grooved scored ridges scratches rough gouges
touch touches touching rub rubs rubbing contact | gap apart clear space
up max maximum full loud | down muted mute zero low quiet
alive life live works | dead dark silent lifeless
worn thin | plenty thick
top upper | middle center | bottom lower
guest | main normal own
recent lately recently | ages
morning | noon | evening | night
musty moldy mouldy stale stinks stink stinky reeks
smell smells smelled odor odour stink stinks reeks whiff
spill spilled spilt poured knocked splashed dropped
jump jumps jumping hop hops skips skipping leaps
better improved improves improvement smoother smooth quicker faster perked | worse rough rougher same
misfire misfires hesitate hesitates stumble stumbles buck bucks jerk jerks sputter sputters stutter stutters
    surge | smooth smoothly strongly evenly
responsive quick quicker faster fast snappy flies | sluggish slow slower laggy
knock knocks knocking tap taps tapping | quiet silent silently
""".strip()
KINDS = {
    "noise": """squeal rattle clunk grind scrape click hum buzz beep tick whir whine crackle hiss knock squeak chirp
    rumble roar thump bang pop whistle clatter screech clack""",
    "damag": "crack dent scratch tear rip hole burn bend break",
    "liquid": "water coffee juice tea beer wine soda milk",
    "hear": """humming squealing rattling clunking grinding scraping clicking beeping ticking whirring buzzing hissing
    knocking squeaking noise sound hum buzz whir whine click beep hiss rumble roar thump bang""",
    "error": "code message warning",
    "dirt": "dust mud grease grime gunk hair lint fuzz sand",
}
"""Words for a whole kind, by stem, and the words that answer for it: "is there a noise?" is met by a squeal."""

ROWS = SENSES.replace("\n    ", " ").split("\n")
"""Words that say the same and, after a bar, something that excludes it; a word may stand in several rows."""


def sense_of(name: str) -> tuple[tuple[int, int], ...]:
    """The rows of a stem, also of one such as "warmest" or "lower"."""
    found = senses().get(name, ())
    if not found and len(name) > 5:
        for ending in ("iest", "est", "ier", "er"):
            if name.endswith(ending):
                found = found or senses().get(stem(name.removesuffix(ending)), ())
    return found


@cache
def kinds() -> dict[str, frozenset[str]]:
    """From the stem of a kind to the stems that belong to it."""
    return {stem(kind): frozenset(map(stem, words.split())) for kind, words in KINDS.items()}


@cache
def senses() -> dict[str, tuple[tuple[int, int], ...]]:
    """From a stem to its rows: the row's number, and the place of its side."""
    found: dict[str, dict[int, int]] = {}
    for row, line in enumerate(ROWS):
        for side, words in enumerate(line.split("|")):
            for word in words.split():
                found.setdefault(stem(word), {}).setdefault(row, side)
    return {word: tuple(rows.items()) for word, rows in found.items()}
