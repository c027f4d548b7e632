"""What a notebook shows of a notice: HTML without scripts, for light and dark. Every word of it is escaped.

Characters that reorder or hide others are written out, as in `U+202E`.
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from html import escape
from typing import TYPE_CHECKING, Any

from fenjie._errors import SourceMismatchError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from fenjie import Diagnostic, Notice, Official, Span, Target, Task

MAX_TASKS = 200
"""How many tasks a notice shows; those behind are counted."""

MAX_ROWS = 100
"""How many diagnostics or other rows are shown."""

MAX_WORDS = 600
"""How many characters of the source stand around what is shown."""

EXACT = Context(prec=60)
"""More digits than a number has, so that none is lost."""

HIDDEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
"""Characters that change the order of others, or that nobody sees. Line breaks and tabs are neither."""

SYMBOLS = {"eq": "=", "ge": "≥", "gt": ">", "le": "≤", "lt": "<", "approx": "≈", "between": "=", "in_step": "∥"}

STYLE = """<style>
.fenjie{line-height:1.5;text-align:left}
.fenjie details{margin:.3em 0;padding-left:.8em;border-left:3px solid color-mix(in srgb,currentColor 20%,transparent)}
.fenjie summary{cursor:pointer;font-weight:600}
.fenjie p{margin:.6em 0}
.fenjie small{opacity:.7}
.fenjie .words{white-space:pre-line}
.fenjie .code{font-family:monospace}
.fenjie .control{font-family:monospace;font-size:.75em;opacity:.7;border:1px solid;border-radius:3px}
.fenjie mark{color:inherit;background:color-mix(in srgb,gold 35%,transparent);border-radius:3px}
.fenjie mark.lead{background:color-mix(in srgb,mediumseagreen 40%,transparent)}
.fenjie mark.participant{background:color-mix(in srgb,mediumseagreen 18%,transparent)}
.fenjie mark.warning{background:color-mix(in srgb,orange 40%,transparent)}
.fenjie mark.error{background:color-mix(in srgb,red 35%,transparent)}
.fenjie mark.note{background:color-mix(in srgb,steelblue 35%,transparent)}
</style>"""


def notice(notice: Notice) -> str:
    """The title, what the notice says of itself, the tasks of each official to unfold, and the doubts."""
    header = notice.header
    facts = [notice.kind, header.document_number and header.document_number.text, header.issuer, header.issued]
    counts = [
        _count(len(notice.tasks), "task"),
        _count(len(notice.officials), "official"),
        _count(len(notice.units), "unit"),
        _count(len(notice.targets), "target"),
        f"read {notice.coverage().share:.1%}",
    ]
    evidence = notice.evidence.total
    if evidence.unread:
        counts.append(f"{evidence.unread} of {evidence.found} words that facts are made of in no fact")
    lines = [
        f"<p><b>{_words(header.title or 'Notice without a title')}</b><br>",
        f"<small>{_words(' · '.join(str(fact) for fact in facts if fact))}<br>{_words(', '.join(counts))}</small></p>",
        *_officials(notice),
        _diagnostics(notice.diagnostics),
    ]
    return _page(lines)


def task(task: Task) -> str:
    """The words of the task in the source, with its targets and units marked, and what was read from them."""
    return _page([_task(task)])


def target(target: Target) -> str:
    """The commitment, and its words in the source."""
    return _page([_target(target)])


def diagnostic(diagnostic: Diagnostic) -> str:
    """What is doubtful, and the line where."""
    return _page([_diagnostic(diagnostic)])


def rows(rows: Sequence[object], table: str) -> str:
    """A sequence of rows: diagnostics, tasks and targets as such, others by their `repr`."""
    known: dict[str, Callable[[Any], str]] = {"diagnostics": _diagnostic, "tasks": _task, "targets": _target}
    show = known.get(table, lambda row: f"<p class=code>{_words(repr(row))}</p>")
    return _page([*map(show, rows[:MAX_ROWS]), _hidden(len(rows) - MAX_ROWS, "row")])


def commitment(target: Target) -> str:
    """`示范食堂 ≥ 100 家`."""
    value = target.reference if target.value is None else figure(target.value)
    if target.value_max is not None:
        value = f"{value}～{figure(target.value_max)}"
    change = {"growth": "growth ", "decline": "decline ", "rank": "rank "}.get(target.kind, "")
    return f"{target.indicator} {change}{SYMBOLS[target.comparator]} {value or ''} {target.measure or ''}".rstrip()


def figure(value: Decimal) -> str:
    """The number as people write it, without losing a digit: `46亿`, `2.4万`, `0.3`."""
    for power, word in ((8, "亿"), (4, "万")):
        if abs(value) >= 10**power:
            return f"{value.scaleb(-power, EXACT).normalize(EXACT):f}{word}"
    return f"{value:f}"


def _officials(notice: Notice) -> Iterable[str]:
    """The tasks under each official, and those under none; no more than are shown."""
    left = MAX_TASKS
    below: dict[int | None, list[Task]] = {}
    for task in notice.tasks[:left]:
        below.setdefault(task.official.id if task.official else None, []).append(task)
    for official, tasks in below.items():
        name = "No official" if official is None else _name(notice.officials[official])
        is_open = " open" if len(below) == 1 else ""
        summary = f"<summary>{_words(name)} <small>{_count(len(tasks), 'task')}</small></summary>"
        yield f"<details{is_open}>{summary}{''.join(map(_task, tasks))}</details>"
    yield _hidden(len(notice.tasks) - left, "task")


def _name(official: Official) -> str:
    return " ".join(word for word in (official.name, official.post, official.duty) if word)


def _task(task: Task) -> str:
    marks = [(row, "target") for row in task.targets] + [(row, row.role) for row in task.assignments if not row.implied]
    try:
        places = [(row.span, kind) for row, kind in marks]
        words = _marked(task.notice.source, task.span, places)
    except SourceMismatchError:  # a document without its text
        words = _words(_cut(task.text))
    units = [("lead", task.leads), ("with", task.participants)]
    lines = [f"{role} {'、'.join(unit.name for unit in names)}" for role, names in units if names]
    if task.due and (task.due.text or task.due.date):
        lines.append(f"due {task.due.text or ''} {task.due.date or ''}".strip())
    lines += [f"goal {commitment(target)}" for target in task.targets]
    facts = "<br>".join(_words(line) for line in lines)
    return f"<p><span class=words>{words}</span><br><small>{facts}</small></p>"


def _target(target: Target) -> str:
    due = target.due.date or target.due.text
    facts = " · ".join(fact for fact in (target.kind, target.strength, due and f"due {due}", target.rule) if fact)
    head = f"<b>{_words(commitment(target))}</b> <small>{_words(facts)}</small>"
    return f"<p>{head}<br><span class=words>{_excerpt(target.notice, target, 'target')}</span></p>"


def _diagnostics(diagnostics: Sequence[Diagnostic]) -> str:
    if not diagnostics:
        return ""
    shown = "".join(map(_diagnostic, diagnostics[:MAX_ROWS]))
    hidden = _hidden(len(diagnostics) - MAX_ROWS, "diagnostic")
    return f"<details><summary>{_count(len(diagnostics), 'diagnostic')}</summary>{shown}{hidden}</details>"


def _diagnostic(diagnostic: Diagnostic) -> str:
    message = f"{diagnostic.message} · {diagnostic.message_zh}" if diagnostic.message_zh else diagnostic.message
    help_ = f"<br><small>{_words(diagnostic.help)}</small>" if diagnostic.help else ""
    return (
        f"<p><span class=code>{_words(diagnostic.severity)}[{_words(diagnostic.code)}]</span> {_words(message)}<br>"
        f"<span class=words>{_excerpt(diagnostic.notice, diagnostic, diagnostic.severity)}</span>{help_}</p>"
    )


def _excerpt(notice: Notice, row: Target | Diagnostic, kind: str) -> str:
    """The lines of the source that a row stands in, with its words marked and the line's number in front."""
    try:
        span = row.span
    except SourceMismatchError:  # a document without its text
        return ""
    source = notice.source
    start = max(source.rfind("\n", 0, span.start) + 1, span.start - MAX_WORDS // 4)
    line_end = source.find("\n", span.end)
    end = min(len(source) if line_end < 0 else line_end, span.end + MAX_WORDS // 4)
    around = type(span)(start, max(end, span.end))
    return f"<small>{notice.position(span.start).line}:</small> {_marked(source, around, [(span, kind)])}"


def _marked(source: str, around: Span, marks: Iterable[tuple[Span, str]]) -> str:
    """The source's words, escaped, with the marked ones in `<mark>`; marks that overlap one before are left out."""
    end = min(around.end, around.start + MAX_WORDS)
    pieces, at = [], around.start
    inside = [(span, kind) for span, kind in marks if len(span) and span in around]
    for span, kind in sorted(inside, key=lambda mark: (mark[0].start, -mark[0].end)):
        if span.start < at or span.start >= end:
            continue
        stop = min(span.end, end)
        pieces += [_words(source[at : span.start]), f"<mark class={kind}>{_words(source[span.start : stop])}</mark>"]
        at = stop
    rest = "…" if end < around.end else ""
    return "".join([*pieces, _words(source[at:end]), rest]).strip()


def _words(text: str) -> str:
    """The words, escaped, with what is hidden in them written out: no character makes the others look like another."""
    return HIDDEN.sub(_control, escape(text))


def _control(match: re.Match[str]) -> str:
    return f"<span class=control>U+{ord(match[0]):04X}</span>"


def _cut(text: str) -> str:
    return text if len(text) <= MAX_WORDS else text[:MAX_WORDS] + "…"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _hidden(number: int, noun: str) -> str:
    return f"<p><small>{_count(number, noun)} more</small></p>" if number > 0 else ""


def _page(lines: Iterable[str]) -> str:
    return f"{STYLE}<div class=fenjie>{''.join(lines)}</div>"
