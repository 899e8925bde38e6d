"""The library's front door: `Advisor` turns cases into advice."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, ValuesView
from dataclasses import replace
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

from advisor._asking import A_CASE, FACTS, WHERE_A_CASE_IS, Asking, GivenCase
from advisor._given import NAMES, PATH, TEXT, each_of, takes
from advisor._language import _
from advisor._optional import extra_module
from advisor.advice.model import Advice
from advisor.advice.reasoner import EngineChoice
from advisor.cases.case import Case
from advisor.cases.file import read_case
from advisor.errors import AdvisorError, CaseError, FileFault
from advisor.files.read import is_there
from advisor.inference.cache import knowledge_given, knowledge_in
from advisor.knowledge.base import KnowledgeBase
from advisor.knowledge.facts import Fact
from advisor.knowledge.folder import SCENARIO_PREFIX
from advisor.knowledge.given import GivenFiles

if TYPE_CHECKING:
    from advisor.cohort.assess import Assessor
    from advisor.cohort.frames import Frame
    from advisor.cohort.totals import Totals
    from advisor.comparison import Comparison
    from advisor.interview.interview import Interview, Scope
    from advisor.portfolio import Portfolio
    from advisor.progress import Progress
    from advisor.scenarios import Scenario

FrameT = TypeVar("FrameT", bound="Frame")
TABLE_SUFFIXES = (".csv", ".parquet", ".xlsx")


class Advisor(Asking):
    """Advises on cases with one knowledge base; safe to share between threads.

    `knowledge` is a folder or a zip file of one; a folder inside a package (`importlib.resources.files`); a
    mapping of the names of its files to their texts, or to what would be read from them; or a knowledge base
    already loaded. It is the one that comes with the package if None. Raises `KnowledgeError` if it has
    faults, `AdvisorError` for an engine that is not known.
    """

    def __init__(
        self,
        knowledge: Path | str | KnowledgeBase | GivenFiles | Traversable | None = None,
        engine: EngineChoice = "experta",
    ) -> None:
        super().__init__(_base(knowledge), engine)
        self._assessor: Assessor | None = None

    @takes(beside=FACTS, earlier=A_CASE.or_several().or_none())
    def advise(
        self,
        case: GivenCase,
        beside: Collection[Fact] = (),
        *,
        earlier: GivenCase | Sequence[GivenCase] | None = None,
    ) -> Advice:
        """Return the advice for `case`; `CaseError` if it has answers that no question knows.

        A case may be plain data too, with the keys of a case file: what `Case.from_dict` takes.

        `earlier` is what the same person said of the same partnership before, or several such cases with the
        oldest first. What was tried then counts too, unless `case` says otherwise; what has moved is `beside`
        it, and `since` in the advice says what became of last time's first steps. `AdvisorError` if one of
        them is of a later day than what comes after it.
        """
        case = self._case(case)
        if earlier is None:
            return super().advise(case, beside)
        from advisor.progress import look_back

        several = (earlier,) if isinstance(earlier, (Case, Mapping)) else earlier
        before = tuple(self._case(each) for each in several)
        looked = look_back(self, case, before)
        return replace(super().advise(looked.case, (*beside, *looked.beside)), since=looked.since)

    def interview(self, case: GivenCase | None = None, scope: Scope = "what-matters") -> Interview:
        """Return an interview that asks about a new case, or goes on with one: `Interview` says how."""
        from advisor.interview import Interview

        return Interview(self, None if case is None else self._case(case), scope)

    def scenario(self, name: str | Path) -> Scenario:
        """Return a case study by its id, number or file; `CaseError` if there is none or it has faults."""
        from advisor.scenarios import read_scenario

        return read_scenario(str(name), self.knowledge)

    def scenarios(self) -> list[Scenario]:
        """Return the case studies of the knowledge base, sorted by id; `CaseError` with all their faults."""
        from advisor.scenarios import read_scenarios, scenario_paths

        return read_scenarios(scenario_paths(self.knowledge).values(), self.knowledge)

    @overload
    def advise_many(
        self, table: Mapping[str, Iterable[object]], other: Collection[str] = ()
    ) -> dict[str, list[Any]]: ...
    @overload
    def advise_many(
        self,
        table: Sequence[GivenCase] | Iterator[GivenCase] | ValuesView[GivenCase],
        other: Collection[str] = (),
    ) -> list[dict[str, Any]]: ...
    @overload
    def advise_many(self, table: Sequence[FrameT], other: Collection[str] = ()) -> list[FrameT]: ...
    @overload
    def advise_many(self, table: Iterator[FrameT], other: Collection[str] = ()) -> Iterator[FrameT]: ...
    @overload
    def advise_many(self, table: FrameT, other: Collection[str] = ()) -> FrameT: ...
    @takes(other=NAMES)
    def advise_many(self, table: Any, other: Collection[str] = ()) -> Any:
        """Return what matters most of many cases at once, as a table of the same kind.

        `table` has one row a case, and columns named after questions (docs/cohorts.md): a Polars or pandas
        frame, lazy too, an Arrow table or batch, or a mapping of columns. A list of frames gives a list, and
        of a generator of them or a reader of Arrow each is read when it is wanted. Or it is a list or a
        generator of cases, of their plain data or of rows, and a list of mappings comes back. An index of
        pandas is kept. `other` names columns that are no answers though their names look like it. A row or
        case with faults is marked with them and not assessed. `TableError` if the columns cannot be used.
        """
        tables = extra_module("advisor.cohort.frames", "cohort")
        return tables.assessed(table, self.assessor, self.knowledge, other)

    @takes(where=PATH, tables=PATH.or_several())
    def portfolio(
        self, where: Path | str, tables: Iterable[Path | str] = (), *, to_show: bool = False
    ) -> Portfolio:
        """Return all partnerships of a centre, whose cases and tables lie in a folder: `advisor.portfolio`.

        `where` may be a table too, and `tables` are further ones. With `to_show` nothing is said of the
        leader herself. `AdvisorError` if nothing there can be read.
        """
        from advisor.portfolio import portfolio

        several = [tables] if isinstance(tables, (str, Path)) else tables
        several = each_of("portfolio", "tables", several, PATH)
        return portfolio(where, self.knowledge, several, to_show=to_show)

    @takes(other=NAMES, sector=TEXT.or_none(), date=TEXT.or_none())
    def totals(
        self, table: Any, other: Collection[str] = (), *, sector: str | None = None, date: str | None = None
    ) -> Totals:
        """Return how many of many cases stand where, by sector and quarter, with no number below five.

        `table` and `other` are as for `advise_many`, but no list and no generator: a case has no column for
        its sector. `sector` and `date` name the columns that say of which sector and which day a row is, if
        they are not called so (docs/cohorts.md). Raises as `advise_many` does.
        """
        tables = extra_module("advisor.cohort.totals_frames", "cohort")
        found: Totals = tables.totals_in(table, self.assessor, other, sector, date)
        return found

    @takes(cases=WHERE_A_CASE_IS.or_several())
    def compare(self, cases: Iterable[GivenCase | str | Path], asked: int | None = None) -> Comparison:
        """Return how several people see one partnership, with no more in it than may be shown.

        Cases are as for `read_case`, or read already. `asked` is how many were asked to answer. Who said what
        is in it only if each case says `share: yes`. Of several cases of one person the latest counts.
        `CaseError` for one with faults, `AdvisorError` if fewer than two speak, or more than were asked.
        """
        from advisor.comparison import compare

        several = (cases,) if isinstance(cases, (Case, Mapping, str, Path)) else cases
        read = [each if isinstance(each, Case) else self.read_case(each) for each in several]
        return compare(read, self.knowledge, asked)

    @property
    def assessor(self) -> Assessor:
        """What assesses tables of Polars: pure, and to be sent to other processes; made when first wanted."""
        if self._assessor is None:
            self._assessor = extra_module("advisor.cohort.assess", "cohort").assessor_for(self.knowledge)
        return self._assessor

    @takes(case=WHERE_A_CASE_IS, other=NAMES)
    def read_case(self, case: str | Path | Mapping[str, object], other: Collection[str] = ()) -> Case:
        """Return the case in a file, of a scenario if `case` is `scenario:ID`, or in a row of a table if it
        is `TABLE#ROW`, such as answers.csv#17; or in plain data with the keys of a case file.

        `other` names columns of the table that are no answers though their names look like it. Raises
        `CaseError` with all faults of the file or row, or one fault if there is no such scenario or row, and
        `TableError` if the table's columns cannot be used.
        """
        if isinstance(case, Mapping):
            return self._case(case)
        if case == "":
            raise AdvisorError(_("'': no case is named; name a file, or a case study as scenario:ID"))
        if isinstance(case, str) and case.startswith(SCENARIO_PREFIX):
            from advisor.scenarios.loader import read_scenario

            return read_scenario(case, self.knowledge).case
        table, _hash, row = str(case).rpartition("#")
        if Path(table).suffix.lower() in TABLE_SUFFIXES and row.isascii() and row.isdigit():
            rows: Any = extra_module("advisor.cohort.rows", "cohort")
            found: Case = rows.read_row(Path(table), row, self.knowledge, other)
            return found
        for named in (str(case), table):
            if Path(named).suffix.lower() in TABLE_SUFFIXES and is_there(Path(named)):
                remedy = _("name a row of it, as in {named}#1").format(named=named)
                raise CaseError([FileFault(str(case), 0, 0, _("this is a table"), remedy)])
        return read_case(Path(case), self.knowledge)

    @takes(paths=PATH.or_several(), partnership=TEXT.or_none())
    def progress(self, *paths: Path | str, partnership: str | None = None) -> Progress:
        """Return one partnership over time, from a folder of case files or from the files that are named.

        `partnership` chooses one of several. A file that cannot be read is told in `unread`. Raises
        `AdvisorError` if there are several and none is chosen, if there is none of that name, or if nothing
        can be read.
        """
        from advisor.progress import progress
        from advisor.progress.reading import only_one, read_all

        read = read_all([Path(path) for path in paths], self.knowledge)
        as_one = not any(Path(path).is_dir() for path in paths)
        return progress(only_one(read.files, partnership, as_one=as_one).files, self.knowledge, read.unread)

    @takes(other=NAMES)
    def case_in(self, row: Mapping[str, Any], other: Collection[str] = ()) -> Case:
        """Return the case in a row of a table, given as a mapping of columns to cells.

        Columns that are no answers are passed over; `other` names those whose names look like answers.
        Raises `TableError` if the columns cannot be used, `CaseError` with all that is wrong with the cells:
        what `advise_many` would say of them. `AdvisorError` if it is no mapping.
        """
        if not isinstance(row, Mapping):
            kind = type(row).__name__
            raise AdvisorError(
                _("case_in takes a mapping of columns to cells, not {kind}; try dict(...)").format(kind=kind)
            )
        rows: Any = extra_module("advisor.cohort.rows", "cohort")
        found: Case = rows.case_in(row, self.knowledge, other)
        return found


def _base(knowledge: Path | str | KnowledgeBase | GivenFiles | Traversable | None) -> KnowledgeBase:
    if knowledge is None or isinstance(knowledge, KnowledgeBase):
        return knowledge_in() if knowledge is None else knowledge
    if isinstance(knowledge, (str, Path)):
        path = Path(knowledge)
        return knowledge_given(path) if path.suffix.lower() == ".zip" else knowledge_in(path)
    return knowledge_given(knowledge)
