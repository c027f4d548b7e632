"""The object model: sequences, walks, values, spans, pickles."""

from __future__ import annotations

import collections.abc
import copy
import datetime
import gc
import math
import pickle
import weakref
from decimal import Decimal

import fenjie
import pytest
from conftest import every


def test_tables_are_sequences(notice: fenjie.Notice) -> None:
    for name, rows in every(notice).items():
        assert isinstance(rows, collections.abc.Sequence), name
        listed = list(rows)
        assert len(rows) == len(listed)
        assert list(reversed(rows)) == listed[::-1]
        assert rows == listed
        for piece in (slice(2), slice(1, None), slice(None, None, -1), slice(-3, -1), slice(5, 2), slice(0, 99, 3)):
            assert list(rows[piece]) == listed[piece]
            assert list(rows[piece][1:]) == listed[piece][1:]
        for at in range(-len(listed), len(listed)):
            assert rows[at] == listed[at]
        for at in (len(listed), -len(listed) - 1):
            with pytest.raises(IndexError, match="rows, not one at"):
                rows[at]
        if listed:
            assert listed[-1] in rows
            assert rows.count(listed[0]) >= 1
            assert rows.index(listed[-1]) == listed.index(listed[-1])
        assert 3 not in rows
        with pytest.raises(ValueError, match="not among"):
            rows.index(3)
        assert rows != [*listed, None]
        assert rows != object()
        with pytest.raises(TypeError):
            rows["1"]  # type: ignore[call-overload]


def test_walks_lead_back_to_where_they_began(notice: fenjie.Notice) -> None:
    for task in notice.tasks:
        assert task in task.part.tasks
        assert task.section is None or task in task.section.tasks
        if task.official:
            assert task in task.official.tasks
            assert notice.official(task.official.name or "") == task.official
        for lead in task.leads:
            assert task in lead.tasks(role="lead")
            assert task in lead.tasks()
        assert task.lead == (task.leads[0] if task.leads else None)
        for unit in task.participants:
            assert task in unit.tasks(role="participant")
            assert notice.unit(unit.name) == unit
        assert [row.unit for row in task.assignments if row.role == "lead"] == task.leads
        for target in task.targets:
            assert target.task == task
            assert target.within is None or target.within in notice.targets
        for assignment in task.assignments:
            assert assignment.task == task
            assert assignment in assignment.unit.assignments


def test_a_task_knows_the_headings_that_it_stands_under() -> None:
    text = "一、优化营商环境\n（一）压减材料\n1.压减审批材料三成。\n责任单位：市政务办\n"
    notice = fenjie.parse(text)
    section = notice.tasks[0].section
    assert section == notice.sections[1]
    assert (section.number, section.title, section.parent) == ("（一）", "压减材料", notice.sections[0])
    assert section.part == notice.parts[0]
    assert text[section.span.slice].startswith("（一）")
    assert notice.sections[0].parent is None
    assert list(notice.sections[0].tasks) == []
    named = fenjie.parse("一、周明副市长牵头\n1.新建公园3座。\n责任单位：市城管局\n")
    assert named.sections[0].official == named.officials[0]
    assert fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").tasks[0].section is None


def test_rows_know_what_they_rest_on() -> None:
    text = "一、𠮷市长牵头\n1.新建公园3座。\n责任单位：市城管局\n"
    notice = fenjie.parse(text)
    ground = notice.assignments[0].ground
    assert ground is not None
    assert text[ground.slice] == "责任单位"
    assert notice.targets[0].ground is None
    bare = fenjie.Notice.from_json(notice.to_json())
    assert bare.targets[0].ground is None
    with pytest.raises(fenjie.SourceMismatchError, match="has no text"):
        _ = bare.assignments[0].ground


def test_evidence_is_counted_kind_by_kind(notice: fenjie.Notice) -> None:
    evidence = notice.evidence
    assert evidence == notice.coverage().evidence
    assert evidence.total.found == evidence.total.read + evidence.total.aside + evidence.total.unread
    assert evidence.bodies.read > 0
    one = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").evidence
    assert one.total == fenjie.EvidenceCount(found=3, read=3, aside=0, unread=0)
    assert fenjie.parse("").evidence.total.found == 0


