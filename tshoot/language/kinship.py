"""Words that people use for one another when they ask back: "wipe" for "delete", "pay" for "cost"."""

from __future__ import annotations

from functools import cache

from tshoot.language.words import stem

_FAMILIES = """
file document picture photo data music video paper letter work homework thesis plan stuff memory
lose lost gone delete erase wipe remove vanish disappear vanished
save rescue recover restore retrieve back
keep remain stay untouched survive
cost price pay money expensive cheap dollar euro pound fee bill spend charge worth afford
danger dangerous safe safety harm harmful hurt damage explode fire catch burn injure risk risky worry shock
danger dangerous toxic poisonous acid gas glove goggles
electric electricity electrical shock current power plug unplug
warranty guarantee void
clean cleaning scrub scrape brush dirt dirty dust dusty gunk stuff rust
check test verify examine inspect determine measure
open access enter reach log login arrive
login log password username credential account user pin signin
default original factory initial standard
setting configuration option preference configure
reset restart reboot restore
disable off deactivate turn switch
enable on activate
replace replacement swap change exchange new another
repair fix mend mending service
broken bad faulty blown defective damaged dead burnt burned failed
swollen bulge bump bloat swell puff
monitor screen display tv television panel lcd
cable lead cord wire strap
charger adapter adaptor brick
charge charging fill
power current electricity energy juice watt wattage strong strength volt
drain draw pull use consume eat suck
outlet socket port plug jack hole
car vehicle auto truck van
engine motor
detergent soap powder
level crooked uneven tilt straight slope
leak drip seep
noise sound click tick rattle grind squeal
water liquid fluid puddle
petrol gas gasoline fuel diesel
drive disk disc ssd hdd
computer laptop pc machine notebook desktop
wireless wifi wlan network internet
brand make maker manufacturer manufacture company
light lamp bulb led
tight loose firm give slack
open unscrew screw dismantle disassemble
last live lifespan old age due replace
second external extra another
strong big large high
hot warm heat overheat temperature
cold cool chilly cooling
stop quit end cease cut
signal reception strength
empty drain out
stuck jam jammed blocked
hide hidden invisible
allow allowed permit may
full complete
bleed bled
shake shook shaken
blow blew blown
light lit
drive drove driven
spin spun
hold held
bend bent
""".strip()
"""One family a line; a word may belong to several."""


@cache
def _families() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _FAMILIES.split("\n"):
        family = {stem(word) for word in line.split()}
        for one in family:
            found.setdefault(one, set()).update(family - {one})
    return {one: frozenset(others) for one, others in found.items()}


def kin(one: str) -> frozenset[str]:
    """The stems that may be said for this one."""
    return _families().get(one, frozenset())
