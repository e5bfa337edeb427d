"""What the rules about words find, and what they leave alone."""

from __future__ import annotations

import json

import pytest

from tshoot.authoring.lint import lint_tree
from tshoot.authoring.parse import parse_tree
from tshoot.authoring.prose import grade, prose_sentences, sentences, words


def found(rule: str, **nodes: object) -> int:
    """How often a rule speaks about a tree of these nodes."""
    source = {"tree": 1, "title": "T", "nodes": {**nodes, "end": {"end": "resolved"}}}
    return sum(item.rule == rule for item in lint_tree(parse_tree(json.dumps(source), "t.yaml")))


@pytest.mark.parametrize(
    "prompt",
    [
        "What is your password?",
        "What's your current PIN?",
        "Please enter your security code.",
        "Tell me the one-time code from your phone.",
        "Type your Wi-Fi password.",
        "Password",
        "Your PIN:",
        "What is the number of your card? Give me the bank card number.",
        "What are your login credentials?",
        "Please type the 6-digit code from the text message.",
        "What is the number of your credit card?",
        "Tell me your mother's maiden name.",
        "What are the last digits of your social security number?",
    ],
)
def test_a_secret_that_is_asked_for(prompt: str) -> None:
    assert found("secret-asked", a={"input": {"fact": "x", "prompt": prompt}}) == 1
    assert found("secret-asked", a={"input": {"fact": "x", "prompt": prompt, "secret": True}}) == 0


@pytest.mark.parametrize(
    "prompt",
    [
        "When did you change your password?",
        "What is the postal code of your office?",
        "How many characters does your password have?",
        "What are the last four digits of the asset tag?",
        "What does the code of the error begin with?",
        "Which password manager do you use?",
        "What is the error code?",
        "Do not type your password here. Which account is it?",
        "What is the name of the password reset page?",
        "What is the number on the card?",
        "Which pin of the plug is bent?",
        "What happens when you type your password?",
        "What is the product key label's colour?",
    ],
)
def test_a_question_about_a_secret_is_none(prompt: str) -> None:
    assert found("secret-asked", a={"input": {"fact": "x", "prompt": prompt}}) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Run PowerShell as an administrator.", 1),
        ("Open **regedit** and delete the key.", 1),
        ("Look in HKEY_LOCAL_MACHINE for it.", 1),
        ("Reset the user's password in Active Directory.", 1),
        ("Open the Microsoft 365 admin center.", 1),
        ("Restart the print server.", 1),
        ("Unlock the caller's account.", 1),
        ("Right-click Command Prompt and select Run as admin.", 1),
        ("Run `sudo apt update` in a terminal.", 1),
        ("Open services.msc and restart the print spooler.", 1),
        ("Sign in with a local admin account and remove the driver.", 1),
        ("Unlock the account in Entra ID.", 1),
        ("Never run a program as administrator.", 0),
        ("If Windows asks for an administrator, click No.", 0),
        ("Sign in with your own account.", 0),
        ("Open the book of visitors at the central entrance.", 0),
        ("Reset your password on the page.", 0),
        ("Ask your administrator for it.", 0),
        ("Unlock your account on the page.", 0),
        ("The server answers nothing.", 0),
    ],
)
def test_work_for_administrators(text: str, count: int) -> None:
    assert found("agent-action", a={"do": text, "fixed": "end", "else": "end"}) == count
    noted = {"do": "Wait.", "agent": text, "fixed": "end", "else": "end"}
    assert found("agent-action", a=noted) == 0


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Just click it.", 1),
        ("Simply restart. Oops.", 2),
        ("It works!", 1),
        ("Choose **Just once**.", 0),
        ('It says "Welcome!" then.', 0),
        ("It stands just below the screen.", 0),
        ("Adjust the screen.", 0),
        ("Type `!x` now.", 0),
    ],
)
def test_words_to_avoid(text: str, count: int) -> None:
    assert found("style-word", a={"tell": text, "then": "end"}) == count


@pytest.mark.parametrize(
    ("labels", "count"),
    [
        (["The light is on", "It is on, the light"], 1),
        (["The light is on", "The light is off"], 0),
        (["It is connected", "It is not connected"], 0),
        (["Windows 10", "Windows 11"], 0),
        (["Yes", "No"], 0),
        (["Print the page", "Printing pages"], 1),
    ],
)
def test_options_that_look_alike(labels: list[str], count: int) -> None:
    options = [{label: "end"} for label in labels]
    assert found("look-alike-options", a={"ask": "Which?", "fact": "x", "options": options}) == count


def test_sentences_words_and_grade() -> None:
    assert [text for text, _ in sentences('Go, e.g. now. Is it "on"? Yes.')] == [
        "Go, e.g. now.",
        'Is it "on"?',
        "Yes.",
    ]
    assert prose_sentences("Do this:\n1. Open it. Wait.\n2. Close it.") == 2
    assert words("Open `ipconfig /all` for {ssid}, don't wait.") == ("Open", "x", "for", "x", "don't", "wait")
    assert grade("The cat sat on the mat. It was fat.") < 2
    assert grade("Organisational authorisation procedures necessitate administrative identification.") > 20
