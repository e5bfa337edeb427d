"""Made by scripts/answer_weights.py: what each sign counts. Do not edit."""

BIAS = 0.127
WEIGHTS = {
    "body": 2.032,
    "decided": 0.269,
    "affirmed": 1.473,
    "denied": -2.677,
    "excluded": 1.136,
    "news": 0.761,
    "good": 0.104,
    "bad": -0.099,
    "negative": -1.255,
    "emphatic": 0.784,
    "hoped": 0.064,
    "long": -0.168,
    "unchanged": 1.379,
    "still": 1.458,
    "only": -1.972,
    "asked_only": -1.481,
    "exists": 0.396,
    "any": -0.876,
    "ample": 1.045,
    "after": 2.357,
    "of_all": 2.048,
    "named": -0.220,
    "seen": -0.315,
    "tried": 0.094,
}
