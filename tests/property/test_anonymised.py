"""What --anonymise takes out is in no output, and the advice stays what it was."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date

from hypothesis import given, settings, strategies as st

from advisor import Advisor
from advisor._language import date_in_words
from advisor.advice.meeting import NotNow, meeting_for
from advisor.cases.anonymous import anonymised, months_only, with_days
from advisor.cases.case import Action, Case, Partner
from advisor.cases.edits import parsed
from advisor.explanation import contrast, sensitivity, stage_settled, what_if, why, why_not
from advisor.knowledge.sectors import SECTORS
from advisor.knowledge.terms import STAGES
from advisor.pages import advice_page, as_html
from advisor.reports import (
    Outline,
    advice_outline,
    as_docx,
    screen_outline,
    shown_outline,
    write_outline,
)
from advisor.reports.pack import beside_the_page, private_page, table_page
from advisor.reports.sensitivity_outline import sensitivity_outline, stage_outline
from advisor.reports.what_if_outline import future_outline
from advisor.reports.why_not_outline import why_not_outline
from advisor.reports.why_outline import contrast_in_words, why_outline
from advisor.reports.why_told import why_in_words
from tests.support.amount import examples
from tests.support.strategies import cases

ADVISOR = Advisor()
KNOWLEDGE = ADVISOR.knowledge
WORDS = [f"Q{letter}xwort" for letter in "abcdefgh"]
PARTNERSHIP, RESPONDENT, ABOUT, ONE, OTHER, SECTOR, NOTE, TRIED = WORDS
DAY = date(2026, 3, 17)


def _with_words(case: Case) -> Case:
    """Return the case with a word of its own in every place where somebody may type."""
    return replace(
        case,
        partnership=PARTNERSHIP,
        respondent=RESPONDENT,
        about=ABOUT,
        date=DAY,
        questionnaire=f"{OTHER} 1 (3 questions) 0a1b2c3d",
        partners=(Partner(name=ONE, sector=SECTOR), Partner(name=OTHER, sector="NHS", stands="tight")),
        notes=dict.fromkeys(case.answers, NOTE),
        actions=(*case.actions, Action(id="visioning", outcome="helped", note=TRIED, date=DAY)),
    )


def _all_said(case: Case) -> Iterator[str]:
    """Yield what every command says of a case, in words and as data."""
    advice = ADVISOR.advise(case)
    yield advice.as_json()
    outlines = [advice_outline(advice, KNOWLEDGE, full=full) for full in (False, True)]
    found = meeting_for(advice, KNOWLEDGE)
    if isinstance(found, NotNow):
        outlines.append(private_page(found, advice, case.partnership, "CASE"))
    else:
        outlines.append(table_page(found.meeting, case.partnership))
        yield from beside_the_page(found, advice, KNOWLEDGE, "CASE")
    outlines.append(screen_outline(advice, KNOWLEDGE))
    outlines += [shown_outline(advice, KNOWLEDGE, str(n)) for n, _step in enumerate(advice.plan[:2], 1)]
    yield as_html(advice_page(advice, KNOWLEDGE, full=True))
    for item in advice.recommendations()[:1]:
        told = why(advice, item.id, KNOWLEDGE)
        yield json.dumps(asdict(told), default=str)
        outlines.append(why_outline(told, KNOWLEDGE, 3, True))
        outlines += [why_in_words(told, advice, KNOWLEDGE, full=full) for full in (False, True)]
    for kind in KNOWLEDGE.kinds.advisable:
        for one, other in zip(advice.of_kind(kind)[:1], advice.of_kind(kind)[1:2], strict=False):
            outlines.append(contrast_in_words(contrast(advice, one.id, other.id, KNOWLEDGE), KNOWLEDGE))
    factor = advice.factors[0]
    other_stage = next(stage for stage in STAGES if stage != factor.stage)
    told_not = why_not(ADVISOR, case, f"{factor.id}={other_stage}")
    yield json.dumps(asdict(told_not), default=str)
    outlines.append(why_not_outline(told_not, KNOWLEDGE, True))
    future = what_if(ADVISOR, case, parsed("trust=careful"), advice)
    yield json.dumps(asdict(future), default=str)
    outlines.append(future_outline(future, KNOWLEDGE, True))
    yield from map(_words_of_document, outlines[:6])
    for outline in outlines:
        for format_ in ("text", "markdown", "html"):
            yield str(write_outline(outline, format_))


def _words_of_document(outline: Outline) -> str:
    """Return all that is in a document, unpacked."""
    with zipfile.ZipFile(io.BytesIO(as_docx(outline))) as packed:
        return "".join(packed.read(name).decode() for name in packed.namelist() if name.endswith(".xml"))


@given(cases(KNOWLEDGE))
@settings(max_examples=examples(25), deadline=None)
def test_what_was_taken_out_is_in_nothing_that_is_said(case):
    said = "\n".join(_all_said(anonymised(_with_words(case))))
    assert [word for word in WORDS if word in said] == []
    assert DAY.isoformat() not in said
    assert "17 March" not in said


@given(cases(KNOWLEDGE))
@settings(max_examples=examples(30), deadline=None)
def test_the_advice_is_the_same_without_names(case):
    given_, without = (ADVISOR.advise(each) for each in (_with_words(case), anonymised(_with_words(case))))
    # What was said in her own words alone is asked again.
    given_, without = (replace(each, case={}, notes=(), to_ask=()) for each in (given_, without))
    assert given_ == without
    assert given_.alerts == without.alerts


def test_settling_names_nobody():
    case = anonymised(_with_words(ADVISOR.read_case("scenario:talking-shop")))
    found, staged = sensitivity(ADVISOR, case), stage_settled(ADVISOR, case, "operational-cohesion")
    outlines = [sensitivity_outline(found, KNOWLEDGE, True), stage_outline(staged, KNOWLEDGE, True)]
    said = json.dumps([asdict(found), asdict(staged)], default=str)
    said += "".join(str(write_outline(outline, "text")) for outline in outlines)
    assert [word for word in WORDS if word in said] == []


@given(st.text(min_size=1, max_size=30), st.sampled_from(SECTORS))
@settings(max_examples=examples(60), deadline=None)
def test_partners_are_numbered_and_a_sector_of_the_list_is_kept(name, sector):
    base = ADVISOR.read_case("scenario:everything-well")
    case = replace(
        base, about="B", partners=(Partner(name=name, sector=sector.title), Partner(name="B", sector="own"))
    )
    found = anonymised(case)
    assert [partner.name for partner in found.partners] == ["partner 1", "partner 2"]
    assert [partner.sector for partner in found.partners] == [sector.id, ""]
    assert found.about == ("partner 1" if name == "B" else "partner 2") or name == "B"


def test_what_is_taken_out_once_stays_as_it_is():
    once = anonymised(_with_words(ADVISOR.read_case("scenario:talking-shop")))
    assert anonymised(once) == once
    assert once.date == date(2026, 3, 1)


def test_of_a_day_the_month_alone_is_written():
    data = months_only(ADVISOR.advise(anonymised(_with_words(Case()))).case)
    assert {data["date"], *(action["date"] for action in data["actions"])} == {"2026-03"}
    assert with_days(data)["date"] == "2026-03-01"
    assert date_in_words("2026-03") == "March 2026"
    assert date_in_words("2026-03-17") == "17 March 2026"
