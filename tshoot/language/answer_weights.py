"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.117
WEIGHTS = {
    "body": 2.214,
    "decided": 0.361,
    "affirmed": 1.271,
    "denied": -2.557,
    "excluded": 0.961,
    "news": 0.634,
    "good": -0.001,
    "bad": -0.093,
    "negative": -1.004,
    "emphatic": 0.986,
    "hoped": 0.076,
    "long": -0.227,
    "unchanged": 1.329,
    "still": 1.485,
    "only": -2.105,
    "asked_only": -1.547,
    "exists": 0.362,
    "any": -0.891,
    "ample": 1.050,
    "after": 2.682,
    "of_all": 2.187,
    "named": -0.194,
    "seen": -0.265,
    "tried": 0.153,
}
