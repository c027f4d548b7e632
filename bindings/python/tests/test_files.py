"""Files of other kinds than text, one by one and together."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import fenjie

if TYPE_CHECKING:
    from pathlib import Path

PAGE = (
    "<html><body><h1>云溪市人民政府办公室关于印发任务清单的通知</h1>"
    "<p>责任单位中列首位的为牵头单位，其余为配合单位。</p><p>附件：任务清单</p></body></html>"
)
ANNEX = "序号,工作任务,责任单位\n1,新建口袋公园3座。,市城管局、市财政局\n"


def test_a_page_and_its_annex_are_one_notice(tmp_path: Path) -> None:
    page, annex = tmp_path / "page.html", tmp_path / "annex.csv"
    page.write_text(PAGE, encoding="utf-8")
    annex.write_text(ANNEX, encoding="gb18030")
    notice = fenjie.parse_together([page, annex])
    assert [unit.name for unit in notice.tasks[0].leads] == ["市城管局"]
    assert notice.assignments[1].basis == "first_listed"
    start = notice.assignments[1].span.start
    assert notice.place(start) == f"{annex}: table 1, row 2, column 3"
    assert notice.place(start, lang="zh") == f"{annex}: 表1第2行第3列"
    alone = fenjie.parse_file(annex)
    assert alone.place(alone.assignments[1].span.start) == "table 1, row 2, column 3"


def test_open_files_and_bytes_are_read_as_files(tmp_path: Path) -> None:
    annex = tmp_path / "annex.csv"
    annex.write_text(ANNEX, encoding="gb18030")
    with annex.open("rb") as opened:
        notices = fenjie.parse_many([annex, annex.read_bytes(), opened, io.StringIO(ANNEX)])
    assert [notice.tasks[0].lead for notice in notices] == [notices[0].tasks[0].lead] * 4


def test_a_text_has_no_file() -> None:
    notice = fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")
    assert notice.place(0) is None
