"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.143
WEIGHTS = {
    "body": 1.972,
    "decided": 0.384,
    "affirmed": 1.233,
    "denied": -2.311,
    "excluded": 1.121,
    "news": 0.951,
    "good": 0.296,
    "bad": -0.150,
    "negative": -1.456,
    "hoped": 0.116,
    "long": -0.087,
    "unchanged": 1.193,
    "still": 1.552,
    "only": -1.527,
    "asked_only": -1.420,
    "exists": 0.356,
    "any": -0.776,
    "ample": 1.047,
    "after": 1.796,
    "of_all": 1.775,
    "named": -0.236,
    "tried": -0.032,
}
