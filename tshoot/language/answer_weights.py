"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.043
WEIGHTS = {
    "body": 1.864,
    "decided": 0.256,
    "affirmed": 0.883,
    "denied": -2.920,
    "excluded": 0.784,
    "news": 0.985,
    "good": 0.418,
    "bad": -0.830,
    "negative": -1.313,
    "hoped": 0.116,
    "long": -0.006,
    "unchanged": 1.012,
    "still": 1.094,
    "only": -0.468,
    "asked_only": -2.202,
    "exists": 0.685,
    "any": -0.700,
    "named": -0.095,
    "tried": 0.008,
}
