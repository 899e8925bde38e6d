"""Writes a page: one file of HTML with a script that infers, which asks the network for nothing.

Its policy (a `Content-Security-Policy`) lets only its own script and style run, by their hashes. The data is
packed, because unpacked it is more than three million bytes; the browser unpacks it by itself. The script
stays plain, so that whoever wants may read it there.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from functools import cache
from typing import Any, Literal, NamedTuple

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from advisor.knowledge.base import KnowledgeBase
from advisor.standalone.data import page_data
from advisor.standalone.joining import joined, script_modules
from advisor.standalone.saying import said_by

Purpose = Literal["advice", "partner"]
Questions = Literal["what-matters", "core"]


class Making(NamedTuple):
    """What a page is made of: a template, the module that starts it, and its styles."""

    template: str
    entry: str
    styles: tuple[str, ...]


ADVISOR = Making("page.html", "main", ("style.css", "a4.css"))


def whole_page(
    knowledge: KnowledgeBase, *, purpose: Purpose = "advice", questions: Questions = "what-matters"
) -> str:
    """Return the advisor as one page, on a knowledge base.

    For a `partner` it asks for her view alone, to be laid beside others, and gives no advice. With `core`
    questions it asks no more than these.
    """
    return page_of({**page_data(knowledge), "purpose": purpose, "questions": questions}, ADVISOR)


def page_of(data: dict[str, Any], making: Making) -> str:
    """Return a page that carries data; of the words those that its script may say."""
    script, style = script_of(making.entry), style_of(making.styles)
    carried = {**data, "words": said_by(script, data["words"])}
    made = (
        _templates()
        .get_template(making.template)
        .render(
            language=data["language"],
            policy=policy(script, style),
            style=Markup(style),  # noqa: S704 (no text of a knowledge base or a case is in it)
            script=Markup(script),  # noqa: S704 (the same)
            packed=packed(carried),
            version=data["program"],
            digest=data["digest"],
            say=data["words"],
        )
    )
    return made.rstrip("\n") + "\n"


def policy(script: str, style: str) -> str:
    """Return what the page may do: run this script and this style, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_hash(script)}'",
            f"style-src '{_hash(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def packed(data: dict[str, Any]) -> str:
    """Return data as the page carries it: JSON, packed with zlib, as letters of base64."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode(), 9)).decode()


def _hash(text: str) -> str:
    """Return the hash by which a policy knows a script or a style."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def script_of(entry: str) -> str:
    """Return the script that a module starts, with all it needs. It ends no element: a test refuses it."""
    return joined(script_modules(), [entry])


@cache
def style_of(styles: tuple[str, ...]) -> str:
    """Return some styles as one."""
    return "".join(_templates().get_template(name).render() for name in styles)


@cache
def _templates() -> Environment:
    return Environment(
        loader=ChoiceLoader([PackageLoader("advisor.standalone", "."), PackageLoader("advisor.pages")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
