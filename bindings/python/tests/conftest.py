"""What the tests share: the repository, a notice of an invented city, and what the core reads."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any, TypedDict

import fenjie
import pytest

ROOT = Path(__file__).parents[3]
NOTICES = ROOT / "examples/notices"


class Case(TypedDict):
    """A text and what the core reads from it; see `crates/fenjie-testkit/src/bin/cases.rs`."""

    name: str
    text: str
    year: int | None
    notice: str
    written: str
    quantities: str


@pytest.fixture(scope="session")
def cases() -> list[Case]:
    """The cases that every language must read alike, from the file that FENJIE_CASES names or from cargo."""
    given = os.environ.get("FENJIE_CASES")
    command = ["cargo", "run", "--quiet", "-p", "fenjie-testkit", "--bin", "cases"]
    lines = (
        Path(given).read_bytes()
        if given
        else subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    )
    # Not `splitlines`, which also splits at the rarer line breaks inside of texts.
    return [json.loads(line) for line in lines.split(b"\n") if line]


@pytest.fixture(scope="session")
def notice() -> fenjie.Notice:
    """A notice with officials, conventions, targets and doubts."""
    return fenjie.parse_file(NOTICES / "yunxi-officials.txt")


@pytest.fixture(scope="session")
def handed_out() -> fenjie.Notice:
    """A notice whose table hands figures to regions, and does not add up."""
    head = "云溪市2025年民生实事任务清单\n序号\t工作任务\t子项\t单位\t全市任务\t东湖区\t西湖区\t南山县\n"
    return fenjie.parse(
        head + "1\t新建公共停车位\t合计\t个\t1000\t600\t300\t/\n2\t改造老旧管网\t\t公里\t85.5\t40.5\t45\t\n"
    )


def every(notice: fenjie.Notice) -> dict[str, Any]:
    """All sequences of a notice, by their names."""
    return {name: getattr(notice, name) for name in fenjie.TABLES if name != "overview"}
