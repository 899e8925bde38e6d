"""The catalogue of the program's own words: `python -m tools.catalogue` writes it anew.

With the name of a translation (a `.po` file) it says which of its texts lack a field, such as `{n}`, that the
English one has, or have one too many: those would stop the program. See docs/languages.md.
"""

from __future__ import annotations

import ast
import io
import string
import sys
from collections.abc import Iterable, Iterator, Sequence
from inspect import cleandoc
from pathlib import Path

import click
from advisor.cli.main import COMMANDS, cli
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from advisor.verification.checks import checks

ROOT = Path(__file__).resolve().parent.parent
POT = ROOT / "advisor" / "locale" / "advisor.pot"
FOLDERS = ("advisor", "cli")
MARKS = ("_", "N_", "Nn_", "ngettext")
TOLD = "# Translators: "
Text = str | tuple[str, ...]
HEAD = "# The program's own words. How to translate them: docs/languages.md"
OF_THE_MOMENT = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
)  # other each time, or elsewhere


def made() -> bytes:
    """Return the catalogue as it is to be: the same bytes for the same program."""
    catalogue = Catalog(project="partnership-advisor", header_comment=HEAD, fuzzy=False)
    for text, comments in (
        *marked(sources()),
        *((each, []) for each in (*_helps(cli), *(check.what for check in checks()))),
    ):
        catalogue.add(text, auto_comments=comments)
    written = io.BytesIO()
    write_po(written, catalogue, width=100, no_location=True, sort_output=True)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(OF_THE_MOMENT))


def sources() -> list[Path]:
    """Return the modules in which the program says something."""
    return [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]


def marked(paths: Iterable[Path]) -> Iterator[tuple[Text, list[str]]]:
    """Yield each text that is marked in the code, with what translators are told of it in the line above.

    Babel's own reader looks into f-strings only from Python 3.12 on, so the catalogue would differ by Python.
    """
    for path in paths:
        source = path.read_text("utf-8")
        lines = ["", *source.splitlines()]
        for node in ast.walk(ast.parse(source)) if "_language" in source else ():
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
                above = lines[node.lineno - 1].strip()
                told = [above.removeprefix(TOLD)] if above.startswith(TOLD) else []
                texts = [
                    str(each.value) for each in node.args if isinstance(each, ast.Constant) and each.value
                ]
                if texts:
                    yield texts[0] if len(texts) == 1 else tuple(texts), told


def _helps(command: click.Command) -> Iterator[str]:
    """Yield what `--help` says of a command, of its options and of the commands below it."""
    texts = [command.help, *(each.help for each in command.params if isinstance(each, click.Option))]
    yield from (cleandoc(each) for each in texts if each)
    if isinstance(command, click.Group):
        context = click.Context(command)
        below = (command.get_command(context, name) for name in sorted({*command.commands, *COMMANDS}))
        for each in below:
            if each is not None and each is not command:
                yield from _helps(each)


def wrong_fields(translation: Path) -> Iterator[str]:
    """Yield each text of a translation whose fields are not those of the English one.

    A plural form may leave the number out: "one case" needs no figure.
    """
    with translation.open("rb") as file:
        catalogue = read_po(file)
    for message in (each for each in catalogue if each.id):
        english, said = _forms(message.id), _forms(message.string or "")
        wanted: set[str] = set().union(*map(fields, english))
        may_miss = {"n"} if len(english) > 1 else set()
        for each in filter(None, said):
            if not wanted - may_miss <= fields(each) <= wanted:
                yield f"{translation}:{message.lineno}: '{each}' has other fields than '{english[0]}'"


def _forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def fields(text: str) -> set[str]:
    """Return the names of what is put into a text."""
    try:
        return {
            name for _before, name, _spec, _conversion in string.Formatter().parse(text) if name is not None
        }
    except ValueError:  # a brace that is never closed
        return {text}


def main(words: list[str]) -> int:
    """Write the catalogue, or look through the translations that are named; 1 if any has other fields."""
    if not words:
        POT.parent.mkdir(exist_ok=True)
        POT.write_bytes(made())
        return 0
    wrong = [line for word in words for line in wrong_fields(Path(word))]
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
