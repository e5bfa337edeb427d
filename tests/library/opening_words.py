"""How people begin when they ramble, or tell one problem as a long story; all of it invented."""

from __future__ import annotations

from collections.abc import Mapping

ONE: Mapping[str, tuple[str, ...]] = {
    "wifi": (
        "Hi team, hope you are well. Since I came back from holiday my laptop does not find the wifi in the"
        " office. I restarted it twice and asked a colleague, hers is fine. I have a Dell Latitude with Windows"
        " 11. Thanks, Ana",
        "wifi is down so I cannot print or send mail",
        "Good morning, I am sitting in the meeting room on the third floor and the wireless keeps dropping"
        " every few minutes, which is really annoying because I have a customer on the line. On my phone it is"
        " the same.",
        "So yesterday evening my son changed something on the router at home and now my work notebook asks for"
        " the wifi key over and over. I typed it ten times. It is written on the box so it must be right.",
        "hello, i moved desks this week (from 2B to 4C) and since then there is hardly any wlan signal, one bar"
        " if i am lucky. pages load forever and teams kicks me out. can something be done about the wireless"
        " here?",
        "I am at a hotel in Lyon, checked in an hour ago, the guest wifi shows up but the sign-in page never"
        " comes. My presentation is at nine. The man at the desk gave me a new code, no luck. Everything worked"
        " last week.",
        "The wifi symbol has vanished from my taskbar after the update last night, there are no networks in the"
        " list at all, I can work with the cable but the cable is short, please advise",
    ),
    "no-internet": (
        "Hello, the wifi is connected, full bars, but no page opens, not in Chrome and not in Edge. I rebooted"
        " the laptop and unplugged the router for a minute as my provider told me. Still the same. I can't work"
        " like this.",
        "Since the storm this morning the whole house is offline, the router has a red light, my kids can't do"
        " their homework and I cannot get to my mail or anything. The phone works on mobile data.",
        "everyone at home is offline, i called the provider and they said they see nothing wrong. the modem"
        " blinks red. i tried another cable too",
        "Browser says DNS server not responding. I googled a bit and somebody said to flush something, which I"
        " did not dare. It is an HP desktop on a cable, by the way, and worked until lunch.",
        "My desktop PC is on the dock with a network cable and it says unidentified network, so neither Outlook"
        " nor Teams nor the file shares do anything. Colleagues next to me are fine.",
        "some websites open and others do not, e.g. our travel portal loads forever while the news are there at"
        " once. I cleared the cache and used another browser. Regards, Peter Novak, Sales",
    ),
    "vpn": (
        "Hi, I am working from home today and the VPN does not connect, it says connection timed out after a"
        " minute or so. The internet itself is fine, I can read the news. I restarted twice. I need the"
        " intranet for the payroll.",
        "GlobalProtect keeps spinning on connecting. Yesterday all was good. My password was changed last week"
        " but the laptop takes it. Could you have a look please, thanks a lot, Maria",
        "when I am on vpn the shared drive does not open and the intranet does not either, without vpn I get to"
        " google and so on. This is a Lenovo T14. It started after I came back from Spain.",
        "The vpn connects and drops after a minute, connects again, drops again. I am on the train a lot but it"
        " is the same at home with good wifi. It makes calls with the office impossible.",
        "I'm new here, started on Monday, and I was told that I can work from home with the VPN, but it always"
        " says certificate error. My colleague sits next to me and hers works. What do I have to do?",
        "no internet as soon as the VPN is on, without it everything is fine, that is since the update on"
        " tuesday, i reinstalled the client as the wiki says and it did not change a thing",
        "Hello, me from the Hamburg office. In the hotel the VPN says authentication failed, at home it"
        " connects. My charger broke too but I bought one. The board wants the figures from the intranet tonight.",
    ),
    "password-reset": (
        "Good day, I was on parental leave for a year and cannot remember my password at all. My manager tried"
        " to help but he can't see it of course. How do I get a new one? I need it to read my mail and to book"
        " my hours.",
        "The computer says my password is wrong although I am sure it is right. I typed it slowly, checked caps"
        " lock, tried another keyboard. It is Monday and I have forty things to do. Please help me soon. Best"
        " regards, Tim",
        "outlook keeps asking me for the password again and again since i changed it on friday, on the phone it"
        " is the same, in the browser it works",
        "My password expired over the weekend while I was ill, now the laptop does not let me in and I can't"
        " reach the page where you change it because I am at home.",
        "hey, the reset link in the mail you sent does not work, it says invalid or something. I clicked it"
        " three times and copied it too. I use a MacBook. Thanks",
        "The PIN of my laptop is not accepted any more, I have used it for two years every morning. I can't"
        " remember the long password because I always use the PIN.",
    ),
    "account-locked": (
        "Hello, I mistyped my password a few times this morning because of the new keyboard and now it says"
        " that my account is locked. I waited half an hour, as the message says, but nothing changed.",
        "my account gets locked again and again, you unlocked it yesterday and the day before, thank you for"
        " that, but this morning it was locked out once more before I even typed anything",
        "It says the referenced account is currently locked out and may not be logged on to. I have no idea"
        " what that means, I only came in to print a few pages for my boss.",
        "hi there, this is Olga from the warehouse, the scanner terminal says my user is blocked for security"
        " reasons, we have a truck waiting. please unlock me",
        "Your sign-in was blocked, that is all I get. I am abroad in Norway this week, perhaps that is why. My"
        " phone says the same and I can't reach anybody.",
        "I was away for four months and now my account has been deactivated or expired, the laptop says to see"
        " my administrator, who I suppose is you",
    ),
    "mfa": (
        "Hi, I got a new phone on Saturday and gave the old one to my daughter, now the authenticator is empty"
        " and I cannot sign in to anything that asks for a code. I still know my password.",
        "The code by text message does not come. I waited ten minutes, asked for another one, restarted the"
        " phone. I do get normal messages from my wife. My number is still the same.",
        "i lost my phone on the train, and I need it for signing in, my laptop asks to approve something on it."
        " The police know already, the phone company too.",
        "It asks me to approve a sign in that I did not start, three times this night, woke me up. I pressed"
        " no. Should I worry? I have an iPhone 13 if that matters.",
        "the six digit code is always refused, I type it at once, there is lots of time left on the little"
        " clock. My colleague says her codes are fine",
        "My yubikey is not recognised since the update, the light does not come on when I touch it, and without"
        " it i cannot get into the admin portal. I cleaned the contacts and used another port.",
    ),
    "slow-computer": (
        "My laptop has become so slow, it takes ten minutes to start, then Outlook takes ages to open, Excel"
        " hangs, the fan is loud all day. I deleted some files, I restarted it every evening. It is four years"
        " old, a ThinkPad.",
        "Hello, everything takes forever today. Typing in Word appears seconds later, the mouse jumps,"
        " switching windows takes half a minute. I have a deadline at noon. Is there something that I could do"
        " myself?",
        "there is no space left on the disk and now my computer crawls. I have no idea what is so large, I only"
        " have some pictures of the Christmas party. Could you free some room please",
        "since the last update my Mac shows the beach ball all the time, in Safari, in Mail, in Finder,"
        " wherever I click. I let it run over night and it is the same this morning",
        "The machine freezes several times a day, usually when I am in a call with many windows open, and then"
        " I have to hold the power button. After the restart it is fine for an hour.",
        "Dear colleagues, my PC is crawling. When I open a PDF and a browser at the same time I can go and get"
        " a coffee. Kind regards, J. Weber, Purchasing, room 214",
    ),
    "printer": (
        "The printer on the second floor takes the paper in crooked and chews it, we opened all the flaps and"
        " pulled out two sheets, it still says paper jam. We have to send forty letters today.",
        "Hi, I sent my contract to the printer five times and nothing comes out, it just sits in the queue. The"
        " display says ready. My colleague can print, from the same room. I use an HP laptop with Windows 10.",
        "my new label printer is not in the list on my computer, i plugged it in and waited, downloaded"
        " something from the brother site, restarted. how do I add it?",
        "all pages come out with black lines down the side and the print is very light, we changed the toner"
        " yesterday, it was expensive. The auditors come tomorrow and they want paper, of course.",
        "Printer says offline although it is on and the little wifi light is blue. My phone can print to it."
        " Windows cannot. I deleted it and added it again, twice. Thanks for your patience with me",
        "It is me again, sorry. My printouts land on the machine in the other office, people bring me my"
        " payslips. It started when we moved. I only ever press print, I change nothing.",
        "Dear all, the toner is empty again, third time this month, and I print next to nothing. The one in"
        " the cupboard does not fit. I know where the coffee is but not where the toner is.",
    ),
    "reinstall-app": (
        "Excel does not open any more, I click the icon, there is a white window for a second and then nothing."
        " Word and Outlook are fine. I restarted the laptop. I need the budget file by five.",
        "Hello, since the update the CAD program crashes all the time, usually when I save. I lost two hours of"
        " work yesterday and again this morning. The error message says something about a module.",
        "I need Visio on my laptop for a project that starts next week, my boss has agreed. How do I get it, is"
        " there a form? Thanks and have a nice day",
        "The time tracking app has disappeared from my computer after the upgrade to windows 11, it was on the"
        " desktop and in the menu. I looked everywhere, I searched for it, no trace.",
        "sap shows an error on launch, it says something about a missing file and closes by itself, my"
        " colleague Ben has the same machine and has no trouble at all",
        "the app for the expenses on my phone freezes as soon as I take a picture of a receipt. i deleted it"
        " and installed it again. it is a samsung from the company",
    ),
    "email-not-arriving": (
        "Hi, a customer says that she wrote to me three times this week and I have nothing, not in the inbox"
        " and not in the junk folder. Mails from others arrive. She is getting angry and my boss too.",
        "No new mail since this morning. Outlook says connected at the bottom. I restarted it, I restarted the"
        " laptop, I sent myself a test. On the phone there is nothing new either, which never happens on a"
        " Monday.",
        "my mailbox is full, it says so every time i open outlook, and now people get their mails back. i"
        " deleted a lot of old stuff but the number does not change",
        "An important invoice from our supplier has not come. They showed me on the phone that it was sent on"
        " Tuesday at ten. I need it to pay them, otherwise they stop the delivery. Best, Karin",
        "I got an error message from the mailer daemon, undeliverable it says, when I write to our office in"
        " Brazil. I checked the address letter by letter. Others in the team can write to them.",
        "A mail is stuck in the outbox since yesterday, with a large attachment, the drawings for the new hall."
        " I closed Outlook and opened it again, tried from home as well.",
    ),
    "call-sound": (
        "Nobody can hear me in the meeting, they see my lips move and wave at me. I have a Jabra headset with a"
        " cable, it worked last week. I looked at the mute button a hundred times. The camera is fine.",
        "In Teams calls the others say I sound like a robot and that there is an echo, only when I work from"
        " home, with the same headset. My internet is fast, I can watch films.",
        "Hello IT, I cannot hear anybody in the call since I bought new bluetooth headphones. Music works. The"
        " headset is connected, it says so. I have to lead a workshop at two. Thank you",
        "there is no sound in zoom, in youtube there is. i clicked on everything that looks like a loudspeaker,"
        " rebooted, asked my son. Windows 11, Lenovo Yoga",
        "my microphone is greyed out in Webex and I can't unmute it, so I type in the chat while everybody"
        " talks, which is a bit embarrassing with clients. It began after the update on thursday",
        "The conference room on floor five has no audio, the people on the screen talk and we hear nothing, we"
        " tried the remote and the cable. The picture is good.",
    ),
}
"""Rambling messages about one problem, by the tree that is meant."""