def test_a_unit_has_no_such_role(notice: fenjie.Notice) -> None:
    with pytest.raises(fenjie.OptionsError, match="role"):
        notice.units[0].tasks(role="leader")  # type: ignore[arg-type]
    assert notice.unit("没有的局") is None
    assert notice.official("没有的人") is None


def test_values_have_the_types_of_python(notice: fenjie.Notice, handed_out: fenjie.Notice) -> None:
    target = next(target for target in notice.targets if target.indicator == "地区生产总值")
    assert (target.value, target.measure, target.kind, target.comparator) == (Decimal("6.5"), "%", "growth", "approx")
    assert target.due == fenjie.Due(None, datetime.date(2025, 12, 31), inferred=True)
    assert notice.header.issued == datetime.date(2025, 2, 26)
    assert notice.header.document_number is not None
    assert notice.header.document_number.serial == 7
    assert [(row.region, row.value, row.state) for row in handed_out.allocations[:3]] == [
        ("东湖区", Decimal(600), "given"),
        ("西湖区", Decimal(300), "given"),
        ("南山县", None, "not_applicable"),
    ]


def test_rows_are_equal_by_what_they_say(notice: fenjie.Notice) -> None:
    again = fenjie.parse(notice.source)
    assert again == notice
    assert hash(again) == hash(notice)
    assert again != fenjie.parse(notice.source + "。")
    assert notice != 1
    for name, rows in every(notice).items():
        for row, other in zip(rows, every(again)[name], strict=True):
            assert row == other
            assert hash(row) == hash(other)
            assert row != notice
    assert len(set(notice.units)) == len(notice.units)
    assert notice.tasks[0] != notice.tasks[1]
    assert notice.tasks[0] != notice.targets[0]


def test_nothing_can_be_set(notice: fenjie.Notice) -> None:
    for thing, name in [
        (notice, "kind"),
        (notice.tasks[0], "text"),
        (notice.header, "title"),
        (fenjie.Span(0, 1), "end"),
    ]:
        with pytest.raises(AttributeError):
            setattr(thing, name, "x")


def test_patterns_match() -> None:
    notice = fenjie.parse("一、周明副市长牵头\n1.新建公园3座以上。\n责任单位：市城管局\n")
    match notice.targets[0], notice.tasks[0], notice.assignments[0]:
        case (
            fenjie.Target(indicator, "ge", value, "座"),
            fenjie.Task("1", _, official=fenjie.Official("周明", post)),
            fenjie.Assignment(fenjie.Unit(name), "lead", "sole"),
        ):
            assert (indicator, value, post, name) == ("新建公园", 3, "副市长", "市城管局")
        case _:
            pytest.fail("it does not match")


def test_every_class_names_attributes_that_are_there(notice: fenjie.Notice) -> None:
    for rows in every(notice).values():
        for row in rows[:1]:
            assert all(hasattr(row, name) for name in type(row).__match_args__)
            assert type(row).__name__ in repr(row)


def test_reprs_are_short(notice: fenjie.Notice) -> None:
    long = fenjie.parse(f"1.{'建' * 5000}设公园3座。\n责任单位：市城管局\n")
    assert len(repr(long.tasks)) < 200
    assert "more]" in repr(notice.units)
    assert len(repr(notice.blocks)) < 1000


def test_pickles_and_copies(notice: fenjie.Notice, handed_out: fenjie.Notice) -> None:
    for original in (notice, handed_out, fenjie.parse("")):
        things = [original, *every(original).values()]
        things += [row for rows in every(original).values() for row in rows]
        restored = pickle.loads(pickle.dumps(things))
        assert restored == things
        assert restored[0].source == original.source
        for thing in things:
            assert copy.copy(thing) == thing
        assert copy.deepcopy(original.tasks) == original.tasks
    for value in (
        notice.header,
        notice.coverage(),
        notice.tasks[0].span,
        notice.assignments[0].why(),
        *notice.targets[0].span,
    ):
        assert pickle.loads(pickle.dumps(value)) == value


