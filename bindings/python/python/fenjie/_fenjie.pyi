"""
The compiled half of `fenjie`; use the names of the package instead.
"""

from _typeshed import SupportsGetItem
from altair import TopLevelMixin
from collections.abc import Sequence
from decimal import Decimal
from fenjie._model import Coverage, Due, Evidence, Explanation, Grid, Header, Position, Quantity, Span, Verdict, Why
from fenjie._types import Basis, BlockKind, CellState, Change, Code, Comparator, Document, Items, NoticeKind, Number, OnError, PartKind, PathName, PlotName, Progress, Reduced, Role, Rule, Severity, Spans, Strength, Strings, TableName, TargetKind, TargetRule, Text
from pandas import DataFrame
from polars import DataFrame as DataFrame2
from typing import Any, Final, SupportsIndex, final
from typing_extensions import CapsuleType, disjoint_base

__all__ = ["Allocation", "Assignment", "Block", "Convention", "Diagnostic", "Notice", "Official", "Part", "Row", "Rows", "RowsIterator", "Section", "Table", "Target", "Task", "Unit", "explain", "grids", "parse", "parse_file", "parse_many", "parse_together", "quantities", "row", "rows", "table"]

@final
class Allocation(Row):
    """
    The figure of one region in one row of a task table (任务分解到区县).

    >>> import fenjie
    >>> rows = "序号\\t工作任务\\t单位\\t全市任务\\t东湖区\\t西湖区\\n1\\t新建公共停车位\\t个\\t1000\\t600\\t400\\n"
    >>> fenjie.parse("云溪市2025年民生实事任务清单\\n" + rows).allocations
    [Allocation('新建公共停车位', '东湖区', 600, '个'), Allocation('新建公共停车位', '西湖区', 400, '个')]
    """
    __match_args__: Final[tuple[str, str, str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def item(self, /) -> str | None:
        """
        The name of the sub-row.
        """
    @property
    def measure(self, /) -> str | None:
        """
        The measure word of the row.
        """
    @property
    def region(self, /) -> str:
        """
        The region.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def state(self, /) -> CellState:
        """
        Whether there is one.
        """
    @property
    def task(self, /) -> Task | None:
        """
        The livelihood task that the row spells out.
        """
    @property
    def text(self, /) -> str:
        """
        The row's task, as printed.
        """
    @property
    def total(self, /) -> Decimal | None:
        """
        The whole city's figure in the row.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        Its figure.
        """

@final
class Assignment(Row):
    """
    A unit's part in a task.

    >>> import fenjie
    >>> assignment = fenjie.parse("1.新建公园3座（市城管局牵头，财政局配合）。").assignments[1]
    >>> assignment, assignment.quote, assignment.unit.name
    (Assignment('市财政局', 'participant', 'stated'), '财政局', '市财政局')
    >>> assignment.why().ground.quote
    '配合'
    """
    __match_args__: Final[tuple[str, str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def basis(self, /) -> Basis:
        """
        What tells its role.
        """
    @property
    def ground(self, /) -> Span | None:
        """
        What tells its role besides its own words: a label, a mark, the head of a column, a heading, or the rule that the
        notice states.
        """
    @property
    def implied(self, /) -> bool:
        """
        Whether a convention adds it and the line does not print it.
        """
    @property
    def quote(self, /) -> str:
        """
        The unit's words, as printed.
        """
    @property
    def role(self, /) -> Role:
        """
        What it does.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def task(self, /) -> Task:
        """
        The task.
        """
    @property
    def unit(self, /) -> Unit:
        """
        The unit.
        """
    def why(self, /) -> Why:
        """
        What gave the unit its role: its words, and the convention, label or mark that decides.
        """

@final
class Block(Row):
    """
    A run of whole lines and what they were read as. Every line of a notice is in exactly one block.

    >>> import fenjie
    >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
    >>> [(block.kind, block.text) for block in notice.blocks]
    [('task', '1.新建公园3座。\\n'), ('responsibility', '责任单位：市城管局\\n')]
    """
    __match_args__: Final[tuple[str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def continues(self, /) -> bool:
        """
        Whether it carries on the sentence of an earlier block of its kind, across blank lines or page furniture.
        """
    @property
    def kind(self, /) -> BlockKind:
        """
        What the lines are.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def text(self, /) -> str:
        """
        Its lines, as they stand in the source; empty where the notice has no text.
        """

@final
class Convention(Row):
    """
    A rule that the notice states for reading its own lists.

    >>> import fenjie
    >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局、市财政局（列第一位的为牵头单位，下同）\\n")
    >>> notice.conventions[0].rule
    'first_listed_leads'
    """
    __match_args__: Final[tuple[str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def group(self, /) -> str | None:
        """
        The group whose members it names.
        """
    @property
    def members(self, /) -> Strings:
        """
        Whom the group includes beside its name's own meaning.
        """
    @property
    def quote(self, /) -> str:
        """
        Its words.
        """
    @property
    def rule(self, /) -> Rule:
        """
        What it rules.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """

@final
class Diagnostic(Row):
    """
    A doubt about a reading: what, how bad, where, and what to do.

    >>> import fenjie
    >>> notice = fenjie.parse("1.新建公园3座。\\n任单位：市城管局\\n")
    >>> diagnostic = notice.diagnostics[0]
    >>> diagnostic
    Diagnostic('misprinted-label', 'warning', '`任单位` is read as `责任单位`')
    >>> notice.source[diagnostic.span.slice]
    '任单位'
    """
    __match_args__: Final[tuple[str, str, str]]
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def code(self, /) -> Code:
        """
        The kind of doubt; `fenjie.explain` tells what it means.
        """
    @property
    def help(self, /) -> str | None:
        """
        What a person may do about it, in English.
        """
    @property
    def message(self, /) -> str:
        """
        What was found, in English.
        """
    @property
    def message_zh(self, /) -> str:
        """
        What was found, in Chinese.
        """
    @property
    def related(self, /) -> Spans:
        """
        Other places that belong to the doubt: the first of two duplicates, say.
        """
    @property
    def severity(self, /) -> Severity:
        """
        How much it matters.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """

@final
class Notice:
    """
    A notice as read: its tables, and the text they were read from.

    `fenjie.parse` makes one. The tables are sequences of rows that know their neighbours.

    >>> import fenjie
    >>> notice = fenjie.parse("一、周明副市长牵头\\n1.新建公园3座。\\n责任单位：市城管局、市财政局\\n")
    >>> notice
    <Notice breakdown: 1 task, 1 official, 2 units, 1 target, 1 diagnostic>
    >>> task = notice.tasks[0]
    >>> task.official.name, [unit.name for unit in task.leads], task.targets[0].value
    ('周明', ['市城管局'], Decimal('3'))
    >>> notice.source[task.targets[0].span.slice]
    '新建公园3座'
    """
    __match_args__: Final[tuple[str, str, str]]
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> Reduced: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def allocations(self, /) -> Sequence[Allocation]:
        """
        The figures that task tables hand to regions.
        """
    @property
    def assignments(self, /) -> Sequence[Assignment]:
        """
        Who does what in which task, in order.
        """
    @property
    def blocks(self, /) -> Sequence[Block]:
        """
        What every run of lines was read as; empty in a document without them.
        """
    @property
    def conventions(self, /) -> Sequence[Convention]:
        """
        The rules that it states for reading its own lists.
        """
    def coverage(self, /) -> Coverage:
        """
        How much of the text was read as what.

        >>> import fenjie
        >>> fenjie.parse("1.新建公园3座。\\n\\n责任单位：市城管局\\n").coverage().read
        Amount(lines=2, bytes=50)
        """
    @property
    def diagnostics(self, /) -> Sequence[Diagnostic]:
        """
        The doubts, in order of their place.
        """
    @property
    def evidence(self, /) -> Evidence:
        """
        What stands in the text that facts are made of, and how much of it is in facts; all zeros where a document does not
        say.

        >>> import fenjie
        >>> fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n").evidence.bodies
        EvidenceCount(found=1, read=1, aside=0, unread=0)
        """
    @staticmethod
    def from_json(json: "str | bytes", text: "str | None" = None) -> Notice:
        """
        Reads a notice document back, and puts `text` under it, which the document does not carry.

        Without the text there are no spans. Raises `DocumentError` where it is no document or does not hold together, and
        `SourceMismatchError` where the text is another one.

        >>> import fenjie
        >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
        >>> fenjie.Notice.from_json(notice.to_json(), notice.source) == notice
        True
        """
    @property
    def header(self, /) -> Header:
        """
        What it says of itself: title, number, issuer, dates.
        """
    @property
    def kind(self, /) -> NoticeKind:
        """
        What sort of document it is.
        """
    def official(self, /, name: str) -> Official | None:
        """
        The official of that name.

        >>> import fenjie
        >>> fenjie.parse("一、周明副市长牵头\\n1.新建公园3座。\\n责任单位：市城管局\\n").official("周明").post
        '副市长'
        """
    @property
    def officials(self, /) -> Sequence[Official]:
        """
        The officials, in order of their first appearance.
        """
    @property
    def parts(self, /) -> Sequence[Part]:
        """
        Its parts, in order.
        """
    def place(self, /, offset: SupportsIndex, *, lang: str = "en") -> str | None:
        """
        Where in its file the code point at `offset` stands, as somebody who has the file open would name it; in Chinese with
        `lang="zh"`. `None` where the notice was read from a text, or from its document.

        >>> import fenjie
        >>> notice = fenjie.parse("<table><tr><td>任务<td>牵头单位<tr><td>新建公园3座<td>市城管局</table>".encode())
        >>> start = notice.assignments[0].span.start
        >>> notice.place(start), notice.place(start, lang="zh")
        ('table 1, row 2, column 2', '表1第2行第2列')
        """
    def plot(self, /, what: PlotName | None = None) -> TopLevelMixin:
        """
        A chart of the notice, of `officials` if not said otherwise; needs `fenjie[plot]`.

        `officials` shows how many tasks each official has and how many units lead them, `network` which units take part
        under which leads, `targets` what is to be reached, by measure.
        """
    def position(self, /, offset: SupportsIndex) -> Position:
        """
        The line and the column, both from 1, of the code point at `offset`. A column is what a reader sees as one character.

        >>> import fenjie
        >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
        >>> notice.position(notice.assignments[0].span.start)
        Position(line=2, column=6)
        """
    @property
    def sections(self, /) -> Sequence[Section]:
        """
        The headings that tasks stand under, in order.
        """
    @property
    def source(self, /) -> str:
        """
        The text that was read, as it was given; spans index it.
        """
    def table(self, /, name: "TableName" = "overview") -> Table:
        """
        A table of the notice for data frames: one of `fenjie.TABLES`.

        It has `__arrow_c_stream__`, which polars, pyarrow, duckdb and pandas read without copying.

        >>> import fenjie
        >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
        >>> notice.table("targets")
        <Table targets: 1 row, 21 columns>
        """
    @property
    def targets(self, /) -> Sequence[Target]:
        """
        The checkable commitments, in order.
        """
    @property
    def tasks(self, /) -> Sequence[Task]:
        """
        The tasks, in order.
        """
    def to_dict(self, /) -> Document:
        """
        The notice document as dicts and lists: what `json.loads` makes of `to_json()`.

        >>> import fenjie
        >>> fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n").to_dict()["targets"][0]["value"]
        '3'
        """
    def to_json(self, /) -> str:
        """
        The notice document `fenjie.notice/2`, byte for byte as in every language: spans in UTF-8 bytes, numbers as strings.

        >>> import fenjie
        >>> fenjie.parse("").to_json()[:29]
        '{"schema":"fenjie.notice/2","'
        """
    def to_pandas(self, /, name: "TableName" = "overview") -> DataFrame:
        """
        A table as a pandas data frame; needs `fenjie[pandas]`.

        >>> import fenjie
        >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
        >>> notice.to_pandas("tasks")["text"].tolist()
        ['新建公园3座。']
        """
    def to_polars(self, /, name: "TableName" = "overview") -> DataFrame2:
        """
        A table as a polars data frame; needs `fenjie[polars]`.

        >>> import fenjie
        >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
        >>> notice.to_polars("targets").select("indicator", "value").rows()
        [('新建公园', Decimal('3.000000000'))]
        """
    def to_text(self, /) -> str:
        """
        The notice as clean text in one canonical form, whatever form it came in.

        >>> import fenjie
        >>> print(fenjie.parse("1.新建公园3座（市城管局牵头，市财政局配合）。").to_text(), end="")
        1.新建公园3座。
        牵头单位：市城管局
        配合单位：市财政局
        """
    def unit(self, /, name: str) -> Unit | None:
        """
        The unit of that name, or else the first one with such a nameplate (挂牌).

        >>> import fenjie
        >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市政务办（市公管办）\\n")
        >>> notice.unit("市公管办")
        Unit('市政务办')
        >>> notice.unit("市财政局") is None
        True
        """
    @property
    def units(self, /) -> Sequence[Unit]:
        """
        The bodies, in order of their first appearance.
        """

@final
class Official(Row):
    """
    An official (责任领导) as the notice names one.

    >>> import fenjie
    >>> notice = fenjie.parse("一、周明副市长牵头\\n1.新建公园3座。\\n责任单位：市城管局\\n")
    >>> official = notice.officials[0]
    >>> official
    Official('周明', '副市长', '牵头')
    >>> len(official.tasks)
    1
    """
    __match_args__: Final[tuple[str, str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def duty(self, /) -> str | None:
        """
        What the official does for the tasks (主抓, 牵头); None where a label says it.
        """
    @property
    def ground(self, /) -> Span | None:
        """
        What tells that the words name who answers: a label, the head of a column, a heading.
        """
    @property
    def id(self, /) -> int:
        """
        Its position in `notice.officials`.
        """
    @property
    def name(self, /) -> str | None:
        """
        The name; None where only a post is printed.
        """
    @property
    def post(self, /) -> str | None:
        """
        The post (职务); None where only a name is printed.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def tasks(self, /) -> Sequence[Task]:
        """
        The tasks that are the official's, in order, in all parts.
        """

@final
class Part(Row):
    """
    A part of a notice: an annex, or the body where the tasks stand in it.

    >>> import fenjie
    >>> notice = fenjie.parse("云溪市2025年民生实事任务分解\\n1.新建公园3座。\\n责任单位：市城管局\\n")
    >>> notice.parts
    [Part('云溪市2025年民生实事任务分解', 'livelihood', 2025, 2025)]
    """
    __match_args__: Final[tuple[str, str, str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def from_year(self, /) -> int | None:
        """
        The first year of its period: `from` in the document, which is a keyword here.
        """
    @property
    def id(self, /) -> int:
        """
        Its position in `notice.parts`.
        """
    @property
    def kind(self, /) -> PartKind:
        """
        What it holds.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def tasks(self, /) -> Sequence[Task]:
        """
        The tasks of the part, in order.
        """
    @property
    def title(self, /) -> str | None:
        """
        Its title, as printed.
        """
    @property
    def to_year(self, /) -> int | None:
        """
        The last year of its period: `to` in the document.
        """

@disjoint_base
class Row:
    """
    A row of a notice; the base of `Task`, `Unit`, `Target` and the others.

    Two rows are equal where they say the same. A row keeps its notice alive.

    >>> import fenjie
    >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n")
    >>> isinstance(notice.tasks[0], fenjie.Row)
    True
    >>> notice.tasks[0].notice is notice
    True
    """
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __reduce__(self, /) -> Reduced: ...
    @property
    def notice(self, /) -> Notice:
        """
        The notice that the row belongs to.
        """
    def to_dict(self, /) -> Document:
        """
        The row as it is in the document: a dict with numbers as strings and spans in bytes.

        >>> import fenjie
        >>> fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n").units[0].to_dict()
        {'id': 0, 'name': '市城管局', 'nameplates': [], 'group': False}
        """

@final
class Rows:
    """
    A sequence of rows, made as they are asked for. A slice of it is one, too.

    >>> import fenjie
    >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n2.修缮老桥5座。\\n责任单位：市交通局\\n")
    >>> len(notice.tasks), notice.tasks[-1].text
    (2, '修缮老桥5座。')
    >>> notice.tasks[:1]
    [Task('1', '新建公园3座。', lead='市城管局')]
    """
    def __contains__(self, value: Any, /) -> bool: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __getitem__(self, index: Any, /) -> Any: ...
    def __iter__(self, /) -> RowsIterator: ...
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> Reduced: ...
    def __repr__(self, /) -> str: ...
    def __reversed__(self, /) -> RowsIterator: ...
    def _repr_html_(self, /) -> str: ...
    def count(self, /, value: Any) -> int:
        """
        How many rows are equal to `value`.
        """
    def index(self, /, value: Any) -> int:
        """
        The position of the first row that is equal to `value`.
        """

@final
class RowsIterator:
    """
    Goes through `Rows`.
    """
    def __iter__(self, /) -> RowsIterator: ...
    def __next__(self, /) -> Any: ...

@final
class Section(Row):
    """
    A heading that tasks stand under: one with a number, a line over a table, a category that a table prints once for several
    rows.

    >>> import fenjie
    >>> notice = fenjie.parse("一、优化营商环境\\n（一）压减材料\\n1.压减审批材料三成。\\n责任单位：市政务办\\n")
    >>> section = notice.tasks[0].section
    >>> section, section.parent
    (Section('（一）', '压减材料'), Section('一', '优化营商环境'))
    >>> [task.number for task in section.tasks]
    ['1']
    """
    __match_args__: Final[tuple[str, str]]
    def __repr__(self, /) -> str: ...
    @property
    def id(self, /) -> int:
        """
        Its position in `notice.sections`.
        """
    @property
    def number(self, /) -> str | None:
        """
        Its number, as printed.
        """
    @property
    def official(self, /) -> Official | None:
        """
        The official whom it names for the tasks below.
        """
    @property
    def parent(self, /) -> Section | None:
        """
        The section that it stands under.
        """
    @property
    def part(self, /) -> Part:
        """
        The part it stands in.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def tasks(self, /) -> Sequence[Task]:
        """
        The tasks right below it, in order.
        """
    @property
    def title(self, /) -> str | None:
        """
        Its words, without the number and without who answers.
        """

@final
class Table:
    """
    A table of one notice or of many, for data frames.

    It has `__arrow_c_stream__`: `polars.DataFrame(table)`, `pyarrow.table(table)` and `duckdb.sql("from table")` read it.

    >>> import fenjie
    >>> table = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n").table("units")
    >>> table
    <Table units: 1 row, 4 columns>
    >>> table.columns
    ('id', 'name', 'nameplates', 'group')
    """
    def __arrow_c_schema__(self, /) -> CapsuleType:
        """
        The schema, for the Arrow PyCapsule interface.
        """
    def __arrow_c_stream__(self, /, requested_schema: "object | None" = None) -> CapsuleType:
        """
        The rows, for the Arrow PyCapsule interface. Another schema that a reader asks for is its own to make.
        """
    def __len__(self, /) -> int: ...
    def __repr__(self, /) -> str: ...
    @property
    def columns(self, /) -> Strings:
        """
        The names of its columns.
        """
    @property
    def name(self, /) -> str:
        """
        Its name.
        """
    @property
    def shape(self, /) -> tuple[int, int]:
        """
        The number of rows and of columns.
        """
    def to_pandas(self, /) -> DataFrame:
        """
        The table as a pandas data frame with Arrow's types; needs `fenjie[pandas]`.
        """
    def to_polars(self, /) -> DataFrame2:
        """
        The table as a polars data frame; needs `fenjie[polars]`.
        """

@final
class Target(Row):
    """
    A target (目标): an indicator, a comparator and a value, said of the task's year or period.

    >>> import fenjie
    >>> notice = fenjie.parse("云溪市2025年任务分解\\n1.投资1.2亿元以上，10月底前新建公园3座。\\n责任单位：市城管局\\n")
    >>> notice.targets
    [Target('投资', 'ge', 120000000, '元'), Target('新建公园', 'eq', 3, '座')]
    >>> notice.targets[1].due.date
    datetime.date(2025, 10, 31)
    """
    __match_args__: Final[tuple[str, str, str, str]]
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def base(self, /) -> Decimal | None:
        """
        The value it starts from (从77%提高到80%以上: 77).
        """
    @property
    def comparator(self, /) -> Comparator:
        """
        How the actual figure has to stand to `value`.
        """
    def compare(self, /, later: Target) -> Change:
        """
        How a later target stands to this one: `tightened`, `loosened`, `same` or `incomparable`.

        Measures of one dimension are converted. Whether both have the same indicator is for the caller to say.

        >>> import fenjie
        >>> before, after = fenjie.parse("1.造林15000亩以上。\\n责任单位：市林业局\\n2.造林1200公顷以上。\\n责任单位：市林业局\\n").targets
        >>> before.compare(after)
        'tightened'
        """
    @property
    def due(self, /) -> Due:
        """
        When it is to be reached.
        """
    @property
    def ground(self, /) -> Span | None:
        """
        Words beside the quote that the target is made of: a subject that the clause leaves out, a verb that a list hands
        on, the head of its column.
        """
    @property
    def id(self, /) -> int:
        """
        Its position in `notice.targets`.
        """
    @property
    def indicator(self, /) -> str:
        """
        What is measured, as printed, in the fewest words that still name it.
        """
    @property
    def kind(self, /) -> TargetKind:
        """
        What sort of statement it makes.
        """
    @property
    def measure(self, /) -> str | None:
        """
        The measure word or unit after the number, without the power of ten (元, 家, %).
        """
    @property
    def quote(self, /) -> str:
        """
        The words of the commitment.
        """
    @property
    def reference(self, /) -> str | None:
        """
        What a relative target is held against (全省平均).
        """
    @property
    def rule(self, /) -> TargetRule:
        """
        Which way of writing it was read from.
        """
    def satisfied_by(self, /, actual: Number, *, tolerance: Number | None = None, over_fulfilment: bool = True) -> Verdict:
        """
        Whether an actual figure reaches the target, and by how much. The answer is true where it does.

        `actual` is told in the measure of the target and is of its kind: for a growth the growth, for a rank the place.
        `tolerance` is how far 左右 may be off, as a share of the value; without `over_fulfilment` a bare number is
        reached by that number alone. Raises `OptionsError` where `actual` is no number.

        >>> import fenjie
        >>> target = fenjie.parse("1.新建公园30座以上。\\n责任单位：市城管局\\n").targets[0]
        >>> target.satisfied_by(32)
        Verdict(verdict='satisfied', margin=Decimal('2'))
        >>> bool(target.satisfied_by("29.5"))
        False
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def strength(self, /) -> Strength | None:
        """
        How strongly the notice commits itself; None where it only says so.
        """
    @property
    def task(self, /) -> Task:
        """
        The task that it is read from.
        """
    @property
    def value(self, /) -> Decimal | None:
        """
        The number, exact, with 千, 万 and 亿 multiplied out; None in a relative target.
        """
    @property
    def value_max(self, /) -> Decimal | None:
        """
        The upper end where the comparator is `between`.
        """
    def why(self, /) -> Why:
        """
        Which way of writing it was read from, as a sentence, and its words.

        >>> import fenjie
        >>> fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n").targets[0].why().quote
        '新建公园3座'
        """
    @property
    def within(self, /) -> Target | None:
        """
        The target that this one is a part of (其中…).
        """

@final
class Task(Row):
    """
    A task (任务): one numbered item together with its responsibility.

    >>> import fenjie
    >>> notice = fenjie.parse("一、周明副市长牵头\\n1.新建公园3座。\\n责任单位：市城管局牵头，市财政局\\n")
    >>> task = notice.tasks[0]
    >>> task.lead, task.participants
    (Unit('市城管局'), [Unit('市财政局')])
    >>> match task:
    ...     case fenjie.Task(number="1", official=fenjie.Official(name=name)):
    ...         print(name)
    周明
    """
    __match_args__: Final[tuple[str, str]]
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def assignments(self, /) -> Sequence[Assignment]:
        """
        Who does what in it, in the order of the notice, the units that a convention adds included.
        """
    @property
    def due(self, /) -> Due | None:
        """
        Its own deadline, where one is printed.
        """
    @property
    def id(self, /) -> int:
        """
        Its position in `notice.tasks`.
        """
    @property
    def lead(self, /) -> Unit | None:
        """
        The first unit that leads.
        """
    @property
    def leads(self, /) -> Sequence[Unit]:
        """
        The units that lead (牵头单位).
        """
    @property
    def margin(self, /) -> int | None:
        """
        How far this reading is ahead of the next best one, in thousandths of its own score: 0 where another is as good, 1000
        where none comes near; None where nothing had to be chosen.
        """
    @property
    def number(self, /) -> str | None:
        """
        Its number, as printed.
        """
    @property
    def official(self, /) -> Official | None:
        """
        The official whose task it is.
        """
    @property
    def part(self, /) -> Part:
        """
        The part it stands in.
        """
    @property
    def participants(self, /) -> Sequence[Unit]:
        """
        The units that take part (配合单位).
        """
    @property
    def section(self, /) -> Section | None:
        """
        The nearest heading that it stands under.
        """
    @property
    def span(self, /) -> Span:
        """
        Where it stands in the source, in code points.
        """
    @property
    def targets(self, /) -> Sequence[Target]:
        """
        The commitments inside it, in order.
        """
    @property
    def text(self, /) -> str:
        """
        Its prose, without number, title and responsibility, and without the breaks that a page put into it.
        """
    @property
    def title(self, /) -> str | None:
        """
        Its name, where it opens with one.
        """

@final
class Unit(Row):
    """
    A body (责任单位).

    >>> import fenjie
    >>> notice = fenjie.parse("1.新建公园3座。\\n责任单位：市城管局、财政局\\n2.修缮老桥。\\n责任单位：市财政局\\n")
    >>> unit = notice.unit("市财政局")
    >>> len(unit.tasks()), [task.number for task in unit.tasks(role="lead")]
    (2, ['2'])
    """
    __match_args__: Final[tuple[str]]
    def __repr__(self, /) -> str: ...
    @property
    def assignments(self, /) -> Sequence[Assignment]:
        """
        What it does in which task, in order.
        """
    @property
    def group(self, /) -> bool:
        """
        Whether it stands for many (各区县政府).
        """
    @property
    def id(self, /) -> int:
        """
        Its position in `notice.units`.
        """
    @property
    def name(self, /) -> str:
        """
        Its name, completed where a list hands a prefix or a suffix on.
        """
    @property
    def nameplates(self, /) -> Strings:
        """
        Its other names (挂牌), as printed in a bracket behind it.
        """
    def tasks(self, /, role: "Role | None" = None) -> Sequence[Task]:
        """
        The tasks in which the unit has that role, or without one any, in order; each once.
        """

def explain(code: "Code") -> Explanation:
    """
    What the code of a diagnostic means, why it matters, and what to do about it. Raises `OptionsError` for an unknown one.

    >>> import fenjie
    >>> fenjie.explain("sum-mismatch").title_zh
    '分项之和与合计不符'
    """

def grids(text: str) -> list[Grid]:
    """
    The tables of a text, from top to bottom, whatever shape they have in it.

    >>> import fenjie
    >>> grid = fenjie.grids("序号\\t工作任务\\t责任单位\\n1\\t新建公园3座\\t市城管局\\n")[0]
    >>> [column.kind for column in grid.columns]
    ['number', 'content', 'responsible']
    >>> [cell.text for row in grid.body for cell in row.cells]
    ['1', '新建公园3座', '市城管局']
    """

def parse(text: Text, *, year: SupportsIndex | None = None, encoding: str | None = None) -> Notice:
    """
    Reads a notice. Any text is read as far as it goes; what could not be read is a diagnostic.

    `bytes` are what a file of any kind holds, as `parse_file` reads them. `year` is the year of the notice, for parts and
    deadlines that print none; `encoding` that of bytes that do not say it themselves.

    >>> import fenjie
    >>> notice = fenjie.parse("1.建设示范食堂100家以上。\\n责任单位：市教育局、市财政局")
    >>> notice.tasks[0].lead.name
    '市教育局'
    >>> fenjie.parse("1.新建公园3座。\\n责任单位：市城管局\\n".encode("gb18030")).tasks
    [Task('1', '新建公园3座。', lead='市城管局')]
    """

def parse_file(path: PathName, *, year: SupportsIndex | None = None, encoding: str | None = None) -> Notice:
    """
    Reads the notice in a file: a web page, DOCX, DOC, ODT, XLSX, XLS, ODS, PDF, CSV, or text in any encoding. What it is, its
    bytes say and not its name.

    Raises `OSError` where the file cannot be read, `FormatError` where it is of a kind that is not read or is damaged,
    `DecodeError` where it is no text.

    >>> import fenjie, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp(), "notice.csv")
    >>> _ = path.write_text("序号,任务,牵头单位\\n1,新建公园3座,市城管局\\n", encoding="gb18030")
    >>> notice = fenjie.parse_file(path)
    >>> notice.tasks
    [Task('1', '新建公园3座', lead='市城管局')]
    >>> notice.place(notice.targets[0].span.start)
    'table 1, row 2, column 2'
    """

def parse_many(items: Items, threads: SupportsIndex | None, year: SupportsIndex | None, encoding: str | None, on_error: OnError, progress: Progress | None) -> list[Any]:
    """
    Reads notices in parallel, in order; `fenjie.parse_many` is the door to it.
    """

def parse_together(items: Items, *, year: SupportsIndex | None = None, encoding: str | None = None) -> Notice:
    """
    Reads several files that are one notice: a page and its annexes, in this order. What the page says of who leads holds in
    the annexes. Items are what `parse_many` takes.

    >>> import fenjie
    >>> page = "关于印发任务清单的通知\\n责任单位中列首位的为牵头单位。\\n附件：任务清单\\n"
    >>> annex = "序号,任务,责任单位\\n1,新建公园3座,市城管局、市财政局\\n".encode()
    >>> [unit.name for unit in fenjie.parse_together([page, annex]).tasks[0].leads]
    ['市城管局']
    """

def quantities(text: str) -> list[Quantity]:
    """
    The quantities of a text, from left to right: numbers with their comparators and measures, as exact decimals.

    >>> import fenjie
    >>> fenjie.quantities("新增学位不少于1.2万个")[0]
    Quantity(text='不少于1.2万个', span=Span(4, 12), number=Span(7, 11), value=Decimal('12000'), value_max=None, comparator='ge', measure='个', kind='cardinal', precision='exact')
    """

def row(notice: Notice, table: str, at: SupportsIndex) -> Any:
    """
    The row at a place of a table; pickles are restored with it.
    """

def rows(notice: Notice, table: str, places: SupportsGetItem[int, SupportsIndex]) -> Rows:
    """
    The rows at these places of a table; pickles are restored with it.
    """

def table(name: TableName, notices: SupportsGetItem[int, Notice], names: Strings) -> Table:
    """
    One table over many notices; with names, its first column is `notice`.
    """
