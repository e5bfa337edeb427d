"""What editors put in when a new tree or a new node is begun."""

from __future__ import annotations

from typing import Any

TREE: tuple[dict[str, Any], ...] = (
    {
        "label": "tree",
        "description": "A new tree with a question, an instruction and two ends.",
        "body": {
            "tree": 1,
            "title": "${1:Printer does not print}",
            "symptoms": ["${2:nothing comes out of the printer}"],
            "nodes": {
                "${3:power}": {
                    "ask": "${4:Is the light on?}",
                    "options": {"Yes": "${5:fixed}", "No": "${6:plug-in}"},
                },
                "${6:plug-in}": {"do": "${7:Plug it in.}", "fixed": "${5:fixed}", "else": "${8:hand-over}"},
                "${8:hand-over}": {"end": "escalate", "reason": "${9:Nothing helped.}"},
                "${5:fixed}": {"end": "resolved"},
            },
        },
    },
)

NODE: tuple[dict[str, Any], ...] = (
    {"label": "ask …", "description": "A question with Yes and No.",
     "body": {"ask": "${1:Question?}", "options": {"Yes": "${2:node}", "No": "${3:node}"}}},
    {"label": "input …", "description": "Asks for a fact.", "body": {"input": "${1:fact}", "then": "${2:node}"}},
    {"label": "do …", "description": "An instruction, then whether it helped.",
     "body": {"do": "${1:Do this.}", "fixed": "${2:node}", "else": "${3:node}"}},
    {"label": "tell …", "description": "Information.", "body": {"tell": "${1:Text.}", "then": "${2:node}"}},
    {"label": "check …", "description": "A local check, with the question in its place.",
     "body": {"check": "${1:wifi}", "on": {"${2:connected}": "${3:node}"}, "ask": "${4:Question?}",
              "options": {"Yes": "${5:node}", "No": "${6:node}"}}},
    {"label": "branch …", "description": "Goes on by conditions.",
     "body": {"branch": [{"when": "${1:os == 'Windows'}", "goto": "${2:node}"}, {"else": "${3:node}"}]}},
    {"label": "wait …", "description": "A countdown.",
     "body": {"wait": "${1:2 minutes}", "tell": "${2:Text.}", "then": "${3:node}"}},
    {"label": "try …", "description": "A list of fixes.",
     "body": {"try": [{"id": "${1:fix}", "do": "${2:Do this.}", "cost": 1, "chance": 0.5}],
              "fixed": "${3:node}", "else": "${4:node}"}},
    {"label": "call …", "description": "Walks another tree, and comes back.",
     "body": {"call": "${1:tree}", "on": {"${2:resolved}": "${3:node}"}, "else": "${4:node}"}},
    {"label": "handoff …", "description": "To another tree or queue.",
     "body": {"handoff": "${1:queue:service-desk}", "reason": "${2:All fixes failed.}"}},
    {"label": "end …", "description": "An outcome.", "body": {"end": "${1:resolved}", "tell": "${2:Text.}"}},
)  # fmt: skip
