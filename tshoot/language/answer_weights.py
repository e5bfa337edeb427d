"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.117
WEIGHTS = {
    "body": 2.181,
    "decided": 0.369,
    "affirmed": 1.326,
    "denied": -2.575,
    "excluded": 0.991,
    "news": 0.608,
    "good": -0.003,
    "bad": -0.092,
    "negative": -1.020,
    "emphatic": 1.087,
    "hoped": 0.085,
    "long": -0.238,
    "unchanged": 1.343,
    "still": 1.483,
    "only": -2.103,
    "asked_only": -1.539,
    "exists": 0.353,
    "any": -0.892,
    "ample": 1.050,
    "after": 2.674,
    "of_all": 2.179,
    "named": -0.177,
    "seen": -0.267,
    "tried": 0.162,
}
