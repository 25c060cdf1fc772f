"""A scripted model behind OpenAI's protocol: it reads the request as it arrived and answers by a rule."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from typing import Any

from tests.drafter.llm.scripted import Received, Scripted, ScriptedServer, completion, models

Answer = dict[str, Any]
Rule = Callable[["Asked"], "Answer | Scripted"]

_STEPS = {"Places": "read", "Assessment": "assess"}
_EVIDENCE = re.compile(r"^\[(e\d+)\] (.*)$", re.MULTILINE)
_QUOTE = re.compile(r"^  (?:documents it|states the opposite) \[(e\d+)\]: (.*)$")


class Asked:
    """What a request asks, as a model sees it."""

    def __init__(self, received: Received) -> None:
        self.schema: dict[str, Any] = received.body["response_format"]["json_schema"]["schema"]
        self.text = "\n".join(str(message["content"]) for message in received.body["messages"])
        self.step = self.schema["title"]
        self.keys: list[str] = list(self.schema["properties"])
        self.repairs = "failed a check" in self.text

    @property
    def evidence(self) -> dict[str, str]:
        """Sentences of the record that may be pointed at."""
        return dict(_EVIDENCE.findall(self.text))

    def cites(self, key: str) -> list[str]:
        """Ids that a sentence may cite."""
        ids: list[str] = self.schema["properties"][key]["properties"]["cites"]["items"]["enum"]
        return ids

    def findings(self) -> dict[str, dict[str, Any]]:
        """Status, subject and quotes of each finding that is to be written."""
        found: dict[str, dict[str, Any]] = {}
        name = ""
        for line in self.text.splitlines():
            head = re.match(r"- ([\w-]+) \(([\w ]+), (?:for|against) \w+\): .* In short: (.*)\.$", line)
            quote = _QUOTE.match(line)
            if head:
                name = head[1]
                found[name] = {"status": head[2], "subject": head[3], "quotes": {}}
            elif quote and name:
                found[name]["quotes"][quote[1]] = quote[2]
        return found


class ModelServer(ScriptedServer):
    """Answers every completion by the rule, and lists one model."""

    def __init__(self, rule: Rule) -> None:
        super().__init__()
        self.rule = rule

    def take(self, received: Received) -> Scripted:
        with self._lock:
            self.received.append(received)
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        answer = self._answer(received)
        time.sleep(answer.delay)
        with self._lock:
            self._at_once -= 1
        return answer

    def _answer(self, received: Received) -> Scripted:
        if received.method == "GET":
            return models({"id": "scripted"})
        answer = self.rule(Asked(received))
        return answer if isinstance(answer, Scripted) else completion(json.dumps(answer))

    @property
    def asked(self) -> list[Asked]:
        """The questions in order."""
        return [Asked(received) for received in self.received if received.method == "POST"]

    @property
    def steps(self) -> list[str]:
        """What was asked, in order."""
        return ["repair" if each.repairs else _STEPS.get(each.step, "write") for each in self.asked]

    @property
    def prompts(self) -> str:
        """All that was ever sent."""
        return "\n".join(json.dumps(received.body) for received in self.received)


def good(asked: Asked) -> Answer:
    """A careful model: it points at little and writes sentences that say what their quotes say."""
    if asked.step == "Places":
        return {key: [] for key in asked.keys}
    return careful_assessment(asked) if asked.step == "Assessment" else careful_rationale(asked)


def careful_assessment(asked: Asked) -> Answer:
    return {key: {"status": "not_documented", "evidence": [], "contrary": []} for key in asked.keys}


def careful_rationale(asked: Asked) -> Answer:
    findings = asked.findings()
    return {key: _sentence(key, findings, asked) for key in asked.keys}


def _sentence(key: str, findings: dict[str, dict[str, Any]], asked: Asked) -> Answer:
    if key == "guideline":
        return {"text": re.findall(r"^\[g1\] (.*)$", asked.text, re.MULTILINE)[0], "cites": ["g1"]}
    finding = findings[key]
    if finding["status"] == "not documented":
        return {"text": f"The record contains no documentation of {finding['subject']}.", "cites": ["g1"]}
    quotes = " and also ".join(f"“{text.rstrip('.')}”" for text in finding["quotes"].values())
    return {"text": f"The record notes: {quotes}.", "cites": list(finding["quotes"])}


def writing(text: Callable[[Asked, str], str]) -> Rule:
    """A model that assesses with care and then writes, for each slot, what `text` says, citing all it may."""

    def rule(asked: Asked) -> Answer:
        if asked.step == "Assessment":
            return careful_assessment(asked)
        return {key: {"text": text(asked, key), "cites": asked.cites(key)} for key in asked.keys}

    return rule


def assessing(entry: Callable[[Asked, str], Answer]) -> Rule:
    """A model that assesses by `entry` and writes with care."""

    def rule(asked: Asked) -> Answer:
        if asked.step == "Assessment":
            return {key: entry(asked, key) for key in asked.keys}
        return careful_rationale(asked)

    return rule


def pointing_at_everything(status: str) -> Rule:
    """Claims one status of all criteria and every sentence as evidence for it."""
    return assessing(lambda asked, _: {"status": status, "evidence": list(asked.evidence), "contrary": []})
