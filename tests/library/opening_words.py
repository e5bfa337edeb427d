"""How people begin when they ramble, tell two problems at once, or have come to the wrong door; all of it invented."""

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

TWO: tuple[tuple[str, str, str], ...] = (
    (
        "the printer is jammed and also I forgot my outlook password",
        "printer",
        "password-reset",
    ),
    (
        "1) wifi drops all the time 2) no sound in my calls",
        "wifi",
        "call-sound",
    ),
    (
        "My laptop is slow. On top of that the VPN keeps disconnecting since Monday",
        "slow-computer",
        "vpn",
    ),
    (
        "Hi, my account is locked, and I also cannot hear anybody in teams calls. Thanks, Bo",
        "account-locked",
        "call-sound",
    ),
    (
        "I forgot my password and my printer is offline",
        "password-reset",
        "printer",
    ),
    (
        "Two things: the wifi keeps dropping in room 4, and Excel does not open any more.",
        "wifi",
        "reinstall-app",
    ),
    (
        "Excel crashes all the time. Another problem: no new mail since this morning.",
        "reinstall-app",
        "email-not-arriving",
    ),
    (
        "- the printer prints blank pages\n- my computer is very slow",
        "printer",
        "slow-computer",
    ),
    (
        "hello, first, I do not get the code on my phone. Second, the printer shows an error code.",
        "mfa",
        "printer",
    ),
    (
        "My mailbox is full. By the way, my microphone does not work in Teams either.",
        "email-not-arriving",
        "call-sound",
    ),
    (
        "vpn says certificate error, and the toner of our printer is empty",
        "vpn",
        "printer",
    ),
    (
        "I have two problems. The fan is loud and my computer is so slow. The other problem is that the paper"
        " is stuck in the printer.",
        "slow-computer",
        "printer",
    ),
    (
        "my password has expired, plus my headset does not work since the update",
        "password-reset",
        "call-sound",
    ),
    (
        "The internet is down at home, the router has a red light. Unrelated: my account gets locked again and"
        " again.",
        "no-internet",
        "account-locked",
    ),
    (
        "good morning, the wifi symbol is gone from my laptop; also an invoice from a supplier has not come by"
        " mail",
        "wifi",
        "email-not-arriving",
    ),
    (
        "I need Visio on my laptop. I also lost my phone and need it for signing in.",
        "reinstall-app",
        "mfa",
    ),
    (
        "My printer prints stripes. I cleaned it and changed the toner. And another thing, GlobalProtect keeps"
        " spinning on connecting when I work from home.",
        "printer",
        "vpn",
    ),
    (
        "Outlook does not update the inbox and my laptop freezes all the time",
        "email-not-arriving",
        "slow-computer",
    ),
    (
        "1. I am locked out of my account\n2. black lines on every sheet from the printer",
        "account-locked",
        "printer",
    ),
    (
        "there is an echo in the call, besides that my VPN won't connect from the hotel",
        "call-sound",
        "vpn",
    ),
    (
        "The authenticator app shows no request any more. While I'm at it, my computer has no space left on the"
        " disk.",
        "mfa",
        "slow-computer",
    ),
    (
        "my laptop doesn't connect to the wifi. In addition SAP shows an error on launch.",
        "wifi",
        "reinstall-app",
    ),
    (
        "PS: the printer is offline. And one more thing, my password is not accepted although it is right",
        "printer",
        "password-reset",
    ),
    (
        "Teams won't start, it closes by itself. The printer on our floor has a paper jam.",
        "reinstall-app",
        "printer",
    ),
    (
        "No sound in Zoom. My account has been blocked for security reasons.",
        "call-sound",
        "account-locked",
    ),
    (
        "hey guys, wifi wont connect and i dont get any emails on my phone either",
        "wifi",
        "email-not-arriving",
    ),
    (
        "My VPN drops after a minute, I rebooted and it did not help. I also forgot my PIN, the laptop does not"
        " take it.",
        "vpn",
        "password-reset",
    ),
    (
        "Hello, this is Finn from the shop. Since the weekend the printer prints blank pages, I changed the"
        " toner and cleaned it. Also the VPN won't connect from home, it says connection timed out. Thank you,"
        " Finn",
        "printer",
        "vpn",
    ),
    (
        "a few issues: nobody can hear me in the meeting, my mailbox is full",
        "call-sound",
        "email-not-arriving",
    ),
    (
        "my PC is crawling. separately, I need to have my account unlocked, too many failed attempts",
        "slow-computer",
        "account-locked",
    ),
    (
        "As for the laptop: it takes ten minutes to start. Another issue is that I do not get any e-mails.",
        "slow-computer",
        "email-not-arriving",
    ),
    (
        "Wifi keeps asking for the password; the microphone is greyed out in Teams",
        "wifi",
        "call-sound",
    ),
    (
        "paper jam on floor 3!! and I still have no sound in Zoom!!",
        "printer",
        "call-sound",
    ),
    (
        "I was on holiday and no longer know my password. The second thing is that Excel crashes when I open a"
        " file.",
        "password-reset",
        "reinstall-app",
    ),
    (
        "1) my yubikey is not recognised, 2) the disk is full on drive C",
        "mfa",
        "slow-computer",
    ),
    (
        "The modem blinks red and we have no internet. Secondly, my mail is stuck in the outbox since yesterday.",
        "no-internet",
        "email-not-arriving",
    ),
    (
        "could you please install Photoshop for me? also the printer on my floor is offline",
        "reinstall-app",
        "printer",
    ),
    (
        "My account is locked and the printer does not print. Regards, Jo",
        "account-locked",
        "printer",
    ),
    (
        "hi there my laptop freezes all the time and i forgot my password for sap too",
        "slow-computer",
        "password-reset",
    ),
    (
        "The headset does not work since Tuesday, and the authenticator app shows no request.",
        "call-sound",
        "mfa",
    ),
)
"""Two problems in one message, and the trees that are meant, in the order told."""

