"""The words of the document as types, as in `target.comparator: Comparator`."""

from __future__ import annotations

import os
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Literal, Protocol, TypeAlias, get_args

from fenjie._model import Span

NoticeKind: TypeAlias = Literal["breakdown", "commitments", "report", "unknown"]
PartKind: TypeAlias = Literal["key_work", "livelihood", "outlook", "commitments", "review", "plan", "allocation"]
Rule: TypeAlias = Literal["first_listed_leads", "all_lead", "group_includes", "other"]
Role: TypeAlias = Literal["lead", "participant"]
Basis: TypeAlias = Literal["stated", "first_listed", "joint", "sole", "default"]
Comparator: TypeAlias = Literal["eq", "ge", "gt", "le", "lt", "approx", "between", "in_step"]
TargetKind: TypeAlias = Literal["level", "growth", "decline", "rank", "relative"]
Strength: TypeAlias = Literal["strive", "ensure"]
TargetRule: TypeAlias = Literal[
    "stated",
    "counted",
    "respectively",
    "each",
    "handed_on",
    "elided",
    "change_of_that",
    "base_and_target",
    "ranking",
    "comparison",
]
CellState: TypeAlias = Literal["given", "not_applicable", "missing"]
Severity: TypeAlias = Literal["error", "warning", "note"]
BlockKind: TypeAlias = Literal[
    "blank",
    "furniture",
    "header",
    "prose",
    "part_title",
    "heading",
    "task",
    "responsibility",
    "table",
    "unread",
]
Code: TypeAlias = Literal[
    "unread-text",
    "unknown-kind",
    "number-out-of-range",
    "unread-evidence",
    "doubtful-reading",
    "misprinted-label",
    "missing-responsibility",
    "numbering-gap",
    "duplicate-task",
    "inconsistent-unit-name",
    "missing-attachment",
    "inconsistent-target",
    "sum-mismatch",
    "row-shifted",
    "hidden-cells",
    "unread-part",
    "subitem-count-mismatch",
    "broken-line-mended",
    "assumed-lead",
    "doubtful-target",
]
Change: TypeAlias = Literal["tightened", "loosened", "same", "incomparable"]
VerdictWord: TypeAlias = Literal["satisfied", "missed", "undetermined"]

TableName: TypeAlias = Literal[
    "overview",
    "tasks",
    "officials",
    "units",
    "assignments",
    "targets",
    "allocations",
    "parts",
    "sections",
    "conventions",
    "diagnostics",
    "blocks",
]
PlotName: TypeAlias = Literal["officials", "network", "targets"]
OnError: TypeAlias = Literal["raise", "skip", "return"]

Text: TypeAlias = str | bytes | bytearray
PathName: TypeAlias = str | os.PathLike[str]


class Readable(Protocol):
    """An open file."""

    def read(self) -> str | bytes:
        """All that it holds."""
        ...


Item: TypeAlias = Text | os.PathLike[str] | Readable
Items: TypeAlias = list[Item]
Progress: TypeAlias = Callable[[int, int], object]

Number: TypeAlias = int | float | str | Decimal
Document: TypeAlias = dict[str, Any]
Reduced: TypeAlias = tuple[Any, ...]
Strings: TypeAlias = tuple[str, ...]
Spans: TypeAlias = tuple[Span, ...]

TABLES: tuple[TableName, ...] = get_args(TableName)
"""The names of the tables that `Notice.table` and `Corpus.table` make."""

CODES: tuple[Code, ...] = get_args(Code)
"""The codes of all diagnostics, the gravest first."""
