"""Many notices at once: in order, in parallel, to be interrupted, with no memory left behind."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from typing import TYPE_CHECKING, Any

import fenjie
import pytest
from conftest import NOTICES

if TYPE_CHECKING:
    import os
    from pathlib import Path

TEXTS = [f"1.新建公园{number}座。\n责任单位：市城管局\n" for number in range(300)]


@pytest.mark.parametrize("threads", [None, 1, 2, 7, 1000])
def test_the_order_is_kept(threads: int | None) -> None:
    notices = fenjie.parse_many(TEXTS, threads=threads)
    assert [notice.source for notice in notices] == TEXTS
    assert notices == [fenjie.parse(text) for text in TEXTS]


def test_any_iterable_is_read() -> None:
    assert len(fenjie.parse_many(iter(TEXTS))) == len(TEXTS)
    assert fenjie.parse_many([]) == []
    assert fenjie.parse_many(NOTICES.glob("*.txt")) == [fenjie.parse_file(path) for path in NOTICES.glob("*.txt")]


def test_a_string_is_not_a_list_of_texts() -> None:
    strange: list[Any] = ["1.新建公园3座。", b"1.", NOTICES]
    for items in strange:
        with pytest.raises(TypeError, match="a list"):
            fenjie.parse_many(items)
    with pytest.raises(TypeError, match="not int"):
        fenjie.parse_many([1])  # type: ignore[list-item]


def test_bad_items_are_raised_left_out_or_returned(tmp_path: Path) -> None:
    missing = tmp_path / "missing.txt"
    items: list[str | bytes | os.PathLike[str]] = [TEXTS[0], b"\x89PNG\r\n\x1a\n", missing, TEXTS[1]]
    with pytest.raises((fenjie.FormatError, FileNotFoundError)):
        fenjie.parse_many(items)
    assert [notice.source for notice in fenjie.parse_many(items, on_error="skip")] == TEXTS[:2]
    first, wrong, none, last = fenjie.parse_many(items, on_error="return")
    assert isinstance(first, fenjie.Notice)
    assert isinstance(last, fenjie.Notice)
    assert isinstance(wrong, fenjie.FormatError)
    assert isinstance(none, FileNotFoundError)
    assert none.filename == str(missing)


def test_options_without_sense_are_refused() -> None:
    with pytest.raises(fenjie.OptionsError, match="threads"):
        fenjie.parse_many(TEXTS, threads=0)
    with pytest.raises(fenjie.OptionsError, match="on_error"):
        fenjie.parse_many(TEXTS, on_error="ignore")  # type: ignore[call-overload]
    with pytest.raises(fenjie.OptionsError, match="year"):
        fenjie.parse_many(TEXTS, year=3)


def test_progress_is_told_to_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    told: list[tuple[int, int]] = []
    fenjie.parse_many(TEXTS, progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (300, 300)
    assert told == sorted(set(told))
    fenjie.parse_many(TEXTS, progress=True)
    assert "300/300" in capsys.readouterr().err


def test_progress_works_without_tqdm(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm.auto", None)
    fenjie.parse_many(TEXTS, progress=True)
    assert capsys.readouterr().err.endswith("\r300/300\n")


def test_an_exception_of_the_callback_ends_it() -> None:
    def fail(_done: int, _total: int) -> None:
        raise RuntimeError("enough")

    with pytest.raises(RuntimeError, match="enough"):
        fenjie.parse_many(TEXTS, progress=fail)


def test_other_threads_of_python_run_meanwhile() -> None:
    """While a long text is read, Python goes on: the lock is not held."""
    counted, end = [0], threading.Event()

    def count() -> None:
        while not end.is_set():
            counted[0] += 1
            time.sleep(0.001)

    thread = threading.Thread(target=count)
    thread.start()
    try:
        fenjie.parse("".join(TEXTS) * 100)
        after_parse = counted[0]
        fenjie.parse_many(["".join(TEXTS) * 50] * 2)
    finally:
        end.set()
        thread.join()
    assert after_parse > 3
    assert counted[0] > after_parse + 3


INTERRUPTED = """
import os, signal, threading, time, fenjie
text = "1.新建公园3座。\\n责任单位：市城管局\\n" * 20_000
begin = []
def interrupt():
    time.sleep(0.5)
    begin.append(time.monotonic())
    os.kill(os.getpid(), signal.SIGINT)
threading.Thread(target=interrupt).start()
try:
    fenjie.parse_many([text] * 1000, threads=2)
except KeyboardInterrupt:
    print(time.monotonic() - begin[0])
    print(fenjie.parse("1.新建公园3座。\\n责任单位：市城管局").tasks[0].text)
"""


def test_an_interruption_stops_it() -> None:
    """Where it waited for all texts, it would take minutes and run into the time limit."""
    run = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, timeout=60, check=True)
    seconds, text = run.stdout.splitlines()
    assert float(seconds) < 10
    assert text == "新建公园3座。"


# The most memory that a process ever had, in KiB, does not shrink: growth shows.
GROWTH = """
import resource, sys, fenjie
text = "一、周明副市长牵头\\n1.新建公园3座以上。\\n责任单位：市城管局、市财政局\\n" * 3
def use(times):
    for _ in range(times):
        notice = fenjie.parse(text)
        for task in notice.tasks:
            task.leads, task.targets[0].value, task.span, hash(task)
        notice.header, notice.source
def resident():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
use(1000)
before = resident()
use(int(sys.argv[1]))
notices = None
for _ in range(20):
    notices = fenjie.parse_many([text] * 100, threads=2)
print(resident() - before)
"""


def test_memory_stays_flat() -> None:
    """A kilobyte kept of each of 10 000 parses would be 10 000 KiB."""
    run = subprocess.run([sys.executable, "-c", GROWTH, "10000"], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 6000
