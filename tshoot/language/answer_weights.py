"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.133
WEIGHTS = {
    "body": 2.071,
    "decided": 0.281,
    "affirmed": 1.361,
    "denied": -2.442,
    "excluded": 1.063,
    "news": 0.839,
    "good": 0.019,
    "bad": -0.138,
    "negative": -1.138,
    "emphatic": 0.769,
    "hoped": 0.063,
    "long": -0.150,
    "unchanged": 1.396,
    "still": 1.539,
    "only": -1.994,
    "asked_only": -1.388,
    "exists": 0.335,
    "any": -0.903,
    "ample": 1.037,
    "after": 2.378,
    "of_all": 2.058,
    "named": -0.248,
    "tried": 0.086,
}
