"""The notebook of the examples runs from top to bottom, and answers its questions."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient

PATH = ROOT / "examples/notebook.ipynb"


@pytest.fixture(scope="module")
def executed() -> list[str]:
    """What each cell of code shows; an error in one ends it all."""
    notebook = nbformat.read(PATH, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(PATH.parent)}}).execute()
    return ["".join(map(shown, cell.outputs)) for cell in notebook.cells if cell.cell_type == "code"]


def shown(output: dict[str, Any]) -> str:
    assert output["output_type"] != "error"
    if output["output_type"] == "stream":
        return str(output["text"])
    return " ".join(f"{kind} {value}" for kind, value in output["data"].items())


@pytest.mark.filterwarnings("ignore")  # of the kernel's libraries
def test_the_questions_are_answered(executed: list[str]) -> None:
    everything = "\n".join(executed)
    for answer in (
        "<details",  # the notice unfolds
        "市发展改革委",  # who leads most
        "高频事项平均跑动次数",  # a limit
        "verdict='missed'",
        "tightened",
        "loosened",
        "新建口袋公园",  # is gone
        "sum-mismatch",
        "1050",  # and the sum
    ):
        assert answer in everything, answer
    charts = [cell for cell in executed if "vegaEmbed" in cell]
    assert len(charts) == 3


def test_it_is_kept_without_what_it_shows() -> None:
    notebook = nbformat.read(PATH, as_version=4)  # type: ignore[no-untyped-call]
    assert all(not cell.get("outputs") and cell.get("execution_count") is None for cell in notebook.cells)
