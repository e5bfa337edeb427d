"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.040
WEIGHTS = {
    "body": 1.887,
    "decided": 0.211,
    "affirmed": 0.912,
    "denied": -2.876,
    "excluded": 0.902,
    "news": 1.023,
    "good": 0.508,
    "bad": -0.833,
    "negative": -1.329,
    "hoped": 0.122,
    "long": 0.004,
    "unchanged": 1.016,
    "still": 1.104,
    "only": -0.446,
    "asked_only": -2.122,
    "exists": 0.689,
    "any": -0.714,
    "named": -0.104,
    "tried": 0.002,
}
