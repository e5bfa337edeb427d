"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.032
WEIGHTS = {
    "body": 2.483,
    "decided": 0.116,
    "affirmed": 1.067,
    "denied": -2.535,
    "excluded": 0.678,
    "news": 0.998,
    "good": 0.152,
    "bad": 0.066,
    "negative": -1.587,
    "hoped": 0.064,
    "long": -0.033,
    "unchanged": 1.258,
    "still": 1.332,
    "only": -1.749,
    "asked_only": -1.912,
    "exists": 0.437,
    "any": -0.508,
    "ample": 1.113,
    "after": 1.095,
    "of_all": 1.475,
    "named": -0.280,
    "tried": -0.263,
}
