r"""Reads Chinese local-government notices and gives back who answers for what.

>>> import fenjie
>>> notice = fenjie.parse("一、周明市长主抓重点工作\n1.建设示范食堂100家以上。\n责任单位：市教育局牵头，市财政局\n")
>>> task = notice.tasks[0]
>>> task.official.name, task.lead.name, task.targets
('周明', '市教育局', [Target('示范食堂', 'ge', 100, '家')])
"""

from collections.abc import Sequence as _Sequence

from fenjie._corpus import Corpus
from fenjie._errors import (
    DecodeError,
    DocumentError,
    FenjieError,
    FormatError,
    OptionsError,
    RoundingWarning,
    SourceMismatchError,
)
from fenjie._fenjie import (
    Allocation,
    Assignment,
    Block,
    Convention,
    Diagnostic,
    Notice,
    Official,
    Part,
    Row,
    Rows,
    Section,
    Table,
    Target,
    Task,
    Unit,
    explain,
    grids,
    parse,
    parse_file,
    parse_together,
    quantities,
)
from fenjie._many import parse_many
from fenjie._model import (
    Amount,
    Cell,
    Column,
    Coverage,
    DocumentNumber,
    Due,
    Evidence,
    EvidenceCount,
    Explanation,
    Grid,
    GridRow,
    Ground,
    Header,
    Position,
    Quantity,
    Session,
    Span,
    Verdict,
    Why,
)
from fenjie._types import CODES, TABLES

_Sequence.register(Rows)

__all__ = [
    "CODES",
    "TABLES",
    "Allocation",
    "Amount",
    "Assignment",
    "Block",
    "Cell",
    "Column",
    "Convention",
    "Corpus",
    "Coverage",
    "DecodeError",
    "Diagnostic",
    "DocumentError",
    "DocumentNumber",
    "Due",
    "Evidence",
    "EvidenceCount",
    "Explanation",
    "FenjieError",
    "FormatError",
    "Grid",
    "GridRow",
    "Ground",
    "Header",
    "Notice",
    "Official",
    "OptionsError",
    "Part",
    "Position",
    "Quantity",
    "RoundingWarning",
    "Row",
    "Rows",
    "Section",
    "Session",
    "SourceMismatchError",
    "Span",
    "Table",
    "Target",
    "Task",
    "Unit",
    "Verdict",
    "Why",
    "explain",
    "grids",
    "parse",
    "parse_file",
    "parse_many",
    "parse_together",
    "quantities",
]
