"""More first messages, held back while the symptoms were improved: what they find shows how far that carries."""

from __future__ import annotations

from collections.abc import Mapping

LATER: Mapping[str, tuple[str, ...]] = {
    "wifi": (
        "netbook keeps losing the wlan",
        "samsung tablet can't see any wireless networks",
        "wrong wifi key but it's the one from the sticker",
        "no wifi in the meeting room upstairs",
        "ipad stuck on joining network",
    ),
    "printer": (
        "zebra printer prints blank labels",
        "brother printer not found",
        "the big printer is jammed again",
        "print preview fine but nothing on paper",
        "streaks on every sheet from the laser printer",
    ),
    "password-reset": (
        "what was my password again",
        "can't sign in to windows, it rejects my password",
        "need to change my pw before it runs out",
        "your password has expired and must be changed",
        "passphrase not recognised on the mac",
    ),
    "account-locked": (
        "locked out of windows",
        "i got blocked after mistyping",
        "user account disabled since monday",
        "the system says this account is currently locked",
        "unlock me",
    ),
    "mfa": (
        "google authenticator shows wrong codes",
        "i lost the phone i use for approving logins",
        "push notification for login missing",
        "security code text never arrives",
        "got a new number, cannot get my codes",
    ),
    "no-internet": (
        "connected, no internet",
        "my modem shows a red lamp",
        "firefox can't find the server",
        "all of us at home are offline",
        "ethernet port seems dead",
    ),
    "vpn": (
        "openvpn tls handshake failed",
        "vpn keeps kicking me out",
        "cannot open internal sites from my home office",
        "pulse secure won't log me in",
        "vpn error 691",
    ),
    "slow-computer": (
        "laptop is super slow",
        "computer freezes every few seconds",
        "hard drive almost full",
        "boot takes forever",
        "windows is lagging terribly",
    ),
    "reinstall-app": (
        "indesign quits on startup",
        "can you install notepad++ for me",
        "program won't launch",
        "spotify crashed and won't open again",
        "the erp client gives an error when i start it",
    ),
    "email-not-arriving": (
        "haven't received any mail since yesterday",
        "outlook inbox not updating",
        "my message to the client bounced",
        "sent mail stays in the outbox",
        "supplier's email isn't in my inbox",
    ),
    "call-sound": (
        "microphone not working in webex",
        "i can't hear the others in the meeting",
        "echo when i talk",
        "my voice keeps cutting out",
        "airpods have no sound in teams",
    ),
    "verify-identity": (
        "prove that i am me",
        "the desk says they must verify me",
        "identity check please",
        "confirm a caller's identity",
        "is this caller genuine",
    ),
    "network": (
        "no dhcp lease, 169.254 address",
        "switch port err-disabled",
        "clients roam too much between access points",
        "dns server of the site answers wrongly",
        "whole floor offline, wired",
    ),
    "account": (
        "trace a lost email",
        "account locks again right after unlocking",
        "reset mfa methods of a user",
        "user hacked, suspicious logins",
        "assign a licence",
    ),
    "workstation": (
        "stop code 0x7e",
        "disk failing smart status",
        "temporary profile at logon",
        "notebook won't power on",
        "rebuild the laptop with the standard image",
    ),
    "platform": (
        "need root cause for the recurring outage",
        "vendor ticket for a firmware defect",
        "data centre outage",
        "rollback of a failed deployment",
        "write the known solution",
    ),
}  # fmt: skip
"""Five more each, written before the symptoms were improved and never looked at while doing so."""
