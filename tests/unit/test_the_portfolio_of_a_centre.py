"""The portfolio: all partnerships of a centre, from files and from what the leader placed herself."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace

import pytest

from advisor.cases.case import Case, Partner
from advisor.cases.file import case_text
from advisor.errors import AdvisorError
from advisor.portfolio import NothingReadError, portfolio
from advisor.reports import schema
from advisor.scenarios.loader import read_scenario

HEADINGS = "partner,sector,people,aims,daily work,place"


@pytest.fixture
def put(tmp_path):
    """Return what writes a case under a name into the folder."""

    def write(name: str, case: Case, **changes) -> None:
        (tmp_path / f"{name}.yaml").write_text(case_text(replace(case, **changes)), encoding="utf-8")

    return write


@pytest.fixture
def scenario(knowledge):
    """Return what reads the case of a scenario."""
    return lambda id_: read_scenario(f"scenario:{id_}", knowledge).case


def table(folder, *rows, name="partners.csv", headings=HEADINGS):
    path = folder / name
    path.write_text("\n".join([headings, *rows]) + "\n", encoding="utf-8")
    return path


def by_name(found):
    return {row.name: row for row in found.rows}


def test_a_partnership_stands_where_its_latest_file_says(put, scenario, tmp_path, knowledge):
    day = datetime.date
    put("a", scenario("hot-quarrel"), partnership="Clinic", respondent="me", date=day(2026, 1, 5))
    put("b", scenario("everything-well"), partnership="CLINIC ", respondent="me", date=day(2026, 9, 5))
    (row,) = portfolio(tmp_path, knowledge).rows
    assert (row.name, row.whole, row.voices, row.dates, row.date) == (
        "CLINIC",
        "confident",
        1,
        2,
        "2026-09-05",
    )
    assert row.goes_well


def test_what_goes_well_is_said_and_not_started_with(put, scenario, tmp_path, knowledge):
    put("a", scenario("everything-well"), partnership="Good")
    put("b", scenario("talking-shop"), partnership="Slow")
    found = portfolio(tmp_path, knowledge)
    assert [each.name for each in found.well] == ["Good"]
    assert [each.partnership.name for each in found.start] == ["Slow"]


def test_heat_comes_first_then_what_one_cause_holds_back_then_the_cheapest_step(
    put, scenario, tmp_path, knowledge
):
    for id_ in ("talking-shop", "speech-and-language", "hot-quarrel", "a-good-thing-that-ends"):
        put(id_, scenario(id_), partnership=id_, share=None)
    found = portfolio(tmp_path, knowledge)
    assert [(each.partnership.name, each.by) for each in found.start] == [
        ("hot-quarrel", "heat"),
        ("a-good-thing-that-ends", "heat"),
        ("speech-and-language", "held-back"),
    ]
    assert found.start[0].why.startswith("The quarrel has turned personal or is drawing others in. ")
    assert all(each.step is not None and each.step.text for each in found.start)


def test_alerts_stand_apart_and_before_and_count_nowhere(put, scenario, tmp_path, knowledge):
    put("a", scenario("everything-well"), partnership="A")
    put("z", scenario("four-employers-one-corridor"), partnership="Z")
    found = portfolio(tmp_path, knowledge)
    assert [row.name for row in found.rows] == ["Z", "A"]
    assert [(alert.id, [each.name for each in alert.partnerships]) for alert in found.alerts] == [
        ("child-safety", ["Z"])
    ]


def test_several_voices_are_never_averaged(put, scenario, tmp_path, knowledge):
    head, visitor = (
        scenario("shared-clinic-seen-by-the-head"),
        scenario("shared-clinic-seen-by-the-health-visitor"),
    )
    put("a", head, partnership="Clinic", share="yes")
    put("b", visitor, partnership="Clinic", share="yes")
    (row,) = portfolio(tmp_path, knowledge).rows
    people = row.cells[0]
    assert (people.stage, people.seen, row.voices) == ("differs", ("emerging", "developing"), 2)


@pytest.mark.parametrize("shared", [("yes", None), (None, "yes"), (None, None)])
def test_without_the_word_of_all_nothing_of_another_voice_is_shown(
    put, scenario, tmp_path, knowledge, shared
):
    head, visitor = (
        scenario("shared-clinic-seen-by-the-head"),
        scenario("shared-clinic-seen-by-the-health-visitor"),
    )
    put("a", head, partnership="Clinic", share=shared[0])
    alone = portfolio(tmp_path, knowledge).rows[0]
    put("b", visitor, partnership="Clinic", share=shared[1])
    (row,) = portfolio(tmp_path, knowledge).rows
    assert row.view == "own"
    assert (row.cells, row.whole) == (alone.cells, alone.whole)


def test_where_no_voice_is_plainly_the_centres_no_stage_is_shown(put, scenario, tmp_path, knowledge):
    visitor = scenario("shared-clinic-seen-by-the-health-visitor")
    for name in ("one", "two"):
        put(name, visitor, partnership="Clinic", respondent=name, share=None)
    found = portfolio(tmp_path, knowledge)
    (row,) = found.rows
    assert (row.view, row.whole) == ("guarded", "unknown")
    assert {cell.stage for cell in row.cells} == {"unknown"}
    assert not found.start
    assert not found.causes


def test_answers_of_more_than_a_quarter_before_are_no_voices_of_the_round(put, scenario, tmp_path, knowledge):
    case, day = scenario("talking-shop"), datetime.date
    put("a", case, partnership="Clinic", respondent="long ago", date=day(2026, 1, 5))
    put("b", case, partnership="Clinic", respondent="now", date=day(2026, 9, 5))
    put("c", case, partnership="Clinic", respondent="without a date", date=None)
    (row,) = portfolio(tmp_path, knowledge).rows
    assert (row.voices, row.dates) == (1, 2)


def test_each_of_several_partners_that_she_placed_is_on_the_map(put, scenario, tmp_path, knowledge):
    partners = (
        Partner(name="Midwives", sector="NHS", stands="tight"),
        Partner(name="Library", sector="libraries", stands="loose"),
        Partner(name="School", sector="school"),
    )
    put("a", scenario("talking-shop"), partnership="Story time", partners=partners)
    found = portfolio(tmp_path, knowledge)
    assert found.rows[0].sector == "several"
    assert [(each.name, each.sector, each.stage, each.assessed, each.partner) for each in found.circles] == [
        ("Story time", "several", found.rows[0].whole, True, False),
        ("Library", "council", "emerging", False, True),
        ("Midwives", "health", "confident", False, True),
    ]


def test_a_case_replaces_the_row_of_the_same_partnership_or_partner(put, scenario, tmp_path, knowledge):
    table(tmp_path, "Midwives,health,tight,tight,tight,tight", "Library,council,loose,,,", "Clinic,,red,,,")
    put("a", scenario("talking-shop"), partnership="clinic", partners=(Partner(name="MIDWIVES"),))
    found = portfolio(tmp_path, knowledge)
    assert [(row.name, row.assessed) for row in found.rows] == [("clinic", True), ("Library", False)]
    assert [each.partnership.name for each in found.to_answer] == ["Library"]
    assert (found.total.assessed, found.total.own_views) == (1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffPartner;Sector;Relational nourishment;STRATEGIC-structural-robustness;daily work;place\n"
        "Midwives;NHS;green;in-between;Loose;red\n",
        "partner\tpeople\taims\toperational-cohesion\tplace\tsector\n"
        "Midwives\ttight\tIn Between\tRED\tloose\thealth\n",
        "sep=|\npartner|sector|people|aims|daily work|place\nMidwives|HV|tight|amber|loose|loose\n",
    ],
)
def test_tables_of_every_layout_say_the_same(text, tmp_path, knowledge):
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    (row,) = portfolio(path, knowledge).rows
    assert [cell.stage for cell in row.cells] == ["confident", "developing", "emerging", "emerging"]
    assert (row.sector, row.assessed, row.name) == ("health", False, "Midwives")


def test_a_row_with_faults_is_told_and_shown_as_far_as_it_is_sound(tmp_path, knowledge):
    path = table(tmp_path, "Midwives,health,blue,tight,emerging,", ",health,tight,,,")
    found = portfolio(path, knowledge)
    (row,) = found.rows
    assert [cell.stage for cell in row.cells] == ["unknown", "confident", "unknown", "unknown"]
    assert [(fault.row, fault.said) for fault in found.faults] == [
        (1, "'blue' in 'people' is no stage; write tight, in between or loose"),
        (1, "'emerging' in 'daily work' may mean two things; write loose or in between"),
        (2, "no partner is named; write the name of the service in 'partner'"),
    ]


def test_what_two_rows_of_one_partner_say_differently_is_not_known(tmp_path, knowledge):
    path = table(tmp_path, "Midwives,health,tight,loose,,", "midwives,health,loose,loose,,")
    found = portfolio(path, knowledge)
    (row,) = found.rows
    assert [cell.stage for cell in row.cells][:2] == ["unknown", "emerging"]
    assert [fault.row for fault in found.faults] == [1, 2]


def test_what_is_only_placed_is_never_started_with(tmp_path, knowledge):
    path = table(tmp_path, "B,health,loose,loose,loose,loose", "A,health,tight,,,", "C,health,,,,")
    found = portfolio(path, knowledge)
    assert not found.start
    assert [each.partnership.name for each in found.to_answer] == ["B", "A", "C"]


def test_a_case_in_which_only_the_placing_is_answered_is_an_own_view(put, tmp_path, knowledge):
    placing = next(each for each in knowledge.questions.values() if each.kind == "placing")
    answers = {placing.id: {row.id: "confident" for row in placing.rows}}
    put("a", Case(partnership="Placed", answers=answers))
    found = portfolio(tmp_path, knowledge)
    (row,) = found.rows
    assert (row.assessed, row.whole, found.total.assessed) == (False, "confident", 0)


def test_one_cause_behind_many_is_told_once_with_what_to_do(put, scenario, tmp_path, knowledge):
    for name in ("A", "B", "C"):
        put(name, scenario("private-nursery"), partnership=name)
    put("D", scenario("everything-well"), partnership="D")
    found = portfolio(tmp_path, knowledge)
    cause = next(each for each in found.causes if "strangers" in (each.id, *(also.id for also in each.also)))
    remedies = [each.remedy.id for each in found.causes if each.remedy]
    assert len(remedies) == len(set(remedies))
    assert ([each.name for each in cause.partnerships], cause.of) == (["A", "B", "C"], 4)
    assert cause.remedy is not None
    assert (cause.remedy.id, cause.remedy.advised_in) == ("being-introduced", 3)


def test_two_partnerships_have_no_cause_in_common(put, scenario, tmp_path, knowledge):
    for name in ("A", "B"):
        put(name, scenario("private-nursery"), partnership=name)
    assert not portfolio(tmp_path, knowledge).causes


def test_what_she_brings_herself_is_said_to_her_alone(put, scenario, tmp_path, knowledge):
    for name in ("A", "B", "C"):
        put(name, scenario("worn-out-and-alone"), partnership=name, respondent="me")
    hers = portfolio(tmp_path, knowledge)
    assert "leader-worn-out" in [cause.id for cause in hers.own_part]
    shown = portfolio(tmp_path, knowledge, to_show=True)
    assert not shown.own_part
    assert not {"leader-worn-out", "own-part"} & {cause.id for cause in shown.causes}
    assert "You are worn out" not in shown.as_json()
    assert hers.start[0].step is not None
    assert hers.start[0].step.id == "external-supervision"
    assert [each.own_part for each in hers.start] == [True, False, False]
    assert "external-supervision" not in {each.step.id for each in shown.start if each.step}
    put("D", scenario("talking-shop"), partnership="D", respondent="somebody else")
    assert not portfolio(tmp_path, knowledge).own_part


def test_names_that_are_nearly_the_same_are_told(put, scenario, tmp_path, knowledge):
    table(tmp_path, "Health visitor,health,tight,,,")
    put("a", scenario("talking-shop"), partnership="Library", partners=(Partner(name="Health visitors"),))
    assert portfolio(tmp_path, knowledge).near == (("Health visitor", "Health visitors"),)


def test_a_folder_without_anything_to_read_is_told(tmp_path, knowledge):
    with pytest.raises(AdvisorError, match="neither a case nor a table"):
        portfolio(tmp_path, knowledge)
    (tmp_path / "broken.yaml").write_text("format: 1\npartnership: [\n", encoding="utf-8")
    with pytest.raises(NothingReadError) as caught:
        portfolio(tmp_path, knowledge)
    assert caught.value.told().startswith("broken.yaml:3:1: ")


def test_other_tables_in_the_folder_are_passed_over(put, scenario, tmp_path, knowledge):
    put("a", scenario("talking-shop"), partnership="A")
    (tmp_path / "budget.csv").write_text("month,money\nMay,3\n", encoding="utf-8")
    found = portfolio(tmp_path, knowledge)
    assert (len(found.rows), found.unread) == (1, ())
    with pytest.raises(AdvisorError, match="no column 'partner'"):
        portfolio(tmp_path, knowledge, [tmp_path / "budget.csv"])


def test_the_json_is_what_its_schema_says(put, scenario, tmp_path, knowledge):
    jsonschema = pytest.importorskip("jsonschema")
    put("a", scenario("hot-quarrel"), partnership="<b>A</b>")
    table(tmp_path, "=1+1,health,tight,,,")
    found = portfolio(tmp_path, knowledge)
    data = json.loads(found.as_json())
    assert data == found.as_dict()
    assert next(iter(data)) == "schema_version"
    jsonschema.validate(data, schema("portfolio", knowledge))
