"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.085
WEIGHTS = {
    "body": 2.470,
    "decided": 0.024,
    "affirmed": 0.878,
    "denied": -2.680,
    "excluded": 0.788,
    "news": 0.760,
    "good": 0.209,
    "bad": -0.004,
    "negative": -1.599,
    "hoped": 0.108,
    "long": 0.024,
    "unchanged": 1.179,
    "still": 1.274,
    "only": -1.504,
    "asked_only": -1.966,
    "exists": 0.529,
    "any": -0.621,
    "ample": 1.165,
    "after": 1.070,
    "of_all": 1.466,
    "named": -0.319,
    "tried": -0.364,
}