def test_a_pickle_holds_its_notice_once(notice: fenjie.Notice) -> None:
    one, all_ = len(pickle.dumps(notice.tasks[0])), len(pickle.dumps(list(notice.tasks)))
    assert all_ < one * 1.2
    task, other = pickle.loads(pickle.dumps(notice.tasks[:2]))
    assert task.notice is other.notice


def test_a_row_that_is_not_there_is_not_restored(notice: fenjie.Notice) -> None:
    from fenjie import _fenjie

    for restore in (lambda: _fenjie.row(notice, "tasks", 99), lambda: _fenjie.rows(notice, "tasks", [99])):
        with pytest.raises(fenjie.OptionsError, match="not one at 99"):
            restore()
    with pytest.raises(fenjie.OptionsError, match="no table `x`"):
        _fenjie.row(notice, "x", 0)


def test_rows_keep_their_notice_alive_and_no_longer() -> None:
    notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    reference, tasks = weakref.ref(notice), notice.tasks
    assert tasks[0].notice is notice
    del notice
    gc.collect()
    assert reference() is not None
    assert tasks[0].text == "新建公园3座。"
    del tasks
    gc.collect()
    assert reference() is None


def test_spans_count_code_points() -> None:
    text = "𠮷溪市2025年任务分解🎉\n1.新建e\u0301公园3座。\n责任单位：市𠮷局\n"
    notice = fenjie.parse(text)
    assert text[notice.targets[0].span.slice] == notice.targets[0].quote
    assert text[notice.assignments[0].span.slice] == "市𠮷局"
    assert notice.position(notice.assignments[0].span.start) == (3, 6)
    assert not hasattr(notice.units[0], "span")
    span = notice.tasks[0].span
    assert notice.targets[0].span in span
    assert span.start in span
    assert span.end not in span
    assert "x" not in span


@pytest.mark.parametrize(
    ("actual", "verdict", "margin"),
    [
        (100, "satisfied", 0),
        (Decimal("99.9"), "missed", Decimal("0.1")),
        (99.9, "missed", Decimal("0.1")),
        ("1e2", "satisfied", 0),
        (" 120 ", "satisfied", 20),
    ],
)
def test_actual_figures_are_judged(actual: float | str | Decimal, verdict: str, margin: Decimal) -> None:
    target = fenjie.parse("1.建设示范食堂100家以上。\n责任单位：市教育局\n").targets[0]
    found = target.satisfied_by(actual)
    assert (found.verdict, found.margin, bool(found)) == (verdict, margin, verdict == "satisfied")


def test_judging_has_its_options() -> None:
    about, bare, relative = fenjie.parse(
        "1.地区生产总值增长6%左右。\n责任单位：市发改委\n2.新建公园3座。\n责任单位：市城管局\n3.财政收入增速高于全省平均。\n责任单位：市财政局\n"
    ).targets
    assert not about.satisfied_by(5.5)
    assert about.satisfied_by(5.5, tolerance="0.1")
    assert bare.satisfied_by(4)
    assert not bare.satisfied_by(4, over_fulfilment=False)
    assert relative.satisfied_by(4) == fenjie.Verdict("undetermined", None)
    assert about.compare(bare) == "incomparable"


@pytest.mark.parametrize("actual", [True, math.nan, math.inf, "many", 10**40, "", "1,000"])
def test_what_is_no_number_is_refused(actual: float | str) -> None:
    target = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").targets[0]
    with pytest.raises(fenjie.OptionsError, match="actual"):
        target.satisfied_by(actual)


def test_what_is_no_number_at_all_is_a_type_error() -> None:
    target = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").targets[0]
    with pytest.raises(TypeError):
        target.satisfied_by(object())  # type: ignore[arg-type]


def test_numbers_of_numpy_are_numbers() -> None:
    import numpy as np

    target = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").targets[0]
    assert target.satisfied_by(np.int64(3))
    assert target.satisfied_by(np.float64(3.5)).margin == Decimal("0.5")


