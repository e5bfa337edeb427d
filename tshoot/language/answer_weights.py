"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.116
WEIGHTS = {
    "body": 2.206,
    "decided": 0.001,
    "affirmed": 0.834,
    "denied": -1.722,
    "excluded": 1.120,
    "news": -0.095,
    "good": 0.744,
    "bad": -0.357,
    "negative": -1.016,
    "hoped": 0.514,
    "long": -0.340,
    "still": 0.609,
    "only": -0.755,
    "asked_only": -1.113,
    "any": -0.105,
    "named": 0.014,
    "tried": -0.123,
}
