"""Values without neighbours: plain frozen dataclasses, which compare, hash, pickle and match by their fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from decimal import Decimal

    from fenjie._types import Code, Comparator, Severity, VerdictWord


@dataclass(frozen=True, slots=True, repr=False)
class Span:
    """A half-open range of code points in the text that was parsed.

    >>> import fenjie
    >>> span = fenjie.Span(2, 4)
    >>> "市财政局"[span.slice], "市财政局"[span.start:span.end], len(span)
    ('政局', '政局', 2)
    >>> start, end = span
    """

    start: int
    end: int

    @property
    def slice(self) -> slice:
        """The range to index a text with."""
        return slice(self.start, self.end)

    def __len__(self) -> int:
        return max(self.end - self.start, 0)

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))

    def __contains__(self, other: object) -> bool:
        """Whether a code point or another span lies within."""
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return isinstance(other, int) and self.start <= other < self.end

    def __bool__(self) -> bool:
        """A span is always something, even where it is empty."""
        return True

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end})"


class Position(NamedTuple):
    """A place as an editor names it: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline (完成时限): the words, the last day, and whether it was taken from the part's period."""

    text: str | None
    date: date | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number (发文字号): 云政办发〔2025〕7号."""

    text: str
    agency: str
    year: int
    serial: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Session:
    """The meeting of a people's congress (人民代表大会) that a work report was given to.

    `text` is its name as printed: 云溪市第九届人民代表大会第四次会议.

    `congress` counts the congresses by their terms (届), `session` the meetings of that congress (次).
    """

    text: str
    congress: int
    session: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class Header:
    """What a notice says of itself, named after GB/T 9704-2012. What is not printed is None."""

    title: str | None
    document_number: DocumentNumber | None
    issuer: str | None
    jurisdiction: str | None
    addressees: str | None
    signatory: str | None
    issued: date | None
    printed: date | None
    cc: str | None
    session: Session | None
    attachments: tuple[str, ...]
    disclosure: str | None


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of text: lines, and UTF-8 bytes with the line breaks."""

    lines: int
    bytes: int


@dataclass(frozen=True, slots=True)
class EvidenceCount:
    """How many words of one kind stand in a text, and what became of them; `found` is the sum of the others.

    `read` are in facts, `aside` in none for a reason, `unread` in none without one.
    """

    found: int
    read: int
    aside: int
    unread: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands in a text that facts are made of, kind by kind.

    Names of bodies, labels, persons, numbers with measures, and times by which something is to be done.
    """

    bodies: EvidenceCount
    labels: EvidenceCount
    officials: EvidenceCount
    quantities: EvidenceCount
    deadlines: EvidenceCount

    @property
    def total(self) -> EvidenceCount:
        """All kinds together."""
        counts = (self.bodies, self.labels, self.officials, self.quantities, self.deadlines)
        return EvidenceCount(
            found=sum(count.found for count in counts),
            read=sum(count.read for count in counts),
            aside=sum(count.aside for count in counts),
            unread=sum(count.unread for count in counts),
        )


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a text was read as what; every line is in exactly one of the five.

    `share` is the share of the notice's own words, from 0 to 1, that was given a place.
    A line of running text has a place without a fact being made of it; `evidence` says how much was understood.
    """

    read: Amount
    furniture: Amount
    blank: Amount
    prose: Amount
    unread: Amount
    share: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an actual figure reaches a target, and how far it lies from the nearest limit. True where it is reached.

    A target without a number is `undetermined`, which is not true either.

    >>> import fenjie
    >>> bool(fenjie.Verdict("undetermined", None))
    False
    """

    verdict: VerdictWord
    margin: Decimal | None

    def __bool__(self) -> bool:
        return self.verdict == "satisfied"


@dataclass(frozen=True, slots=True)
class Ground:
    """Words that a rule rests on.

    They are a convention of the notice, a label, a mark beside the unit, the head of its column, a heading above it, or
    another clause.
    """

    kind: Literal["convention", "label", "mark", "column", "heading", "clause"]
    quote: str
    span: Span


@dataclass(frozen=True, slots=True)
class Why:
    """Why a fact was read as it was: the rule, a sentence about it in two languages, and the words."""

    rule: str
    text: str
    text_zh: str
    quote: str
    span: Span
    ground: Ground | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text with everything that belongs to it. `number` is where its digits and powers stand."""

    text: str
    span: Span
    number: Span
    value: Decimal
    value_max: Decimal | None
    comparator: Comparator
    measure: str | None
    kind: str
    precision: Literal["exact", "rounded", "overflow"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a code means, why it matters, and what to do about it; `example` is a notice that gives it."""

    code: Code
    severity: Severity
    title: str
    title_zh: str
    text: str
    text_zh: str
    example: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its head, what stands below it, and where the head stands; the span is empty without one."""

    name: str
    kind: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its words, and where they stand, a span for each of its lines."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of a table; `printed` is how many cells it has in the text, `header` whether it is one of the heads."""

    cells: tuple[Cell, ...]
    header: bool
    printed: int
    span: Span


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of a text: its columns, empty where its header is not known, and its rows from top to bottom."""

    columns: tuple[Column, ...]
    rows: tuple[GridRow, ...]

    @property
    def body(self) -> tuple[GridRow, ...]:
        """The rows without the header."""
        return tuple(row for row in self.rows if not row.header)


for _public in (
    Amount, Cell, Column, Coverage, DocumentNumber, Due, Evidence, EvidenceCount, Explanation, Grid, GridRow, Ground,
    Header, Position, Quantity, Session, Span, Verdict, Why,
):  # fmt: skip
    _public.__module__ = "fenjie"