def test_reasons_name_their_ground(notice: fenjie.Notice) -> None:
    rules = {assignment.why().rule for assignment in notice.assignments}
    assert {"stated", "first_listed", "group_includes"} <= rules
    explained: list[fenjie.Assignment | fenjie.Target] = [*notice.assignments, *notice.targets]
    for row in explained:
        why = row.why()
        assert why.quote == row.quote
        assert why.text.endswith(".")
        assert why.ground is None or notice.source[why.ground.span.slice] == why.ground.quote


def test_every_line_is_accounted_for(notice: fenjie.Notice) -> None:
    assert "".join(block.text for block in notice.blocks) == notice.source
    coverage = notice.coverage()
    amounts = (coverage.read, coverage.furniture, coverage.blank, coverage.prose, coverage.unread)
    assert sum(amount.bytes for amount in amounts) == len(notice.source.encode())
    assert coverage.share == 1


def test_every_code_is_explained_and_its_example_gives_it() -> None:
    for code in fenjie.CODES:
        explanation = fenjie.explain(code)
        assert explanation.code == code
        found = fenjie.parse(explanation.example).diagnostics
        # Two say something of a file, which no text can give.
        of_file = code in ("hidden-cells", "unread-part")
        assert of_file or code in [diagnostic.code for diagnostic in found], code
        assert all(fenjie.explain(diagnostic.code).severity == diagnostic.severity for diagnostic in found)


def test_the_words_of_every_enum_are_those_of_its_type(cases: list[dict[str, str]]) -> None:
    from typing import get_args

    from fenjie import _types

    seen: dict[str, set[str]] = {}
    enums = {
        "tasks": {}, "parts": {"kind": "PartKind"}, "conventions": {"rule": "Rule"}, "blocks": {"kind": "BlockKind"},
        "assignments": {"role": "Role", "basis": "Basis"}, "allocations": {"state": "CellState"},
        "targets": {"comparator": "Comparator", "kind": "TargetKind", "strength": "Strength", "rule": "TargetRule"},
        "diagnostics": {"code": "Code", "severity": "Severity"},
    }  # fmt: skip
    for case in cases:
        notice = fenjie.parse(case["text"])
        seen.setdefault("NoticeKind", set()).add(notice.kind)
        for table, names in enums.items():
            for name, kind in names.items():
                words = {getattr(row, name) for row in getattr(notice, table)}
                seen.setdefault(kind, set()).update(word for word in words if word is not None)
    for kind, words in seen.items():
        known = set(get_args(getattr(_types, kind)))
        assert words <= known, kind
        assert len(words) >= len(known) / 2, f"the cases say little of {kind}"


def test_a_document_without_its_text_has_facts_but_no_places(notice: fenjie.Notice) -> None:
    bare = fenjie.Notice.from_json(notice.to_json())
    assert bare.tasks[0].text == notice.tasks[0].text
    assert bare.tasks[0].to_dict() == notice.tasks[0].to_dict()
    with pytest.raises(fenjie.SourceMismatchError, match="has no text"):
        _ = bare.tasks[0].span
    assert pickle.loads(pickle.dumps(bare)) == bare
    assert bare._repr_html_()
    assert bare.to_polars("tasks")["start"].null_count() == len(bare.tasks)
    assert bare.header.document_number is not None
    assert bare.header.document_number.span is None


def test_grids_are_read_alone() -> None:
    text = "序号\t工作任务\t责任单位\n1\t新建𠮷园3座\t市城管局\n"
    (grid,) = fenjie.grids(text)
    assert [column.name for column in grid.columns] == ["序号", "工作任务", "责任单位"]
    assert [text[column.span.slice] for column in grid.columns] == ["序号", "工作任务", "责任单位"]
    (row,) = grid.body
    for cell in row.cells:
        assert "".join(text[span.slice] for span in cell.spans) == cell.text
    assert fenjie.grids("责任单位：市城管局") == []
