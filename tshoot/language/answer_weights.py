"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.146
WEIGHTS = {
    "body": 1.918,
    "decided": 0.115,
    "affirmed": 0.933,
    "denied": -2.425,
    "excluded": 1.598,
    "news": 0.745,
    "good": 0.464,
    "bad": -0.876,
    "negative": -1.441,
    "hoped": 0.305,
    "long": -0.352,
    "unchanged": 0.927,
    "still": 0.803,
    "only": -1.386,
    "asked_only": -1.677,
    "exists": 0.498,
    "any": -0.587,
    "named": 0.025,
    "tried": 0.073,
}
