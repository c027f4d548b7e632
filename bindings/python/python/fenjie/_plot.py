"""Charts by altair. The browser draws their labels, with the Chinese fonts that it has."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from fenjie._errors import OptionsError
from fenjie._html import commitment

try:
    import altair as alt
except ImportError as cause:
    raise ImportError("plot needs altair: pip install 'fenjie[plot]'") from cause

if TYPE_CHECKING:
    from collections.abc import Callable

    from fenjie import Notice, Official, Target

FONT = "'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif"
MOST = 40
"""How many bars, units or targets a chart has at most; its title counts the others."""

PANELS = 6
"""How many measures the chart of targets has at most."""

FIGURE = (
    "abs(datum.value) >= 1e8 ? format(datum.value / 1e8, '.4~r') + '亿'"
    " : abs(datum.value) >= 1e4 ? format(datum.value / 1e4, '.4~r') + '万' : format(datum.value, '.4~r')"
)
"""A number at an axis, as the notices write it."""


def plot(notice: Notice, what: str) -> alt.TopLevelMixin:
    """The chart of that name."""
    charts: dict[str, Callable[[Notice], alt.Chart | alt.VConcatChart]] = {
        "officials": _officials,
        "network": _network,
        "targets": _targets,
    }
    if what not in charts:
        raise OptionsError(f"there is no chart `{what}`; there are {', '.join(charts)}")
    chart: alt.TopLevelMixin = charts[what](notice).configure(font=FONT)
    return chart


def _officials(notice: Notice) -> alt.Chart:
    """Bars: how many tasks each official answers for, by the kind of part."""
    loads = Counter((_who(task.official), task.part.kind) for task in notice.tasks)
    totals = Counter(_who(task.official) for task in notice.tasks)
    shown = [name for name, _ in totals.most_common(MOST)]
    values = [{"official": who, "part": kind, "tasks": count} for (who, kind), count in loads.items() if who in shown]
    if not values:
        return _nothing("Tasks by official")
    return (
        alt.Chart(alt.InlineData(values=values), title=_title("Tasks by official", len(totals), "officials"))
        .mark_bar()
        .encode(
            y=alt.Y("official:N", sort=shown, title=None, axis=alt.Axis(labelLimit=240)),
            x=alt.X("sum(tasks):Q", title="tasks", axis=alt.Axis(tickMinStep=1, format="d")),
            color=alt.Color("part:N", title="part"),
            tooltip=["official:N", "part:N", "tasks:Q"],
        )
        .properties(width=420)
    )


def _network(notice: Notice) -> alt.Chart:
    """A matrix: how often a unit (below) takes part under a lead (at the side)."""
    pairs: Counter[tuple[str, str]] = Counter()
    for task in notice.tasks:
        pairs.update((lead.name, unit.name) for lead in task.leads for unit in task.participants)
    leads, units = Counter[str](), Counter[str]()
    for (lead, unit), count in pairs.items():
        leads[lead] += count
        units[unit] += count
    sides = [name for name, _ in leads.most_common(MOST)]
    below = [name for name, _ in units.most_common(MOST)]
    values = [
        {"lead": lead, "participant": unit, "tasks": count}
        for (lead, unit), count in pairs.items()
        if lead in sides and unit in below
    ]
    if not values:
        return _nothing("Who takes part under whose lead")
    legend = alt.Legend(format="d", values=sorted(set(pairs.values()))[:5])
    title = _title("Who takes part under whose lead", max(len(leads), len(units)), "units a side")
    return (
        alt.Chart(alt.InlineData(values=values), title=title)
        .mark_circle()
        .encode(
            y=alt.Y("lead:N", sort=sides, title="lead", axis=alt.Axis(labelLimit=200, grid=True)),
            x=alt.X(
                "participant:N",
                sort=below,
                title="participant",
                axis=alt.Axis(labelLimit=200, labelAngle=-45, grid=True),
            ),
            size=alt.Size("tasks:Q", title="tasks", scale=alt.Scale(domainMin=0, rangeMax=420), legend=legend),
            tooltip=["lead:N", "participant:N", "tasks:Q"],
        )
        .properties(width=alt.Step(26), height=alt.Step(26))
    )


def _targets(notice: Notice) -> alt.Chart | alt.VConcatChart:
    """Dots: the targets of the commonest measures, each measure with a scale of its own."""
    numbered = [target for target in notice.targets if target.value is not None]
    counts = Counter(_scale(target) for target in numbered)
    scales = [scale for scale, _ in counts.most_common(PANELS)]
    panels = []
    for scale in scales:
        values = [_dot(target) for target in numbered if _scale(target) == scale][: MOST // 2]
        largest = max(value["value"] for value in values)
        smallest = min(value["value"] for value in values)
        # A logarithmic scale where one figure would hide the others.
        wide = smallest > 0 and largest / smallest > 100
        axis = alt.X(
            "value:Q",
            title=None,
            scale=alt.Scale(type="log") if wide else alt.Scale(zero=True),
            axis=alt.Axis(labelExpr=FIGURE, tickCount=5),
        )
        panels.append(
            alt.Chart(alt.InlineData(values=values), title=_title(scale, counts[scale], "targets", MOST // 2, "first"))
            .mark_point(filled=True, size=70)
            .encode(
                y=alt.Y("target:N", sort=None, title=None, axis=alt.Axis(labelLimit=320, grid=True)),
                x=axis,
                shape=alt.Shape("comparator:N", title="comparator"),
                color=alt.Color("kind:N", title="kind"),
                tooltip=["quote:N", "comparator:N", "value:Q", "due:N"],
            )
            .properties(width=360)
        )
    if not panels:
        return _nothing("Targets")
    return alt.vconcat(*panels).resolve_scale(x="independent", y="independent")


def _dot(target: Target) -> dict[str, Any]:
    return {
        "target": commitment(target),
        "value": float(target.value or 0),
        "comparator": target.comparator,
        "kind": target.kind,
        "due": str(target.due.date or target.due.text or ""),
        "quote": target.quote,
    }


def _scale(target: Target) -> str:
    """What targets are drawn together: those of one measure, growth and level apart."""
    return f"{target.kind} in {target.measure or 'numbers without a measure'}"


def _who(official: Official | None) -> str:
    return " ".join(word for word in (official.name, official.post) if word) if official else "no official"


def _title(words: str, number: int, noun: str, most: int = MOST, which: str = "busiest") -> str:
    return words if number <= most else f"{words} (the {which} {most} of {number} {noun})"


def _nothing(title: str) -> alt.Chart:
    return (
        alt.Chart(alt.InlineData(values=[{"words": "nothing to show"}]), title=title)
        .mark_text(size=14)
        .encode(text="words:N")
    )
