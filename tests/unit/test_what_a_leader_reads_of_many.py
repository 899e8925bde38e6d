"""What a leader reads of many: nothing twice, each step answers to its reason, no sector is lost."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from advisor.cases.case import Partner
from advisor.cases.file import case_text
from advisor.cases.sectors import sector_named
from advisor.pages import portfolio_page
from advisor.pages.circles import circles
from advisor.pages.circles_model import Spot
from advisor.pages.portfolio_map import spots_of
from advisor.portfolio import portfolio
from advisor.portfolio.model import Named, ToAnswer
from advisor.reports import write_outline
from advisor.reports.portfolio_outline import portfolio_outline
from advisor.scenarios.loader import read_scenario
from tests.command.run import advisor
from tests.support.portfolios import made_up

HEADINGS = "partner,sector,people,aims,daily work,place\n"


@pytest.fixture
def scenario(knowledge):
    return lambda id_: read_scenario(f"scenario:{id_}", knowledge).case


@pytest.fixture
def put(tmp_path):
    def write(name, case, **changes):
        (tmp_path / f"{name}.yaml").write_text(case_text(replace(case, **changes)), encoding="utf-8")

    return write


def test_a_case_that_says_no_sector_keeps_that_of_the_row_whose_place_it_takes(
    put, scenario, tmp_path, knowledge
):
    put("a", scenario("talking-shop"), partnership="Midwives", partners=())
    (tmp_path / "own.csv").write_text(HEADINGS + "midwives,NHS,loose,loose,loose,loose\n")
    (row,) = portfolio(tmp_path, knowledge).rows
    assert (row.sector, row.assessed) == ("health", True)


def test_what_is_hers_is_the_reason_to_start_once_and_its_step_answers_to_it(
    put, scenario, tmp_path, knowledge
):
    for name in ("A", "B", "C", "D"):
        put(name, scenario("worn-out-and-alone"), partnership=name, respondent="me")
    found = portfolio(tmp_path, knowledge)
    assert [each.own_part for each in found.start] == [True, False, False]
    assert str(write_outline(portfolio_outline(found), "text")).count("Some support for you comes first") == 1


def test_no_act_is_advised_under_two_causes_and_what_one_act_can_reach_comes_first(
    put, scenario, tmp_path, knowledge
):
    for name, of in zip("ABCDEF", ("private-nursery", "talking-shop") * 3, strict=True):
        put(name, scenario(of), partnership=name)
    causes = portfolio(tmp_path, knowledge).causes
    acts = [(each.remedy.kind, each.remedy.id) for each in causes if each.remedy]
    assert len(acts) == len(set(acts))
    assert [each.once for each in causes] == sorted((each.once for each in causes), reverse=True)
    told = [id_ for each in causes for id_ in (each.id, *(also.id for also in each.also))]
    assert len(told) == len(set(told))


def test_what_is_loose_in_all_is_said_in_one_word(tmp_path, knowledge):
    (tmp_path / "own.csv").write_text(HEADINGS + "Midwives,NHS,loose,loose,loose,loose\n")
    (each,) = portfolio(tmp_path, knowledge).to_answer
    assert each.why == "You see all of it as loose."


def test_what_is_said_of_many_that_are_to_be_answered_is_said_once_on_the_page():
    several = tuple(ToAnswer(Named(n, f"P{n}"), "It can wait.") for n in range(1, 9))
    page = portfolio_page(made_up(12, to_answer=several))
    assert len(page.to_answer) == 3
    (rest,) = page.more_to_answer
    assert "P4 (4)" in str(rest)
    assert "P8 (8)" in str(rest)


def test_rows_with_faults_do_not_flood_the_screen(tmp_path):
    rows = "".join(f"P{n},health,perfect,,,\n" for n in range(300))
    (tmp_path / "own.csv").write_text(HEADINGS + rows)
    done = advisor("portfolio", str(tmp_path / "own.csv"))
    assert done.returncode == 0
    assert len(done.stderr.splitlines()) == 21
    assert "and 280 more" in done.stderr


@pytest.mark.parametrize("word", ["a" + " " * 10**5 + "b", "x" + " teams" * 10**4])
def test_a_very_long_word_is_no_sector_and_is_not_looked_at_for_long(word):
    assert sector_named(word) is None


def test_a_sector_in_which_only_partners_stand_has_its_title_on_the_map(put, scenario, tmp_path, knowledge):
    partners = (
        Partner(name="Park primary", sector="school", stands="loose"),
        Partner(name="Nurses", sector="NHS", stands="tight"),
    )
    put("a", scenario("talking-shop"), partnership="Town", partners=partners)
    titles = {spot.sector for spot in spots_of(portfolio(tmp_path, knowledge))}
    assert titles == {"Education", "Health", "Several sectors"}


@pytest.mark.parametrize("turned", range(11))
def test_no_name_of_a_sector_reaches_beyond_the_map_wherever_its_slice_is(turned):
    names = ["Voluntary and community", *map(str, range(10))]
    spots = [Spot("1", name, name, (2,)) for name in (*names[-turned:], *names[:-turned])]
    drawn = circles(spots, title="Map", says="Map")
    for each in drawn.sectors:
        angle, half = math.radians(each.degrees), 3.5 * len(each.label.text)
        for along in (-half, half):
            x = each.label.x + along * math.cos(angle)
            y = each.label.y + along * math.sin(angle)
            assert min(x, y) >= 0
            assert max(x, y) <= drawn.size


def test_rows_of_several_partners_of_one_partnership_are_told_apart_by_the_partner(tmp_path, knowledge):
    rows = "Midwives,NHS,loose,,,,Family team\nLibrary,council,tight,,,,family team\n"
    rows += "Nursery,private,tight,,,,Ours\n"
    (tmp_path / "own.csv").write_text(HEADINGS.rstrip() + ",partnership\n" + rows)
    names = {row.name for row in portfolio(tmp_path, knowledge).rows}
    assert names == {"Family team: Midwives", "family team: Library", "Ours"}
