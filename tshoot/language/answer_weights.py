"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.252
WEIGHTS = {
    "body": 2.157,
    "decided": 0.154,
    "affirmed": 0.637,
    "denied": -1.538,
    "excluded": 1.127,
    "news": 0.027,
    "good": 0.716,
    "bad": -0.366,
    "negative": -1.057,
    "hoped": 0.348,
    "long": -0.409,
    "still": 0.767,
    "only": -0.917,
    "asked_only": -1.352,
    "any": -0.121,
    "named": -0.079,
    "tried": 0.129,
}
