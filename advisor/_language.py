"""The program's own words in the language that is asked for: English, unless somebody says otherwise.

A text is written in English where it is used, inside `_(...)` or, where it depends on a number,
`ngettext(...)`; `advisor/locale/advisor.pot` lists them all. What varies is put in afterwards, by name:
`_("{n} of {all} answered").format(n=3, all=8)`. The knowledge is data and has its words in its own files.
The language is never taken from the machine: the same case gives the same bytes everywhere.
"""

from __future__ import annotations

import gettext as _gettext
from contextlib import AbstractContextManager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

from advisor._within import within

if TYPE_CHECKING:
    import datetime

DOMAIN = "advisor"
LOCALES = Path(__file__).parent / "locale"  # LANGUAGE/LC_MESSAGES/advisor.mo
ENGLISH = "en_GB"


class UnknownLanguageError(LookupError):
    """There is no catalogue of a language."""


class _Translations(_gettext.GNUTranslations):
    """The texts of a catalogue; one that has other fields than the English one is told in English.

    What would be put in could not be, or would be put in otherwise: a slip of a translator's stops nothing.
    """

    def gettext(self, message: str) -> str:
        said = super().gettext(message)
        return said if _fits((message,), said) else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        said = super().ngettext(msgid1, msgid2, n)
        return said if _fits((msgid1, msgid2), said) else (msgid1 if n == 1 else msgid2)


@cache
def _fits(english: tuple[str, ...], said: str) -> bool:
    """Return whether a text has no fields but those of the English ones, written as they are there."""
    try:
        return _fields(said) <= set().union(*map(_fields, english))
    except ValueError:  # a bracket without its other half
        return "{" not in "".join(english)


def _fields(text: str) -> set[tuple[str | None, str | None, str | None]]:
    return {each[1:] for each in Formatter().parse(text) if each[1] is not None}


class Language(NamedTuple):
    """A language that the program speaks, with its texts."""

    code: str
    texts: _gettext.NullTranslations


_LANGUAGE: ContextVar[Language] = ContextVar(
    "language",
    default=Language(ENGLISH, _gettext.NullTranslations()),  # noqa: B039 (a tuple that nobody changes)
)


def in_language(code: str, folder: Path = LOCALES) -> AbstractContextManager[None]:
    """Let the program speak a language within; `code` as in `cy` or `pt_BR`, its catalogue in `folder`.

    `UnknownLanguageError`, which says which there are, if there is no catalogue of it that can be read.
    """
    return speaking(_language(code, folder))


def speaking(language: Language) -> AbstractContextManager[None]:
    """Let the program speak a language within: one that was `spoken` before, say."""
    return within(_LANGUAGE, language)


def spoken() -> Language:
    """Return the language of the moment, for what is worded later."""
    return _LANGUAGE.get()


def languages(folder: Path = LOCALES) -> list[str]:
    """Return the codes of all languages that there is a catalogue of, English first."""
    return [ENGLISH, *sorted(path.parent.parent.name for path in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))]


def _language(code: str, folder: Path) -> Language:
    if code == ENGLISH:
        return Language(ENGLISH, _gettext.NullTranslations())
    if code not in languages(folder):
        raise UnknownLanguageError(
            f"language '{code}': there is no catalogue of it; choose one of: {', '.join(languages(folder))}"
        )
    try:
        return Language(code, _gettext.translation(DOMAIN, folder, [code], _Translations))
    except Exception:  # many kinds, for all that may be wrong with a file
        raise UnknownLanguageError(
            f"language '{code}': its catalogue in {folder} cannot be read; compile it once more"
        ) from None


def _(text: str) -> str:
    """Return a text of the program in the language of the moment."""
    return _LANGUAGE.get().texts.gettext(text) if text else text


def ngettext(one: str, several: str, number: int) -> str:
    """Return the text that fits a number: `one`, `several`, or what else the language has."""
    return _LANGUAGE.get().texts.ngettext(one, several, number)


def N_(text: str) -> str:
    """Mark a text that stands in a table or a constant, and is put into a language where it is used."""
    return text


def Nn_(one: str, several: str) -> tuple[str, str]:
    """Mark a text that depends on a number, as `N_` does one that does not."""
    return one, several


def language_tag() -> str:
    """Return the language of the moment as pages and documents name it: en-GB."""
    return _LANGUAGE.get().code.replace("_", "-")


def date_in_words(text: str) -> str:
    """Return a day that is written as 2026-03-04 in words; of 2026-03 the month alone, as in March 2026."""
    import datetime

    from babel.core import UnknownLocaleError
    from babel.dates import format_skeleton

    if text.count("-") > 1:
        return day_in_words(datetime.date.fromisoformat(text))
    first = datetime.date.fromisoformat(f"{text}-01")
    try:
        return format_skeleton("yMMMM", first, locale=_LANGUAGE.get().code)
    except (UnknownLocaleError, ValueError):
        return format_skeleton("yMMMM", first, locale=ENGLISH)


def day_in_words(day: datetime.date) -> str:
    """Return a day in words, as in 4 March 2026; in English where nothing is known of the language."""
    from babel.core import UnknownLocaleError
    from babel.dates import format_date

    try:
        return format_date(day, "long", locale=_LANGUAGE.get().code)
    except (UnknownLocaleError, ValueError):  # a code that Babel does not know, or that is none
        return format_date(day, "long", locale=ENGLISH)
