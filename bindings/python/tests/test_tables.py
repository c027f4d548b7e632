"""Every table, read by polars, pandas, pyarrow and duckdb themselves, says what the objects say."""

from __future__ import annotations

import datetime
import warnings
from decimal import Decimal
from typing import TYPE_CHECKING, Any, get_args

import duckdb
import fenjie
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import NOTICES, every
from fenjie import _types

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Case

EMPTY = fenjie.parse("")


@pytest.fixture(params=["notice", "handed_out", "empty"])
def any_notice(request: pytest.FixtureRequest) -> fenjie.Notice:
    found = EMPTY if request.param == "empty" else request.getfixturevalue(request.param)
    assert isinstance(found, fenjie.Notice)
    return found


def expected(row: Any, column: str) -> Any:
    """The value of a column, from the row's attributes."""
    match column:
        case "start" | "end":
            return getattr(row.span, column)
        case "ground_start" | "ground_end":
            return row.ground and getattr(row.ground, column.removeprefix("ground_"))
        case "due_text" | "due_date" | "due_inferred":
            return row.due and getattr(row.due, column.removeprefix("due_"))
        case "from" | "to":
            return getattr(row, f"{column}_year")
        case "nameplates" | "members":
            return list(getattr(row, column))
    value = getattr(row, column)
    return value.id if isinstance(value, fenjie.Row) else value  # type: ignore[attr-defined]


def rows(notice: fenjie.Notice, name: str) -> list[dict[str, Any]]:
    columns = notice.table(name).columns  # type: ignore[arg-type]
    return [{column: expected(row, column) for column in columns} for row in every(notice)[name]]


@pytest.mark.parametrize("name", [name for name in fenjie.TABLES if name != "overview"])
class TestEachTable:
    def test_pyarrow_reads_it(self, any_notice: fenjie.Notice, name: _types.TableName) -> None:
        table = pa.table(any_notice.table(name))
        table.validate(full=True)
        assert table.to_pylist() == rows(any_notice, name)

    def test_polars_reads_it(self, any_notice: fenjie.Notice, name: _types.TableName) -> None:
        frame = pl.DataFrame(any_notice.table(name))
        assert frame.to_dicts() == rows(any_notice, name)
        assert frame.equals(any_notice.to_polars(name))

    def test_duckdb_reads_it(self, any_notice: fenjie.Notice, name: _types.TableName) -> None:
        table = any_notice.table(name)
        with duckdb.connect() as connection:
            found = connection.register("given", table).sql("from given")
            assert tuple(found.columns) == table.columns
            assert found.fetchall() == [tuple(row.values()) for row in rows(any_notice, name)]

    def test_pandas_reads_it(self, any_notice: fenjie.Notice, name: _types.TableName) -> None:
        wanted = rows(any_notice, name)
        # The stubs of pandas do not know `from_arrow` yet.
        for frame in (any_notice.to_pandas(name), pd.DataFrame.from_arrow(any_notice.table(name))):  # type: ignore[attr-defined]
            assert tuple(frame.columns) == any_notice.table(name).columns
            assert len(frame) == len(wanted)
            for column in frame.columns:
                for value, other in zip(frame[column], wanted, strict=True):
                    if other[column] is None:
                        assert value is None or pd.isna(value)
                    elif isinstance(other[column], list):
                        assert list(value) == other[column]
                    else:
                        assert value == other[column], column


def test_the_overview_says_who_does_what(notice: fenjie.Notice) -> None:
    for frame in (notice.to_polars().to_dicts(), pa.table(notice.table()).to_pylist()):
        assert len(frame) == len(notice.tasks)
        for row, task in zip(frame, notice.tasks, strict=True):
            assert row["official"] == (task.official and task.official.name)
            assert row["part"] == task.part.title
            assert row["section"] == (task.section and (task.section.title or task.section.number))
            assert row["leads"] == [unit.name for unit in task.leads]
            assert row["participants"] == [unit.name for unit in task.participants]
            assert row["targets"] == [target.quote for target in task.targets]
            assert row["due"] == (task.due and task.due.date)
    assert len(notice.to_pandas()) == len(notice.tasks)
    with duckdb.connect() as connection:
        leads = connection.register("given", notice.table()).sql(
            "select unnest(leads) as lead, count(*) from given group by lead"
        )
        assert sum(count for _, count in leads.fetchall()) == sum(len(task.leads) for task in notice.tasks)
    assert EMPTY.to_polars().is_empty()


def test_every_table_has_one_schema() -> None:
    for name in fenjie.TABLES:
        schemas = {pa.schema(fenjie.parse_file(path).table(name)).to_string() for path in NOTICES.glob("*.txt")}
        assert schemas == {pa.schema(EMPTY.table(name)).to_string()}


def test_types_are_exact(notice: fenjie.Notice) -> None:
    schema = pa.schema(notice.table("targets"))
    assert schema.field("value").type == pa.decimal128(38, 9)
    assert schema.field("due_date").type == pa.date32()
    assert pa.types.is_dictionary(schema.field("measure").type)
    frame = notice.to_pandas("targets")
    assert frame["value"].dropna().map(type).unique().tolist() == [Decimal]
    assert frame["due_date"][0] == datetime.date(2025, 12, 31)
    assert str(frame["id"].dtype) == "int64[pyarrow]"


