"""Many notices at once."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Literal, overload

from fenjie import _fenjie

if TYPE_CHECKING:
    from collections.abc import Iterable

    from fenjie._fenjie import Notice
    from fenjie._types import Item, Items, OnError, Progress


@overload
def parse_many(
    items: Iterable[Item],
    *,
    threads: int | None = None,
    year: int | None = None,
    encoding: str | None = None,
    on_error: Literal["raise", "skip"] = "raise",
    progress: bool | Progress = False,
) -> list[Notice]: ...
@overload
def parse_many(
    items: Iterable[Item],
    *,
    threads: int | None = None,
    year: int | None = None,
    encoding: str | None = None,
    on_error: Literal["return"],
    progress: bool | Progress = False,
) -> list[Notice | Exception]: ...
def parse_many(
    items: Iterable[Item],
    *,
    threads: int | None = None,
    year: int | None = None,
    encoding: str | None = None,
    on_error: OnError = "raise",
    progress: bool | Progress = False,
) -> list[Notice] | list[Notice | Exception]:
    r"""Read many notices in parallel, and give them back in order.

    A `str` is the text of a notice, `bytes` what its file holds, an `os.PathLike` or an open file its file, of any kind
    that `parse_file` reads; `encoding` is that of files that do not say it themselves. `threads` is the number of
    processors if not given. `on_error` says what becomes of an item that is no notice: `raise` ends it all, `skip`
    leaves the item out, `return` puts the exception in its place. `progress` shows a bar (tqdm's, where it is
    installed), or is called with how many are done and how many there are.

    It runs without the interpreter's lock; Ctrl-C ends it at once.

    >>> import fenjie
    >>> texts = ["1.新建公园3座。\n责任单位：市城管局\n", b"\x89PNG\r\n\x1a\n"]
    >>> first, second = fenjie.parse_many(texts, on_error="return")
    >>> first.tasks[0].text, type(second).__name__
    ('新建公园3座。', 'FormatError')
    """
    if isinstance(items, str | bytes | bytearray | os.PathLike):
        raise TypeError("parse_many reads many items; give it a list of them")
    listed: Items = list(items)
    if progress is False or progress is None:
        return _fenjie.parse_many(listed, threads, year, encoding, on_error, None)
    if callable(progress):
        return _fenjie.parse_many(listed, threads, year, encoding, on_error, progress)
    with _Bar(len(listed)) as bar:
        return _fenjie.parse_many(listed, threads, year, encoding, on_error, bar)


class _Bar:
    """The bar of tqdm, or a line of our own where that is not installed."""

    def __init__(self, total: int) -> None:
        try:
            from tqdm.auto import tqdm  # noqa: PLC0415 (an extra)
        except ImportError:
            self._bar = None
        else:
            self._bar = tqdm(total=total, unit="notice")

    def __call__(self, done: int, total: int) -> None:
        if self._bar is None:
            sys.stderr.write(f"\r{done}/{total}")
            sys.stderr.flush()
        else:
            self._bar.update(done - self._bar.n)

    def __enter__(self) -> _Bar:  # noqa: PYI034 (Self is of Python 3.11)
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is None:
            sys.stderr.write("\n")
        else:
            self._bar.close()
