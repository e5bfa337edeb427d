"""Natural answers to questions of the shipped trees, ten a question, written as people type them in a hurry."""

from __future__ import annotations

from collections.abc import Mapping

Answers = Mapping[str, tuple[str, ...]]
"""Option to what people say when they mean it."""

QUESTIONS: Mapping[tuple[str, str], Answers] = {
    ("wifi", "device"): {
        "This computer": ("the laptop i'm typing on", "this one here", "my own computer, this one"),
        "A Mac": ("macbook pro", "my mac"),
        "An iPhone or iPad": ("my iphone 13", "the ipad"),
        "An Android phone or tablet": ("samsung phone", "a pixel 8"),
        "Another Windows computer": ("another windows pc",),
    },
    ("wifi", "listing"): {
        "Yes": ("yes there are lots", "yep", "i see a list", "sure does"),
        "No, the list is empty": ("nothing in it", "no it's empty", "it's blank", "no networks"),
        "No, Wi-Fi is off": ("wifi is switched off", "it's greyed out"),
    },
    ("wifi", "visible"): {
        "Yes": ("yes it's there", "i can see it", "it is in the list", "found it"),
        "No, only other networks": ("only other ones", "no just the neighbours", "mine is missing", "not there"),
        "The list is empty": ("list is empty", "there is nothing at all"),
    },
    ("wifi", "nearby"): {
        "Yes": ("yes my phone does", "my phone sees it", "my colleague is on it right now"),
        "No": ("no nobody", "nothing sees it", "nope the phone doesn't either", "no it's gone for everyone"),
        "I have no other device": ("i only have this one", "no other device here", "i can't check that"),
    },
    ("wifi", "where"): {
        "At home": ("at home", "home office", "i'm home", "in my flat"),
        "At work": ("in the office", "at work", "on site"),
        "Somewhere else": ("in a hotel", "on a train", "at the airport"),
    },
    ("wifi", "symptom"): {
        "It wants the password again": ("asks for the password", "it says wrong password", "incorrect password"),
        "I do not have the password": ("i don't know the password", "i forgot the password"),
        "It says it cannot connect": ("can't connect to this network", "it says unable to join"),
        "It connects and drops again": ("connects for a minute then drops", "it disconnects again"),
        "A page wants me to sign in": ("a login page opens",),
    },
    ("printer", "panel"): {
        "No light at all": ("it's dark", "no lights", "dead"),
        "A paper jam": ("paper jam", "paper is stuck"),
        "No paper": ("out of paper", "tray is empty"),
        "No ink or toner": ("toner is empty",),
        "It looks ready": ("says ready", "green light, nothing special"),
    },
    ("printer", "supply"): {
        "Yes": ("yes in the cupboard", "i have a spare one", "yes", "there is one here", "yep got one"),
        "No": ("no", "none left", "we have none", "nope", "i don't have one"),
    },
    ("printer", "test"): {
        "Nothing comes out": ("nothing", "nothing happens", "it stays in the queue"),
        "It comes out elsewhere": ("it prints on the wrong printer", "it came out on another printer"),
        "The page looks bad": ("it has stripes", "the page is blank", "too light"),
        "It prints now": ("it works now", "it printed"),
    },
    ("printer", "others"): {
        "Yes": ("yes my colleague can", "yes", "works for others", "others can print"),
        "No": ("no nobody can", "no", "it fails for everybody", "nobody"),
        "I cannot tell": ("i'm alone here", "can't tell"),
    },
    ("printer", "whose"): {
        "Yes": ("yes", "it's the office printer", "it belongs to the company", "yes it's a company one", "work"),
        "No": ("no", "it's mine", "my own", "no it's my private one", "private printer"),
    },
    ("printer", "urgent"): {
        "Yes": ("yes", "yes urgently", "i need it right now", "it is urgent", "yes for a meeting"),
        "No": ("no", "not today", "it can wait", "tomorrow is fine", "no rush"),
    },
    ("password-reset", "which"): {
        "My work account": ("my work account", "windows password", "the one for everything at work", "my login"),
        "The PIN of my computer": ("the pin", "my windows hello pin"),
        "The Wi-Fi": ("the wifi password",),
        "Another application or website": ("a website", "sap"),
        "A private account": ("my private gmail",),
    },
    ("password-reset", "message"): {
        "It says the password is wrong": ("it says incorrect password", "wrong password", "it's not accepted"),
        "I have forgotten it": ("i forgot it", "i don't remember it", "i have no idea what it was"),
        "It says the password has expired": ("it has expired", "password expired"),
        "It says the account is locked": ("account locked",),
        "It wants a code": ("it wants a code",),
    },
    ("password-reset", "changed"): {
        "Yes": ("yes yesterday", "i changed it on monday", "yes", "yep last week"),
        "No": ("no", "not that i know", "nope same as always", "no it wasn't"),
        "Not sure": ("not sure", "maybe"),
    },
    ("password-reset", "link"): {
        "Yes": ("yes", "i see it", "yes there is one", "yep it's there", "there is"),
        "No": ("no", "there is no link", "i can't find it", "not there", "nope"),
    },
    ("password-reset", "own-phone"): {
        "Yes": ("yes", "i have it here", "yes it's in my hand", "my phone is here", "yep"),
        "No": ("no", "i left it at home", "i have a new number", "no phone", "don't have it"),
    },
    ("password-reset", "stopped"): {
        "No code came": ("no code came", "i didn't get a code", "the code doesn't arrive", "no text message"),
        "The new password is refused": ("it refuses my new password", "the password is too weak",
                                        "password not allowed"),
        "The page says to contact the administrator": ("it says contact your admin", "not enabled",
                                                        "some other error"),
    },
    ("password-reset", "elsewhere"): {
        "Mail on my phone": ("phone", "the mail app on my phone", "on my mobile"),
        "Wi-Fi": ("the office wifi", "wifi"),
        "Saved on the computer": ("in the browser", "a network drive"),
        "none": ("nowhere", "nowhere else", "none"),
    },
    ("account-locked", "message"): {
        "Locked": ("it's locked", "locked out", "account is locked", "too many attempts"),
        "Disabled or expired": ("disabled", "it says expired", "your account has been disabled",
                                "see your administrator"),
        "Something else": ("something else", "another message"),
    },
    ("account-locked", "requests"): {
        "Yes": ("yes", "yes my phone keeps asking", "i got some", "yes last night"),
        "No": ("no", "nothing like that", "none", "no i didn't", "nope", "not that i noticed"),
    },
    ("account-locked", "recent"): {
        "Yes": ("yes", "yes on tuesday", "i changed it last week", "it was reset"),
        "No": ("no", "nope", "same for months", "no it didn't change"),
        "I don't know": ("i don't know", "not sure"),
    },
    ("account-locked", "can-wait"): {
        "Yes": ("yes", "sure", "i can wait", "ok", "fine with me"),
        "No": ("no", "i can't", "no i have a meeting", "it's urgent", "i need it now"),
    },
    ("account-locked", "known"): {
        "Yes": ("yes", "absolutely", "i'm sure", "yes i am", "100 percent sure"),
        "No": ("no", "not really", "not sure any more", "i'm not certain", "no i'm not"),
    },
    ("account-locked", "again"): {
        "Yes": ("yes", "yes it's locked again", "locked again", "it happened again", "again locked"),
        "No": ("no", "no it stays open", "still open", "it works", "not locked any more"),
    },
    ("mfa", "what"): {
        "No code or request comes": ("no code comes", "i don't get a text message", "nothing arrives on my phone"),
        "The code is refused": ("the code is wrong", "it doesn't accept the code"),
        "I have a new phone": ("i've got a new phone", "i changed phones"),
        "My phone is lost or stolen": ("i lost my phone", "it was stolen"),
        "I get requests that I did not start": ("i get requests i didn't ask for",),
    },
    ("mfa", "method"): {
        "A request in an app": ("i tap approve in the app", "push notification", "the app asks me"),
        "A text message or a call": ("sms", "i get a text", "they call me"),
        "A code that an app shows": ("six digits from the app", "a code in the app"),
        "A security key": ("yubikey", "a usb key"),
    },
    ("mfa", "old-phone"): {
        "Yes": ("yes", "i have both", "yes the old one still works", "yep it's in the drawer", "it does"),
        "No": ("no", "i sold it", "it's broken", "no i gave it back", "the old one is dead"),
    },
    ("mfa", "other-way"): {
        "Yes": ("yes", "there is text message", "yes i can use a call", "there's one", "yes sms"),
        "No": ("no", "no other way", "only the app", "nothing else", "there is none"),
    },
    ("mfa", "approved"): {
        "Yes": ("yes", "i approved one", "yes by mistake", "i told them a code", "i'm afraid yes"),
        "No": ("no", "never", "i denied all", "no i didn't", "of course not"),
    },
    ("mfa", "key-state"): {
        "Yes": ("yes", "it's broken", "i lost it", "it's bent", "yes it doesn't blink any more"),
        "No": ("no", "it looks fine", "no it's ok", "it still blinks", "nope"),
    },
    ("no-internet", "look"): {
        "None at all": ("none", "nothing opens", "no page at all", "nothing works", "not a single one", "no"),
        "Some do, some do not": ("some do", "only some", "a few work"),
        "I am not connected at all": ("i'm not connected",),
    },
    ("no-internet", "pages"): {
        "Only one site": ("just one", "only one page", "a single website"),
        "Several or all in this browser": ("all of them in chrome", "many pages", "several"),
        "Every page warns about security": ("they say not secure", "it warns about certificates"),
        "All open again": ("it works now", "all fine again"),
    },
    ("no-internet", "others"): {
        "Yes": ("yes my phone does", "yes", "only mine is offline", "the others are online"),
        "No": ("no", "nobody has internet", "the whole house is offline", "no nothing works"),
        "I cannot tell": ("i can't tell", "i have no other device"),
    },
    ("no-internet", "link"): {
        "Cable": ("cable", "by lan", "ethernet", "docking station"),
        "Wi-Fi": ("wifi", "wireless", "over wlan", "no cable"),
        "Wi-Fi, but it does not connect": ("wifi but it won't connect", "i can't join the wifi"),
    },
    ("no-internet", "lights"): {
        "Steady green, white or blue": ("green", "it's white", "steady green"),
        "Red, orange, blinking or off": ("red", "it blinks", "it is off", "orange"),
        "All lights are off": ("everything is dark", "no lights at all"),
        "I cannot see it": ("i can't see it",),
    },
    ("no-internet", "provider"): {
        "Yes": ("yes", "there is an outage", "yes in my area", "they are working on it"),
        "No": ("no", "no outage", "they say all is fine", "nothing reported"),
        "I cannot find out": ("can't find out", "i could not reach them"),
    },
    ("vpn", "whose"): {
        "My organisation's": ("work", "my company's", "the one from my employer", "the university's", "office vpn"),
        "My own": ("my own", "nordvpn", "i bought it", "a private one", "mine"),
    },
    ("vpn", "look"): {
        "Yes": ("yes", "it says connected", "it's green", "yes it does", "connected"),
        "No": ("no", "it says disconnected", "it keeps connecting", "not connected", "no it doesn't"),
    },
    ("vpn", "inside"): {
        "Nothing inside opens": ("nothing opens", "no internal page opens", "the intranet is dead"),
        "Only one system does not open": ("only one system", "just the shared drive"),
        "It drops again and again": ("it drops all the time", "it disconnects"),
        "The internet is gone while it is on": ("no internet when it's on",),
        "It works now": ("it works now", "all good now"),
    },
    ("vpn", "message"): {
        "Name or password is refused": ("wrong password", "authentication failed"),
        "The sign-in code does not come": ("i get no code", "the code doesn't come"),
        "It says that the account is locked": ("account is locked",),
        "It warns about a certificate": ("certificate error", "something about a certificate"),
        "It waits and gives up": ("it times out", "it's connecting forever"),
        "Nothing at all happens": ("nothing happens",),
    },
    ("vpn", "from-where"): {
        "At home": ("home", "i'm at home", "from home", "home office"),
        "At work": ("office", "at work", "in the building"),
        "Somewhere else": ("hotel", "at a customer", "train"),
    },
    ("slow-computer", "what"): {
        "Everything": ("everything", "the whole computer", "all of it"),
        "It hangs right now": ("it's frozen", "nothing moves"),
        "Only one program": ("only outlook", "just excel"),
        "Only web pages": ("only websites", "just the internet"),
        "Starting it up": ("starting up",),
    },
    ("slow-computer", "uptime"): {
        "Today or yesterday": ("today", "this morning", "yesterday", "an hour ago"),
        "Longer ago": ("weeks ago", "never", "last month", "long ago", "i always close the lid", "two weeks ago"),
    },
    ("slow-computer", "disk"): {
        "15 GB or more": ("200 gb", "a lot", "plenty", "more than half", "100 gb free"),
        "Less than 15 GB": ("almost full", "2 gb", "nothing left", "the bar is red", "5 gb"),
    },
    ("slow-computer", "load"): {
        "Yes": ("yes", "yes one is at 90", "something is at the top", "yes chrome", "one program eats it"),
        "No": ("no", "nothing special", "all low", "no all are small", "nope"),
    },
    ("slow-computer", "busy"): {
        "A program that I use": ("excel", "it's chrome", "a program i use", "teams"),
        "An update, backup or virus scan": ("windows update", "the virus scan", "onedrive backup"),
        "A name that I do not know": ("i don't know that name", "something strange", "never heard of it"),
    },
    ("slow-computer", "age"): {
        "Five years or more": ("very old", "six years", "7 years", "it's ancient", "more than five"),
        "Younger": ("it's new", "two years", "last year", "younger"),
        "I don't know": ("no idea",),
    },
    ("reinstall-app", "what"): {
        "It does not start": ("it doesn't open", "it won't start", "nothing happens when i click"),
        "It crashes or freezes": ("it crashes", "it freezes", "it closes by itself"),
        "It shows an error message": ("it shows an error", "error message"),
        "It is not on this device": ("it's gone", "it's not installed"),
    },
    ("reinstall-app", "uptime"): {
        "Yes": ("yes", "i restarted it yesterday", "yes this morning", "yep"),
        "No": ("no", "never", "i only close the lid", "weeks ago"),
        "Not sure": ("not sure", "i don't remember"),
    },
    ("reinstall-app", "browser"): {
        "Yes, and that is enough": ("yes", "the web version is fine", "yes that's enough",
                                    "i'll use the browser", "good enough"),
        "No": ("no", "there is no web version", "i need the real program", "no not enough", "nope"),
    },
    ("reinstall-app", "data"): {
        "Yes": ("yes", "my projects are in it", "yes local files"),
        "No": ("no", "it's all in the cloud", "nothing of mine", "no everything is on the server"),
        "Not sure": ("not sure", "maybe", "how would i know"),
    },
    ("reinstall-app", "source"): {
        "The company's software list": ("company portal", "from it", "software center"),
        "An app store": ("microsoft store", "the app store"),
        "A website or a file": ("i downloaded it", "from a website"),
        "I installed it for myself": ("i installed it myself", "it's private"),
        "I don't know": ("it was always there",),
    },
    ("reinstall-app", "stopped"): {
        "It asks for an administrator": ("it wants an admin password", "i need admin rights", "not allowed"),
        "It is not in the list": ("it's not in the list", "can't find it", "not offered"),
        "The download does not start": ("the download hangs", "it stays at zero"),
        "It has the same fault as before": ("same fault as before", "it still crashes"),
    },
    ("email-not-arriving", "what"): {
        "All new mail": ("all mail", "nothing arrives", "no mails at all"),
        "Mail from one sender": ("mails from one customer", "only from one person"),
        "One message": ("one e-mail", "a single message"),
        "Mail on my phone only": ("only on my phone", "just the phone"),
        "Mail that I send": ("mails i send",),
    },
    ("email-not-arriving", "web"): {
        "Yes": ("yes", "yes they are there", "i see them in the browser", "it's there"),
        "No": ("no", "not there either", "same in the browser", "no nothing new"),
        "I cannot sign in": ("i can't sign in", "it refuses my password"),
    },
    ("email-not-arriving", "full"): {
        "Yes": ("yes", "it's full", "yes the bar is red", "over the limit", "99 percent"),
        "No": ("no", "there is enough space", "not full", "no plenty of room", "nope"),
    },
    ("email-not-arriving", "rules"): {
        "Yes": ("yes", "there is a strange rule", "yes a forwarding i don't know", "one i did not make"),
        "One of my own takes the mail away": ("my own rule", "an old rule of mine"),
        "No": ("no", "no rules", "nothing there", "none"),
    },
    ("email-not-arriving", "sender-error"): {
        "Yes": ("yes", "yes it came back", "they got an error", "undeliverable"),
        "No": ("no", "nothing came back", "no error", "nope"),
        "I don't know": ("i haven't asked", "i don't know"),
    },
    ("email-not-arriving", "where-sent"): {
        "In the outbox": ("outbox", "it's stuck in the outbox", "still sending"),
        "In drafts": ("drafts", "in my drafts", "it was never sent"),
        "In the sent items": ("sent", "in the sent folder", "it has gone out", "sent items"),
    },
    ("call-sound", "what"): {
        "I hear nothing": ("i hear nothing", "i can't hear anybody", "no sound"),
        "The others do not hear me": ("nobody hears me", "they can't hear me", "my mic doesn't work"),
        "There is an echo or noise": ("there's an echo", "buzzing"),
        "The sound breaks up": ("it cuts out", "robot voice"),
    },
    ("call-sound", "hurry"): {
        "Yes": ("yes", "they are waiting", "i'm in it", "yes right now", "it starts now"),
        "No": ("no", "not right now", "i have time", "no later", "nope"),
    },
    ("call-sound", "everyone"): {
        "In every call": ("always", "in every call", "with everybody", "every meeting"),
        "With one person only": ("only one person", "just with my boss", "only with her"),
        "I don't know": ("first call today", "not sure", "no idea"),
    },
    ("call-sound", "kind"): {
        "A headset with a cable": ("usb headset", "with a cable", "wired headset"),
        "A Bluetooth headset": ("bluetooth", "airpods", "wireless headset"),
        "The device itself": ("the laptop itself", "built in", "no headset"),
        "A meeting room": ("a meeting room",),
    },
    ("call-sound", "another"): {
        "Yes": ("yes", "yes another one works", "it works without the headset", "the other headset is fine"),
        "No": ("no", "same with another one", "neither works"),
        "I have nothing else": ("i have no other", "only this one", "i can't try"),
    },
    ("verify-identity", "who"): {
        "I need help myself": ("me", "it's for me", "i'm the user", "i need help", "myself"),
        "I am the agent": ("i'm the agent", "agent", "service desk", "helpdesk", "i'm on the phone with them"),
    },
    ("verify-identity", "reached"): {
        "The same person": ("same person", "it's them", "yes they answered", "the same voice"),
        "Nobody": ("nobody", "voicemail", "no answer"),
        "Somebody else": ("somebody else", "a different person", "another voice"),
    },
}  # fmt: skip
"""Tree and node to its options and their natural answers."""
