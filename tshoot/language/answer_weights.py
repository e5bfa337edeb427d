"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.063
WEIGHTS = {
    "body": 2.393,
    "decided": 0.165,
    "affirmed": 1.051,
    "denied": -2.618,
    "excluded": 0.584,
    "news": 1.051,
    "good": 0.126,
    "bad": 0.028,
    "negative": -1.615,
    "hoped": 0.070,
    "long": 0.012,
    "unchanged": 1.271,
    "still": 1.345,
    "only": -1.797,
    "asked_only": -1.928,
    "exists": 0.426,
    "any": -0.494,
    "ample": 1.121,
    "after": 1.084,
    "of_all": 1.439,
    "named": -0.279,
    "tried": -0.309,
}
