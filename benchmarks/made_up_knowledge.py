"""A made-up knowledge base of any size and depth, as files: for what is measured of `knowledge check`.

Its rules are shared out among conclusions as the shipped ones are, and it has questions, findings and things
to advise in the same measure. Findings rest on answers and on findings of the layer below. Seeded.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from advisor.knowledge.base import KnowledgeBase

SOURCE = {"work": "made-up", "at": "1"}
TEXT = {"title": "Title", "text": "Text.", "source": SOURCE}
STAGES = ("emerging", "developing", "confident")
IN_A_FILE = 500  # entries: a larger file would be refused
OPTIONS = ("never", "rarely", "at-times", "often")


class MadeUp:
    """Draws the entries and rules; `rules` and `layers` are how many there are to be."""

    def __init__(self, like: KnowledgeBase, rules: int, layers: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self._times = rules / len(like.rules)
        self._layers = layers
        said = (type(rule.then).__name__ for rule in like.rules)
        self._shares = Counter(name for name in said if name != "Raises")  # made-up bases have no alerts
        self._ids = {
            kind: [f"{kind}-{number}" for number in range(self._many(len(like.ids_of(kind))))]
            for kind in ("question", "finding", "pattern", "factor", "process")
        }
        self._ids["intervention"] = [f"intervention-{number}" for number in range(8)]
        self._layer = {id_: place % layers for place, id_ in enumerate(self._ids["finding"])}

    def write(self, folder: Path) -> None:
        """Write it into a folder."""
        folder.mkdir(parents=True)
        (folder / "base.yaml").write_text(_as_yaml(self._base()), encoding="utf-8")
        lists = {**self._questions(), **self._entries(), "rules": list(self._rules())}
        for key, entries in lists.items():
            for start in range(0, len(entries), IN_A_FILE):
                text = _as_yaml({key: entries[start : start + IN_A_FILE]})
                (folder / f"{key}-{start:06}.yaml").write_text(text, encoding="utf-8")

    def _many(self, number: int) -> int:
        return max(1, round(number * self._times))

    def _base(self) -> dict[str, Any]:
        return {"format": 1, "name": "made-up", "version": "1.0.0"}

    def _questions(self) -> dict[str, Any]:
        said = {"prompt": "How is it?", "why": "What helps depends on it."}
        options = [{"id": each, "text": each} for each in OPTIONS]
        items = [{"id": f"item-{number}", "text": "Item"} for number in range(6)]
        kinds: tuple[dict[str, Any], ...] = (
            {"kind": "choice", "options": options, "scale": True},
            {"kind": "checklist", "items": items},
        )
        return {
            "questions": [
                {"id": id_, **kinds[number % 3 == 2], **said}
                for number, id_ in enumerate(self._ids["question"])
            ]
        }

    def _entries(self) -> dict[str, Any]:
        lead = {"standing": "helpful", "neutrality": "helpful", "who": "Anybody"}
        return {
            "sources": [{"id": "made-up", "title": "Made up", "unpublished": True}],
            "factors": [
                {"id": id_, "stages": dict.fromkeys(STAGES, "Text."), **TEXT} for id_ in self._ids["factor"]
            ],
            "findings": [{"id": id_, "tone": "context", **TEXT} for id_ in self._ids["finding"]],
            "patterns": [
                {"id": id_, "calls-for": "Text.", "makes-worse": "Text.", **TEXT}
                for id_ in self._ids["pattern"]
            ],
            "processes": [{"id": id_, "in-practice": "Text.", **TEXT} for id_ in self._ids["process"]],
            "helpers": [{"id": "helper", "ask": "Text.", "without": "Text.", **TEXT}],
            "interventions": [
                {"id": id_, "plain": "it", "lead": lead, "needs": [], "first-step": "Text.", "watch-for": []}
                | TEXT
                for id_ in self._ids["intervention"]
            ],
        }

    def _rules(self) -> Iterator[dict[str, Any]]:
        number = 0
        for name, share in self._shares.items():
            for place in range(self._many(share)):
                number += 1
                then, layer = self._concluding(name, place)
                said = {"title": "Title", "because": "Because.", "basis": "judgement", "source": SOURCE}
                yield {"id": f"rule-{number}", "when": self._condition(layer), "then": then, **said}

    def _concluding(self, name: str, place: int) -> tuple[dict[str, Any], int]:
        """Return a conclusion, and the layer of the rule that draws it.

        `place` is which of its kind it is: so all findings are concluded, and each pattern has a sign for it.
        """
        pick, ids = self._chance.choice, self._ids
        advised = pick([*ids["process"], *ids["intervention"]])
        finding = ids["finding"][place % len(ids["finding"])]
        pattern = ids["pattern"][place % len(ids["pattern"])]
        speaks = "for" if place < len(ids["pattern"]) else pick(("for", "for", "against"))
        ways: dict[str, Callable[[], dict[str, Any]]] = {
            "Finds": lambda: {"finding": finding},
            "Signs": lambda: {"sign": ids["factor"][place % len(ids["factor"])], "stage": pick(STAGES)},
            "Speaks": lambda: {"pattern": pattern, "speaks": speaks},
            "Recommends": lambda: {"recommend": advised, "strength": pick(("strong", "moderate", "slight"))},
            "Withholds": lambda: {"withhold": advised},
            "Cautions": lambda: {"caution": advised},
            "ComesFirst": lambda: dict(
                zip(("first", "before"), self._chance.sample(ids["intervention"], 2), strict=True)
            ),
            "NeedsHelp": lambda: {"needs-help": pick(ids["intervention"]), "led-by": "helper"},
        }
        last = self._layers if name in ("Signs", "Speaks") else self._layers + 1
        return ways[name](), self._layer[finding] if name == "Finds" else last

    def _condition(self, layer: int) -> dict[str, Any]:
        members = [self._leaf(layer) for _ in range(self._chance.choice((1, 1, 2, 2, 3)))]
        if self._chance.random() < 0.3:
            members.append({"any": [self._leaf(layer), self._leaf(layer)]})
        if self._chance.random() < 0.2:
            members.append({"none": [self._answer()]})
        if len(members) == 1:
            return members[0]
        return {"any" if layer < self._layers and self._chance.random() < 0.4 else "all": members}

    def _leaf(self, layer: int) -> dict[str, Any]:
        chance = self._chance.random()
        if layer > self._layers and chance < 0.1:
            return {"stage": self._chance.choice(self._ids["factor"]), "is": self._chance.choice(STAGES)}
        if layer > self._layers and chance < 0.2:
            return {"pattern": self._chance.choice(self._ids["pattern"]), "fit": "possible"}
        below = self._ids["finding"][layer - 1 :: self._layers] if layer > 0 else []
        if layer >= self._layers:
            below = self._ids["finding"]
        return {"finding": self._chance.choice(below)} if below and chance < 0.6 else self._answer()

    def _answer(self) -> dict[str, Any]:
        number = self._chance.randrange(len(self._ids["question"]))
        if number % 3 == 2:
            return {"item": f"question-{number}.item-{self._chance.randrange(6)}"}
        return {
            "answer": f"question-{number}",
            self._chance.choice(("is", "at-most", "at-least")): self._chance.choice(OPTIONS),
        }


def _as_yaml(content: dict[str, Any]) -> str:
    """Return it with each member of a list on a line of its own, as JSON, which YAML can read."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {json.dumps(member)}" for member in value)]
        else:
            lines.append(f"{key}: {json.dumps(value)}")
    return "\n".join(lines) + "\n"
