"""First messages that tell two problems at once, or have come to the wrong door; all of it invented."""

from __future__ import annotations

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
