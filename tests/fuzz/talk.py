"""What is typed: keys in the interview and the exercise, words behind the command, results of exercises."""

from __future__ import annotations

from advisor import Advisor
from advisor.errors import AdvisorError
from advisor.exercise.results import COLUMNS, read_results
from advisor.exercise.side_by_side import side_by_side
from advisor.reports.exercise_results import results_outline
from advisor.reports.outline_text import as_text
from tests.fuzz.cases import _made as odd_case
from tests.fuzz.odd import NO_TEXT, Odd
from tests.fuzz.oracle import Broken, by_command
from tests.fuzz.room import Room
from tests.fuzz.texts import as_yaml, broken

ADVISOR = Advisor(engine="columnar")
KEYS = (
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "0",
    "9",
    "b",
    "b",
    "u",
    "?",
    "h",
    "n",
    "m",
    "",
    "",
    "x",
    "1 2",
    "1,2,3",
    "n words",
)
COMMANDS = (
    *(("advise",), ("settle",), ("why",), ("why-not",), ("what-if",), ("cohort",), ("knowledge", "list")),
    *(("knowledge", "show"), ("knowledge", "graph"), ("knowledge", "schema"), ("knowledge", "check")),
    *(
        ("scenario", "show"),
        ("scenario", "list"),
        ("scenario", "run"),
        ("scenario", "results"),
        ("interview",),
    ),
    *(
        ("scenario", "handout"),
        ("scenario", "check"),
        ("scenario", "new"),
        ("knowledge", "new"),
        (),
        ("knowledge",),
    ),
)
WORDS = (
    *(
        "case.yaml",
        "case.yaml",
        "scenario:talking-shop",
        "scenario:",
        "scenario:nobody",
        "visioning",
        "convening",
    ),
    *(
        "contact",
        "trust=openly",
        "--set",
        "--unset",
        "--full",
        "--format",
        "text",
        "json",
        "markdown",
        "svg",
        "dot",
    ),
    *(
        "html",
        "--depth",
        "3",
        "0",
        "999999999999",
        "--rather-than",
        "-h",
        "--help",
        "--version",
        "--other",
        "--workers",
    ),
    *(
        "t.csv#1",
        "t.csv#0",
        "t.csv#99999999999999999999999999",
        "t.csv",
        "gone.yaml",
        "..",
        ".",
        "/",
        "/dev/null",
    ),
    *(
        "--knowledge",
        "kb",
        "--all",
        "--core",
        "--strict",
        "-",
        "--",
        "-x",
        "case.yaml#1",
        "t.csv#" + "9" * 5000,
    ),
    *(
        "tried.visioning=helped",
        "placing.relational-nourishment=confident",
        "trust=openly,trust=careful",
        "=",
        "a=b=c",
    ),
)


def keys(odd: Odd, room: Room) -> bool:
    """Type odd lines into the interview of a case that is new, good or odd."""
    if odd.random.random() < 0.5:
        good = odd.random.choice(room.good_cases)
        room.write("case.yaml", as_yaml(good, odd) if odd.random.random() < 0.5 else odd_case(odd, room))
    lines = [
        odd.one_of(odd.random.choice(KEYS), odd.random.choice(KEYS), _line(odd))
        for _ in range(odd.random.randrange(30))
    ]
    typed = "".join(f"{line}\n" for line in lines) + odd.one_of("", "s\n", "1", "\x04", "\x1a", "\x03")
    kept = tuple(f"case.yaml{more}" for more in ("", ".1.bak"))
    options = odd.one_of([], [], ["--all"], ["--core"])
    before = (room.folder / "case.yaml").read_bytes() if (room.folder / "case.yaml").exists() else None
    code, _ = by_command("interview", "case.yaml", *options, typed=typed, folder=room.folder, may_change=kept)
    if not (room.folder / "case.yaml").exists():
        if before is not None:
            raise Broken("the case is gone")
        return False
    if code == 2 and (room.folder / "case.yaml").read_bytes() == before:
        return False
    try:
        room.advisor.read_case(room.folder / "case.yaml")
    except AdvisorError as error:
        if (room.folder / "case.yaml").read_bytes() != before:
            raise Broken(f"the interview wrote what is refused: {error.told()[:150]}") from error
    else:
        code, _ = by_command("interview", "case.yaml", typed="s\n", folder=room.folder, may_change=kept)
        if code != 0:
            raise Broken(f"the interview cannot be gone on with: {code}")
    return True


def _line(odd: Odd) -> str:
    text = odd.text().replace("\n", " ")
    return odd.one_of(text, f"n {text}", f"1 {text}", text * 50)


def words(odd: Odd, room: Room) -> bool:
    """Put odd words behind the command."""
    room.write("case.yaml", as_yaml(odd.random.choice(room.good_cases), odd))
    room.write("t.csv", b"contact,trust\nnone,openly\n")
    command = odd.random.choice(COMMANDS)
    more = [
        odd.one_of(odd.random.choice(WORDS), odd.random.choice(WORDS), _word(odd))
        for _ in range(odd.random.randrange(5))
    ]
    given = [*command, *more]
    if any(word.startswith("/") or ".." in word or word == "-o" for word in more):
        return False  # nothing is written but in the room
    if command in (("knowledge", "check"), ("scenario", "check"), ("scenario", "list")) and not more:
        return False  # they do what takes longer, and there is nothing odd in it
    case = room.folder / "case.yaml"
    typed = odd.one_of("", "1\ns\n")
    changes = ("case.yaml",) if command == ("interview",) else ()
    code, _ = by_command(*given, typed=typed, folder=room.folder, may_change=changes)
    assert case.exists()
    return code == 0


def _word(odd: Odd) -> str:
    text = odd.text()[:2000].replace("\0", "")
    text = odd.one_of(
        text, f"--set={text}", f"trust={text}", f"scenario:{text}", f"t.csv#{text}", f"case.yaml{text}"
    )
    return text + NO_TEXT if odd.random.random() < 0.05 else text


def results(odd: Odd, room: Room) -> bool:
    """Try a file of results of exercises that something is wrong with."""
    rows = [
        COLUMNS,
        *([odd.one_of("x", odd.text(), "visioning convening") for _ in COLUMNS] for _ in range(3)),
    ]
    quote = odd.one_of('"', "")
    text = "\n".join(",".join(quote + cell.replace('"', '""') + quote for cell in row) for row in rows)
    path = room.write("results.csv", broken(text.encode("utf-8", "replace"), odd))
    if room.maybe(odd):
        by_command("scenario", "results", "results.csv", folder=room.folder)
        typed = "Name\n1\n2\n1\n\n\nbecause\n"
        quiz = ("scenario", "quiz", "talking-shop", "--facts", "1", "-o", "results.csv")
        code, _ = by_command(*quiz, typed=typed, folder=room.folder, may_change=("results.csv",))
        if code == 2 and path.read_bytes() != broken(path.read_bytes(), odd) and "\0" in text:
            return False
    as_text(results_outline(side_by_side(read_results(path).rows, ADVISOR)))
    return True
