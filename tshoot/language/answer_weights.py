"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.116
WEIGHTS = {
    "body": 2.215,
    "decided": 0.362,
    "affirmed": 1.269,
    "denied": -2.554,
    "excluded": 0.960,
    "news": 0.634,
    "good": -0.001,
    "bad": -0.093,
    "negative": -1.009,
    "emphatic": 0.987,
    "hoped": 0.075,
    "long": -0.223,
    "unchanged": 1.329,
    "still": 1.484,
    "only": -2.106,
    "asked_only": -1.547,
    "exists": 0.362,
    "any": -0.891,
    "ample": 1.050,
    "after": 2.683,
    "of_all": 2.187,
    "named": -0.194,
    "seen": -0.266,
    "tried": 0.152,
}
