"""What a notebook shows: escaped, marked, bounded."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser

import fenjie
import pytest
from conftest import every
from fenjie import _html

HOSTILE = (
    "一、<script>alert(1)</script>周明副市长牵头\n"
    "1.新建公园3座以上，<img src=x onerror=alert(1)>\"'&amp;。\n任单位：市<b>城管局、</details>财政局\n"
)


class Checked(HTMLParser):
    """Reads HTML, and refuses tags that do not nest or are none of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in {"style", "div", "p", "b", "br", "small", "span", "mark", "details", "summary"}, tag
        assert {name for name, _ in attrs} <= {"class", "open"}, attrs
        self.tags.append(tag)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "mark":
            self.marked.append(data)


def checked(thing: object) -> Checked:
    parser = Checked()
    parser.feed(thing._repr_html_())  # type: ignore[attr-defined]
    parser.close()
    assert parser.open == []
    return parser


def test_words_that_are_in_no_fact_are_counted() -> None:
    assert "in no fact" in fenjie.parse(fenjie.explain("unread-evidence").example)._repr_html_()
    assert "in no fact" not in fenjie.parse("1.新建公园3座。\n责任单位：市城管局\n")._repr_html_()


def test_hostile_text_is_escaped() -> None:
    notice = fenjie.parse(HOSTILE)
    assert "<script>" in notice.source
    things = [notice, *notice.tasks, *notice.targets, *notice.diagnostics]
    things += every(notice).values()
    for thing in things:
        checked(thing)
    assert len(notice.targets) == 1


def test_characters_that_reorder_or_hide_others_are_written_out() -> None:
    hidden = "\u202e\u202c\u2066\u2069\u200b\u200f\u00ad\ufeff\x07"
    notice = fenjie.parse(
        f"一、周\u202e明副市长牵头\n1.新建{hidden}公园3座以上。\n任单位：市城管\u2067局、财政\u200b局\n2.修\u202e桥\u202c5座。\n"
    )
    things = [notice, *notice.tasks, *notice.targets, *notice.diagnostics, *every(notice).values()]
    shown = [thing._repr_html_() for thing in things]
    assert not any(set(hidden) & set(words) for words in shown)
    for character in hidden:
        assert f"U+{ord(character):04X}" in shown[0]
    for thing in things:
        checked(thing)


def test_the_words_are_marked(notice: fenjie.Notice) -> None:
    assert {"地区生产总值增长6.5％左右", "市发展改革委"} <= set(checked(notice).marked)
    target = notice.targets[2]
    assert checked(target).marked == [target.quote]
    for diagnostic in notice.diagnostics:
        assert notice.source[diagnostic.span.slice] in checked(diagnostic).marked or not diagnostic.span


def test_officials_unfold(notice: fenjie.Notice) -> None:
    tags = checked(notice).tags
    named = {task.official and task.official.id for task in notice.tasks}
    assert tags.count("details") == len(named) + 1  # the diagnostics
    assert "周明 市长 主抓" in notice._repr_html_()


def test_a_huge_notice_is_cut_and_says_so() -> None:
    text = "".join(f"{number}.新建公园{'很' * 2000}大3座。\n任单位：市城管局\n" for number in range(1, 1001))
    notice = fenjie.parse(text)
    shown = notice._repr_html_()
    assert len(shown) < 1_000_000
    assert f"{len(notice.tasks) - _html.MAX_TASKS} tasks more" in shown
    assert f"{len(notice.diagnostics) - _html.MAX_ROWS} diagnostics more" in shown
    assert "rows more" in notice.tasks._repr_html_()  # type: ignore[attr-defined]


@pytest.mark.parametrize("text", ["", "\n\n", "没有任务的文字。", "1.\n责任单位：\n"])
def test_anything_is_shown(text: str) -> None:
    notice = fenjie.parse(text)
    for thing in (notice, *every(notice).values()):
        checked(thing)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("46000000000", "460亿"),
        ("24000", "2.4万"),
        ("-120000000", "-1.2亿"),
        ("9999.5", "9999.5"),
        ("0.3", "0.3"),
        ("79228162514264337593543950335", "792281625142643375935.43950335亿"),
    ],
)
def test_figures_are_written_as_people_write_them(value: str, written: str) -> None:
    assert _html.figure(Decimal(value)) == written