LONG: Mapping[str, tuple[str, ...]] = {
    "wifi": (
        "Hello dear colleagues, I hope you had a nice weekend. I was at my parents' house with the children, it"
        " rained all day, so I wanted to finish the report for Mr Klein there. My father has a router from 2015"
        " or so, he is proud of it. The laptop, a grey HP with a sticker on it, does not want to join the wifi"
        " there. My tablet did, my father's phone did. I drank three coffees and gave up. Now I am back at the"
        " office and it is the same here. I would be glad about a call. With best wishes from the third floor,"
        " Johanna Berg, Controlling",
        "OK so here is the story: on Friday they painted our corridor and moved all the desks, mine stands"
        " behind the pillar now, which I did not ask for. Since then the wireless drops whenever I sit down."
        " Jim says it is the pillar. Jim says many things. I tried sitting on the window side and it held for"
        " an hour. The plants there are nice. Anyway I can't carry my chair around all day, can I?",
        "Good afternoon. Long time no see! We met at the summer party, I was the one with the guitar. You told"
        " me to write if anything comes up, so here I am. My notebook is the model with the red dot. I was in"
        " Prague for a week, a lovely city by the way, we ate too much. Now it doesn't see any wireless network"
        " at all, neither here nor at home. I would like to have it ready by Thursday because of the trip to"
        " Graz.",
    ),
    "printer": (
        "Hi, sorry to bother you with this on a Monday, I know that you have more important things to do, last"
        " week you were very kind about the chair. So, I am the assistant of Dr Lang, who travels a lot, and"
        " she likes her boarding passes on paper, she is old school like that. I put them on the printer and it"
        " hums, thinks a bit, then shows an error code, then hums again. She leaves at four. I have already had"
        " a word with the machine. Is there a trick? If not I will walk over to the copy shop, they know me.",
        "To whom it may concern: for two weeks the paper has been jamming in the machine next to the kitchen."
        " Everybody opens the door, pulls, swears, leaves. Yesterday somebody put a yellow note on it, today"
        " there are seven notes. I counted them while I waited. I have worked here for thirty years and in the"
        " beginning we had typewriters, they were loud but they did what you told them. Please send somebody"
        " with small hands. Yours truly, W. Hoffmann",
        "hey, me again from the workshop. we have this big printer for the drawings, the one uncle Sam called"
        " the monster. this morning the sheets come out completely white, six metres of it, mike is wearing it"
        " as a scarf now. the drawings have to be at the building site before the crane comes, and the crane"
        " costs more an hour than i earn in a week. i opened the lid, looked serious, closed the lid. no"
        " change. over to you",
    ),
    "password-reset": (
        "Dear service desk, after eleven months at home with our twins, Emil and Ida, I am back at work since"
        " this morning, and it feels like the first day at school. They kept my desk, even my cup is still"
        " there. Only my head is empty: I have no idea what my password was, I suppose something with the name"
        " of the dog. I tried the dog, the old dog and the cat. My boss expects me in a meeting at one where I"
        " shall say a few words. With kind regards from the new and old Nadia",
        "Hi. So I did what the poster in the lift says and made a new password, a long one with a sentence,"
        " numbers and the lot, I was rather pleased with myself. Then came the long weekend, we went to the"
        " lake, I swam and read and forgot everything, which is what holidays are for. Including, as it turns"
        " out, my password. My wife laughed. I found a piece of paper in my bag but that is the code of my"
        " bike. What now?",
    ),
    "slow-computer": (
        "Hello, it is Robert, second floor, the one beside the coffee machine. I do not like to complain, my"
        " computer and I have been friends for five years. But in the last weeks it has become so slow that I"
        " read the newspaper while it starts, front to back, sport too. My wife says I should be patient. My"
        " colleague Lisa got a new one in March and she is ten years younger than me. I do not want a new one,"
        " I would only like my old friend to wake up a little faster. Is there a vitamin for that?",
        "Morning! Three things happened this week: my daughter passed her exam, our team won the pub quiz, and"
        " my laptop turned into a snail. I do the same as always, mail, a spreadsheet, the odd video about"
        " gardens. Everything takes forever now. When I click, I count, usually to twenty. I am a patient"
        " person, ask anybody. But at the end of the month I do the wages, and people like to get their wages."
        " Many thanks and sunny greetings",
    ),
    "call-sound": (
        "Hello, I am new, my name is Priya, I joined the Leeds office two weeks ago and everybody has been very"
        " friendly. Today I had my first call with the whole team, forty people, and I had prepared something"
        " to say about me, my home town and my three cats. I spoke for two minutes with a big smile. Then"
        " somebody wrote in the chat that nobody can hear me. It was a bit embarrassing. I have the headset"
        " from the welcome box. Tomorrow is the next call and I would like to be more than a pretty picture.",
        "Hi folks, quick one before lunch, or so I thought an hour ago. We sit in the large meeting room, eight"
        " people and a plate of sandwiches, and our partners from Osaka talk and talk, we can see that, but"
        " there is no sound in the conference. They got up in the middle of the night for us. Dieter found a"
        " remote which turned out to be the one of the blinds. Now it is dark, too. Please come, we keep you a"
        " sandwich.",
    ),
}
"""Long stories about one problem, by the tree that is meant."""
