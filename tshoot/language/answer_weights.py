"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.116
WEIGHTS = {
    "body": 2.109,
    "decided": -0.003,
    "affirmed": 0.847,
    "denied": -2.478,
    "excluded": 1.362,
    "news": 0.757,
    "good": 0.537,
    "bad": -0.891,
    "negative": -1.399,
    "hoped": 0.257,
    "long": -0.230,
    "still": 0.835,
    "only": -1.460,
    "asked_only": -1.693,
    "exists": 0.484,
    "any": -0.593,
    "named": -0.025,
    "tried": 0.033,
}