def document(value: str) -> fenjie.Notice:
    """A notice whose one target has that value."""
    notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    return fenjie.Notice.from_json(notice.to_json().replace('"value":"3"', f'"value":"{value}"'), notice.source)


@pytest.mark.parametrize(
    "value", ["79228162514264337593543950335", "-79228162514264337593543950335", "0.000000001", "0"]
)
def test_numbers_of_any_size_are_exact(value: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        (row,) = document(value).to_polars("targets").to_dicts()
    assert row["value"] == Decimal(value)


def test_more_decimals_than_a_column_has_are_rounded_with_a_warning() -> None:
    third = document("0.3333333333333333333333333333")
    with pytest.warns(fenjie.RoundingWarning, match="1 number of `targets`"):
        table = third.table("targets")
    assert pa.table(table)["value"].to_pylist() == [Decimal("0.333333333")]
    assert third.targets[0].value == Decimal("0.3333333333333333333333333333")


def test_a_table_is_read_again_and_outlives_its_notice() -> None:
    table = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n").table("tasks")
    assert pa.table(table) == pa.table(table)
    stream = table.__arrow_c_stream__()
    del table
    assert pa.RecordBatchReader._import_from_c_capsule(stream).read_all()["text"].to_pylist() == ["新建公园3座。"]
    unread = fenjie.parse("").table("tasks").__arrow_c_stream__()
    del unread


def test_numbers_are_not_copied(notice: fenjie.Notice) -> None:
    table = notice.table("targets")
    first, second = (pa.table(table)["value"].chunk(0).buffers()[1].address for _ in range(2))
    assert first == second
    again = pl.DataFrame(table)["start"].to_arrow()
    assert again.buffers()[1].address == pa.table(table)["start"].chunk(0).buffers()[1].address


def test_a_corpus_is_one_table() -> None:
    corpus = fenjie.Corpus.read(NOTICES)
    assert corpus.names[0] == "baichuan-district"
    assert corpus["yunxi-officials"] == fenjie.parse_file(NOTICES / "yunxi-officials.txt")
    for name in fenjie.TABLES:
        table = pa.table(corpus.table(name))
        assert table.column_names == ["notice", *corpus[0].table(name).columns]
        pieces = [pa.table(notice.table(name)).to_pylist() for notice in corpus]
        together = [{"notice": at} | row for at, piece in zip(corpus.names, pieces, strict=True) for row in piece]
        assert table.to_pylist() == together
    assert len(corpus.to_pandas("tasks")) == sum(len(notice.tasks) for notice in corpus)


def test_a_corpus_is_a_sequence() -> None:
    corpus = fenjie.Corpus.read(NOTICES)
    assert list(corpus[:3]) == [corpus[0], corpus[1], corpus[2]]
    assert corpus[:3].names == corpus.names[:3]
    assert corpus[-1] in corpus
    assert corpus == fenjie.Corpus(list(corpus), corpus.names)
    assert hash(corpus) == hash(fenjie.Corpus(list(corpus), corpus.names))
    assert repr(corpus).endswith("…>")
    assert fenjie.Corpus([EMPTY]).names == ("0",)
    assert pa.table(fenjie.Corpus([]).table("tasks")).num_rows == 0
    with pytest.raises(KeyError, match="none"):
        corpus["none"]
    with pytest.raises(fenjie.OptionsError, match="1 notices have 2 names"):
        fenjie.Corpus([EMPTY], ["a", "b"])
    with pytest.raises(fenjie.OptionsError, match="one name"):
        fenjie.Corpus([EMPTY, EMPTY], ["a", "a"])
    with pytest.raises(FileNotFoundError):
        fenjie.Corpus.read(NOTICES / "none")


def test_a_file_that_is_no_text_ends_the_reading_or_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("1.新建公园3座。\n责任单位：市城管局\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9 au lait")
    with pytest.raises(fenjie.DecodeError, match=r"bad\.txt"):
        fenjie.Corpus.read(tmp_path)
    assert fenjie.Corpus.read(tmp_path, on_error="skip").names == ("good",)
    (tmp_path / "good.text").write_text("", encoding="utf-8")
    assert fenjie.Corpus.read(tmp_path, "good.*").names == ("good.text", "good.txt")


def test_any_text_has_tables(cases: list[Case]) -> None:
    notices = fenjie.parse_many([case["text"] for case in cases])
    corpus = fenjie.Corpus(notices)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", fenjie.RoundingWarning)
        for name in fenjie.TABLES:
            pa.table(corpus.table(name)).validate(full=True)


def test_the_names_of_tables_are_known() -> None:
    assert get_args(_types.TableName) == fenjie.TABLES
    assert repr(EMPTY.table("blocks")) == "<Table blocks: 0 rows, 4 columns>"
    assert len(EMPTY.table("blocks")) == 0
