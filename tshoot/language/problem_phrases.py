"""How people add a problem, go on about one, and say what is none: pieces of expressions over a message's words."""

from __future__ import annotations

MORE = (
    "also", "additionally", "in addition(?: to (?:that|this))?", "on top of (?:that|this|it)", "besides(?: that)?",
    "furthermore", "moreover", "apart from (?:that|this)", "unrelated(?:ly)?", "separately",
    "while (?:i'm|i am|we're|we are) (?:at it|here)", "by the way", "btw", r"p\.?s\.?", "oh and", "plus",
    "to make (?:it|things|matters) worse", "(?:second|third)(?:ly)?(?=[,:]|$)", "secondly", "thirdly",
    "(?:(?:one|another|a|the|my|and) )?(?:last|more|other|another|further|different|separate|second|third|2nd|3rd)"
    " (?:thing|problem|issue|question|matter|topic)s?(?: (?:is|i have|we have|here))?(?: that)?",
)  # fmt: skip
"""What announces one thing more."""

SEVERAL = (
    r"(?:two|three|four|2|3|4|a couple of|a few|several|some|both) (?:\w+ )?"
    "(?:things|problems|issues|questions|topics|points)"
)

SUBJECTS = (
    r"(?:now )?(?:i|i'm|i've|we|we've|nobody|nothing|there|no)(?=\s)",
    r"(?:now )?(?:my|our|the|a|an|some|this|his|her|outlook|teams|excel|word|windows)(?:\s[\w'-]+){2}",
)
"""What begins a statement; a thing alone ("and the laptop") does not."""

DEPENDS = (
    "when", "whenever", "every time", "each time", "as soon as", "once", "if", "while", "since", "because", "after",
    "before", "although", "though", "even though", "unless", "until", "as", "for", "in", "on", "at", "during", "with",
    "without",
)  # fmt: skip
"""What begins a sentence whose statement follows after a comma."""

GREETING = (
    "(?:hi|hello|hey|hiya|dear|greetings|good (?:morning|afternoon|evening|day))",
    "(?:there|team|all|everyone|everybody|support|it|guys|folks|again|sirs?|madam|colleagues|(?:help|service) ?desk)",
)
"""How it begins, and who is greeted."""

CLOSING = (
    r"(?:(?:kind|best|warm|many) )?(?:regards|wishes)", "cheers", "sincerely", "yours (?:truly|faithfully)",
    "(?:many )?(?:thanks|thank you|thx|tia)(?! to)",
)  # fmt: skip
"""From here on it is thanks and a name."""

COURTESY = """asap urgent urgently quick question questions two three couple few several things thing second third
    problem problems issue issues topics points morning afternoon evening day team colleague colleagues
    support desk helpdesk hope well doing sorry bother bothering ticket really very kind appreciated
    appreciate advance regards best soon possible ideas idea today"""
"""Words that tell no problem by themselves."""

MACHINES = """dell|lenovo|thinkpad|latitude|hp|macbook|mac|surface|elitebook|windows|asus|acer|ubuntu|model|version
    |laptop|notebook|iphone|android|pixel|galaxy"""

BACKGROUND = (
    "(?:this is|my name is|i'm|i am|it's) (?:[a-z]+ ){1,4}(?:from|in|at) (?:the )?[a-z ]+$",
    r"(?:i (?:am|work|sit)|i'm) (?:in|at|for|from|using|working (?:in|at|for)|on (?:a|an|windows|mac|the)|with)"
    r" [\w .-]+$",
    r"(?:i|we) (?:have|use|own|got|am using|am on|run) (?:a|an|the|windows|macos|ubuntu|my)\b[^,]*\b(?:MACHINES)\b"
    r"[\w .()-]*$",
    "my (?:laptop|computer|pc|machine|notebook|device|phone|system) is (?:a|an|the|running|called|named) .*$",
    r"(?:os|operating system|model|serial(?: number)?|extension|ext|phone|tel|room|asset)\b[\s:.#]*[\w .-]*$",
    r".{0,40}\b(?:meeting|presentation|deadline|demo|interview|webinar|client|customer|boss)\b.{0,20}"
    r"\b(?:in|at|by|tomorrow|today|soon|waiting|waits|starts?)\b[^,]*$",
)  # fmt: skip
"""Who it is, with which machine, and what waits: nothing that could be wrong."""

CONTINUES = (
    "so", "therefore", "thus", "hence", "consequently", "because", "cause", "cos", "since", "due",
    "as a (?:result|consequence)", "that's why", "which", "who", "whose", "meaning", "making", "causing", "leaving",
    "until", "unless", "although", "though", "even", "except", "but", "then", "now", "and (?:now|then)", "still",
    "again", "sometimes", "usually", "mostly", "especially", "always", "only", "maybe", "perhaps", "probably",
    "otherwise", "instead", "however", "yet", "for example", "after(?:wards)?", "before", "when", "whenever", "while",
    "if", "once", "as soon as", "every time", "each time", "yesterday", "today", "this morning",
    "in the (?:morning|evening)", "everything else", "all other", "the rest", "other than", "any(?:one)?",
    "no (?:luck|change|effect|success|difference|idea|clue)",
    "nothing (?:helps?|helped|works?|worked|changes|changed)",
    "same (?:thing|result|problem|error|message|with|on)", "the (?:same|error|message|code)", "an error", "error",
    "what", "how", "why", "can", "could", "would", "is", "are", "do", "does", "will", "should", "where",
)  # fmt: skip
"""How a sentence begins that goes on with the one before it."""

POINTS_BACK = (
    "it", "it's", "its", "they", "they're", "them", "this", "that", "these", "those", "he", "she", "both", "neither",
    "(?:all|none) of (?:it|them)",
)  # fmt: skip

SOMEBODY = (
    "i", "we", "he", "she", "they", "you", "it", "the (?:helpdesk|service desk|technician|it guy)", "somebody",
    "(?:my|a|the) (?:colleague|boss|son|daughter|wife|husband|neighbou?r|coworker|manager)", "someone",
)  # fmt: skip

TRIED = """tried try trying restarted rebooted reinstalled re-started turned switched unplugged checked cleaned
    updated deleted removed replaced swapped changed called rang asked looked googled pressed waited plugged logged
    signed opened closed moved cleared used went bought think guess believe suspect hope know don't wonder noticed
    followed read took shook spent told said says suggested contacted wrote emailed raised"""
"""What was done, said or thought about the problem."""

FINE = (
    "(?:work(?:s|ed|ing)?|is|are|was|were|runs?|prints?|loads?|connects?|opens?|takes?)",
    "(?:all|still|just|perfectly|absolutely|quite|really|totally)",
    "(?:fine|ok|okay|well|good|great|normal|normally|perfectly|properly|correctly|fast|strong|new|it"
    "|without (?:any )?(?:problems?|issues?|trouble))",
)
"""What works, how well, and that it does."""

HENCE = (
    "(?:so|therefore|hence|thus|which means|that means|meaning|and so|because of (?:that|this|it))"
    "(?: that)?(?: now)? (?:i|we|nobody|no one|people|they)(?: now)? (?:can't|cannot|can not|cant|couldn't|could not"
    "|am unable|are unable|am not able|are not able|have no)"
)
"""What begins a consequence: what somebody cannot do for that reason."""

FOR = "(?:because|as|since) (?:of )?(?:the|my|our)"
"""What begins the cause, after a consequence."""
