"""The script of the page in a real JavaScript engine: V8, from a Python wheel."""

from __future__ import annotations

import json
from functools import cache, cached_property
from typing import Any, NamedTuple

from py_mini_racer import MiniRacer

from advisor._language import language_tag
from advisor.knowledge.base import KnowledgeBase
from advisor.standalone.data import page_data
from advisor.standalone.joining import joined, script_modules

SET_UP = """
const shim = {};
let knowledge = null;
function setUp(text) {
  const data = JSON.parse(text);
  modules["language"].useWords(new Map(Object.entries(data.words)));
  knowledge = new modules["knowledge/base"].Knowledge(data);
  return true;
}
function plain(value) {
  if (value instanceof Map) return Object.fromEntries(Array.from(value, ([k, v]) => [k, plain(v)]));
  if (value instanceof Set) return Array.from(value, plain);
  if (Array.isArray(value)) return value.map(plain);
  if (value === undefined) return null;
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, plain(v)]));
}
"""
_INVOKE = """
function invoke(name, args) {
  return JSON.stringify(plain(shim[name](...JSON.parse(args))));
}
"""


class Held(NamedTuple):
    """What a function of the shim is called with, and what Python says."""

    name: str
    args: tuple[Any, ...]
    python: Any


class Script:
    """Some modules of the script on one knowledge base.

    `shim` is JavaScript that fills `shim.NAME = (...) => ...`; it sees `modules["advice/order"].ranked` and
    `knowledge`. What it is given and returns goes through JSON; a Map becomes an object, a Set a list.
    V8 is started at the first call: many modules of tests have a script, and not each process runs them all.
    """

    def __init__(self, knowledge: KnowledgeBase, wanted: list[str], shim: str) -> None:
        self._knowledge = knowledge
        self._wanted, self._shim = ("language", "knowledge/base", *wanted), shim

    @cached_property
    def _engine(self) -> MiniRacer:
        engine = MiniRacer()
        engine.eval(_script(self._wanted) + SET_UP + _INVOKE + self._shim)
        engine.call("setUp", _data_of(self._knowledge))
        return engine

    def use(self, knowledge: KnowledgeBase) -> None:
        """Take another knowledge base."""
        self._engine.call("setUp", _data_of(knowledge))

    def call(self, name: str, *args: Any) -> Any:
        """Return what a function of the shim returns."""
        return json.loads(str(self._engine.call("invoke", name, json.dumps(args))))


def _data_of(knowledge: KnowledgeBase) -> str:
    return knowledge.memo(_in_language)[language_tag()]


def _in_language(knowledge: KnowledgeBase, _tag: str) -> str:
    return json.dumps(page_data(knowledge))


@cache
def _script(wanted: tuple[str, ...]) -> str:
    return joined(script_modules(), list(wanted))
