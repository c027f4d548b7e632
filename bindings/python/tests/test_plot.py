"""Charts: altair finds them valid, and they are drawn."""

from __future__ import annotations

import sys
from typing import get_args

import altair as alt
import fenjie
import pytest
import vl_convert
from conftest import NOTICES
from fenjie import _types

PLOTS = get_args(_types.PlotName)


@pytest.mark.parametrize("what", PLOTS)
@pytest.mark.parametrize("path", sorted(NOTICES.glob("*.txt")), ids=lambda path: path.stem)
def test_charts_are_valid(what: _types.PlotName, path: object) -> None:
    chart = fenjie.parse_file(str(path)).plot(what)
    assert chart.to_dict()["$schema"].startswith("https://vega.github.io/schema/vega-lite/")


@pytest.mark.parametrize("what", PLOTS)
def test_charts_are_drawn_with_their_labels(what: _types.PlotName, notice: fenjie.Notice) -> None:
    svg = vl_convert.vegalite_to_svg(notice.plot(what).to_json())
    words = {
        "officials": "沈知行 常务副市长",
        "network": "市自然资源和规划局",
        "targets": "地区生产总值 growth ≈ 6.5 %",
    }[what]
    assert words in svg
    assert "NaN" not in svg
    assert vl_convert.vegalite_to_png(notice.plot(what).to_json()).startswith(b"\x89PNG")


@pytest.mark.parametrize("what", PLOTS)
def test_there_may_be_nothing_to_draw(what: _types.PlotName) -> None:
    assert "nothing to show" in vl_convert.vegalite_to_svg(fenjie.parse("").plot(what).to_json())


def test_bars_count_every_task(notice: fenjie.Notice) -> None:
    chart = notice.plot()
    assert isinstance(chart, alt.Chart)
    assert sum(value["tasks"] for values in chart.to_dict()["datasets"].values() for value in values) == len(
        notice.tasks
    )


def test_large_charts_are_bounded_and_say_so() -> None:
    text = "".join(f"{number}.新建公园{number}座。\n责任单位：第{number}局、乙{number}局\n" for number in range(1, 301))
    notice = fenjie.parse(text)
    network = vl_convert.vegalite_to_svg(notice.plot("network").to_json())
    assert "(the busiest 40 of 300 units a side)" in network
    targets = vl_convert.vegalite_to_svg(notice.plot("targets").to_json())
    assert "(the first 20 of 300 targets)" in targets


def test_an_absent_extra_is_named(monkeypatch: pytest.MonkeyPatch, notice: fenjie.Notice) -> None:
    monkeypatch.delitem(sys.modules, "fenjie._plot", raising=False)
    for module, extra, call in [
        ("altair", "plot", notice.plot),
        ("polars", "polars", notice.to_polars),
        ("pandas", "pandas", notice.to_pandas),
    ]:
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(ImportError, match=rf"pip install 'fenjie\[{extra}\]'"):
            call()