FAR: tuple[str, ...] = (
    "My sourdough does not rise any more since I changed the flour, what can I do about it?",
    "How long do I boil an egg so that the yolk stays soft? And do I need to add salt to the water?",
    "The oven burns my pizza at the edges while the middle stays raw. I tried a stone and a lower rack.",
    "I forgot to put the butter in and now the cake is as hard as a brick. Can it be saved?",
    "What wine goes with grilled salmon? My guests come at eight and I have no idea.",
    "My soup is too salty, I added a potato, it did not help. The guests are waiting in the living room.",
    "The striker missed two penalties and we lost again, it is the third time this month",
    "Which shoes should I buy for a marathon? My knees hurt after ten kilometres and I run every morning",
    "Our tennis court is booked twice on Thursday, who decides which of the two clubs may play?",
    "I can't swim faster than two minutes for a hundred metres, my trainer says it is the legs",
    "The referee did not see the foul. It was clear to everybody in the stadium. I am still angry.",
    "I fell off my bike yesterday and my elbow is blue. Should I see a doctor or wait some days?",
    "My credit card was charged twice by a restaurant in Rome, how do I get the money back?",
    "I want to open a savings account for my daughter, what interest do you pay?",
    "The cash machine kept my card and it is Sunday. I have no other money with me.",
    "What is the exchange rate for Swiss francs today? I need about five hundred for the weekend.",
    "My mortgage ends next year and the bank wants more papers, among them three payslips",
    "Somebody stole my wallet on the bus, I have to block the cards and get a new licence",
    "My cat does not eat since we moved, she hides under the sofa all day and hisses at my husband",
    "The dog barks each time the post comes. We tried treats. We tried ignoring it. The neighbours complain.",
    "How often do I have to clean the tank of my goldfish, and is tap water fine?",
    "Our parrot lost many feathers this week, is this normal in spring or is he ill?",
    "The horse has a sore hoof and the vet can only come on Friday, can I ride her slowly?",
    "My hamster escaped from his cage last night and we can't find him anywhere in the flat",
    "My flight to Lisbon was cancelled and the airline does not answer. I would like to get my money back.",
    "Do I need a visa for Vietnam if I stay for ten days? My passport is valid until May.",
    "The hotel gave us a room over the kitchen, it is loud and smells of fish. We asked for the sea.",
    "My suitcase did not come out at the belt in Madrid, two hours I waited there, what now?",
    "Which train goes from Vienna to Venice at night, and can I take my bicycle along?",
    "We rented a car and there is a scratch on the door that was there before, they want 400 euros",
    "The tomatoes on my balcony have brown spots, I water them in the evening. Is it too much?",
    "When do I cut back the roses, in autumn or in spring? My neighbour says never.",
    "Moles dig up my lawn and my wife is in despair, the whole garden looks like a battlefield",
    "My son does not want to go to school any more, he says his stomach hurts every morning",
    "Our baby wakes up every two hours. I am so tired that I put the milk into the cupboard.",
    "My knee makes a noise when I climb stairs. No pain. Should I be worried at my age, I am 54?",
    "I have had a cough for three weeks now and the tea does not help. The doctor is on holiday.",
    "The landlord does not repair the heating, it is 14 degrees in the bedroom, can I pay less rent?",
    "Our washing machine leaks and the kitchen floor is wet, I put towels everywhere",
    "The tap in the bathroom drips all night. I bought a new seal but it is too large.",
    "A fuse blows each time I use the kettle together with the toaster, is that dangerous?",
    "I want to paint the living room green but my husband wants it white. What would you do?",
    "The door of the wardrobe squeaks, and the drawer below it sticks when the weather is wet",
    "My car makes a strange sound when I brake. The garage says the discs are fine. It costs a fortune.",
    "The bus was late three times this week and I missed the dentist, where can I complain?",
    "How do I get a red wine stain out of a white carpet? It is my mother in law's. Please be quick.",
    "The novel bored me, four hundred pages of a man looking at the sea, and then he dies",
    "What shall I give my father for his seventieth birthday? He has everything and likes fishing.",
    "I can't decide between the violin and the cello, my teacher says I have small hands",
    "The choir sings on Saturday and our tenor is ill. Do you know anybody who sings tenor?",
    "We play chess every Tuesday and I always lose with the black pieces, which opening is good against e4?",
    "The tax office wants a form of the year before last, I moved twice since then, where would I find it?",
    "My neighbour parks in front of my garage every evening, I asked him nicely, I left notes, nothing",
    "Why is the sky blue? My daughter of five asks me every morning and I have no good answer.",
    "The wedding is in June, we are ninety people, the hall holds sixty. Has anybody a large tent?",
    "I broke my glasses on holiday and the optician needs two weeks for the new ones",
    "Can you recommend a hairdresser near the station who is open on Mondays? Mine has closed for good.",
    "My pension letter has a mistake in the year of my birth, to whom do I write about that?",
    "It rains into the attic since the storm took three tiles, the roofer comes next week",
    "The bees have left the hive. It was full in August. Was it the mites or the cold?",
    "I ordered a blue sofa and they delivered a red one, and now they say that the sale is over",
    "My grandmother's recipe says a cup of lard, what could I take instead of it today?",
    "The lift in our house stops between the floors, my wife was in it for an hour, nobody picked up",
    "The yoga class is full until March, is there another one in the evening, perhaps outdoors?",
)
"""What has nothing to do with computers at work."""
