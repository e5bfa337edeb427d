"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.151
WEIGHTS = {
    "body": 1.921,
    "decided": 0.123,
    "affirmed": 0.918,
    "denied": -2.422,
    "excluded": 1.588,
    "news": 0.743,
    "good": 0.464,
    "bad": -0.876,
    "negative": -1.436,
    "hoped": 0.312,
    "long": -0.360,
    "unchanged": 0.924,
    "still": 0.801,
    "only": -1.385,
    "asked_only": -1.676,
    "exists": 0.500,
    "any": -0.587,
    "named": 0.020,
    "tried": 0.071,
}
