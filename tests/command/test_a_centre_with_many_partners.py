"""A centre with many partners, some of whom were asked about: what its leader reads, from above."""

from __future__ import annotations

from dataclasses import replace

import pytest

from advisor.cases.file import case_text
from advisor.scenarios.loader import read_scenario
from tests.command.run import advisor

STORIES = (
    "everything-well",
    "health-visitors",
    "hot-quarrel",
    "private-nursery",
    "revolving-door",
    "speech-and-language",
    "talking-shop",
    "they-resist",
    "under-inspection",
    "worn-out-and-alone",
)
PARTS = (
    "WHERE TO START",
    "WHAT GOES WELL",
    "WHAT SEVERAL HAVE IN COMMON",
    "FOR YOU ALONE",
    "ANSWER THE QUESTIONS FOR THESE, IN THIS ORDER",
    "HOW EACH STANDS",
    "WHAT COULD NOT BE READ",
    "NAMES THAT MAY MEAN THE SAME",
    "HOW THIS ORDER CAME ABOUT",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory, knowledge):
    """Return a folder with ten cases, a broken one, and a table of thirty with faults in many of its rows."""
    folder = tmp_path_factory.mktemp("centre")
    for id_ in STORIES:
        case = replace(
            read_scenario(f"scenario:{id_}", knowledge).case,
            partnership=f"The {id_} partners",
            respondent="Head",
        )
        (folder / f"{id_}.yaml").write_text(case_text(case), encoding="utf-8")
    (folder / "broken.yaml").write_text("format: 1\nanswers: {contact: oft}\n", encoding="utf-8")
    rows = [
        f"Partner {number},health,loose,tight,{'blue' if number > 5 else 'red'},," for number in range(30)
    ]
    rows.append("The helth-visitors partners,health,loose,,,,")
    head = "partner,sector,people,aims,daily work,place,partnership"
    (folder / "quick.csv").write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def shown(folder):
    return advisor("portfolio", str(folder))


def test_it_has_its_parts_in_their_order_and_each_once(shown):
    assert shown.returncode == 0, shown.stderr
    lines = shown.stdout.splitlines()
    places = [[at for at, line in enumerate(lines) if line == part] for part in PARTS]
    assert [len(each) for each in places] == [1] * len(PARTS)
    assert places == sorted(places)


def test_what_goes_well_is_said_to_and_nothing_is_begun_there(shown):
    start, rest = shown.stdout.split("WHAT GOES WELL", 1)
    assert "The everything-well partners" in rest.split("WHAT SEVERAL")[0]
    assert "everything-well" not in start


def test_what_could_not_be_read_is_told_and_long_lists_say_how_many_more(shown):
    told = shown.stdout.split("WHAT COULD NOT BE READ")[1].split("NAMES THAT MAY")[0]
    assert "broken.yaml:2:" in told
    assert "and 4 more" in told
    assert "'The health-visitors partners'" in " ".join(shown.stdout.split())


def test_to_show_it_to_others_leaves_out_what_is_hers_alone(folder, shown):
    to_show = advisor("portfolio", str(folder), "--to-show").stdout
    assert "FOR YOU ALONE" not in to_show
    assert "worn out" not in to_show
    assert "HOW EACH STANDS" in to_show
    assert "--to-show" in " ".join(shown.stdout.split())
