"""Many notices as one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from fenjie import _fenjie
from fenjie._errors import OptionsError
from fenjie._fenjie import Notice
from fenjie._many import parse_many

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable

    import pandas as pd
    import polars as pl

    from fenjie._fenjie import Table
    from fenjie._types import TableName


class Corpus(Sequence[Notice]):
    r"""Notices with names; their tables are one table with a `notice` column in front.

    >>> import fenjie
    >>> texts = {
    ...     "yunxi": "1.新建公园3座。\n责任单位：市城管局\n",
    ...     "qinglan": "1.修缮老桥5座。\n责任单位：市交通局\n",
    ... }
    >>> corpus = fenjie.Corpus(fenjie.parse_many(texts.values()), names=texts)
    >>> corpus
    <Corpus of 2 notices: yunxi, qinglan>
    >>> corpus.to_polars("targets").select("notice", "indicator", "value").rows()
    [('yunxi', '新建公园', Decimal('3.000000000')), ('qinglan', '修缮老桥', Decimal('5.000000000'))]
    """

    def __init__(self, notices: Iterable[Notice], names: Iterable[str] | None = None) -> None:
        """Without names, the notices are named by their position. Raises `OptionsError` where a name is there twice."""
        self._notices = tuple(notices)
        self._names = tuple(names) if names is not None else tuple(str(at) for at in range(len(self._notices)))
        if len(self._names) != len(self._notices):
            raise OptionsError(f"{len(self._notices)} notices have {len(self._names)} names")
        if len(set(self._names)) != len(self._names):
            raise OptionsError("two notices have one name; every name must be another")

    @classmethod
    def read(
        cls,
        folder: str | os.PathLike[str],
        pattern: str = "*.txt",
        *,
        threads: int | None = None,
        year: int | None = None,
        encoding: str | None = None,
        on_error: Literal["raise", "skip"] = "raise",
        progress: bool | Callable[[int, int], object] = False,
    ) -> Corpus:
        r"""Read the files of a folder that fit the pattern, in order of their names, and name each by its path in it.

        Raises what `parse_many` raises, and `FileNotFoundError` where there is no such folder. With `on_error="skip"`
        a file that cannot be read is left out; `names` has those that were read.

        >>> import fenjie, pathlib, tempfile
        >>> folder = pathlib.Path(tempfile.mkdtemp())
        >>> _ = (folder / "yunxi.txt").write_text("1.新建公园3座。\n责任单位：市城管局\n", encoding="utf-8")
        >>> fenjie.Corpus.read(folder)
        <Corpus of 1 notice: yunxi>
        """
        root = Path(folder)
        if not root.is_dir():
            raise FileNotFoundError(2, "No such folder", str(root))
        paths = sorted(path for path in root.glob(pattern) if path.is_file())
        relative = [path.relative_to(root) for path in paths]
        stems = [path.with_suffix("").as_posix() for path in relative]
        # Two files that differ in their suffix alone keep it.
        names = stems if len(set(stems)) == len(stems) else [path.as_posix() for path in relative]
        if on_error == "raise":
            return cls(parse_many(paths, threads=threads, year=year, encoding=encoding, progress=progress), names)
        outcomes = parse_many(
            paths, threads=threads, year=year, encoding=encoding, on_error="return", progress=progress
        )
        read = [(outcome, name) for outcome, name in zip(outcomes, names, strict=True) if isinstance(outcome, Notice)]
        return cls((notice for notice, _ in read), (name for _, name in read))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the notices, in order."""
        return self._names

    def table(self, name: TableName = "overview") -> Table:
        """One table over all notices, with the column `notice` in front; ids count within each notice."""
        return _fenjie.table(name, self._notices, self._names)

    def to_pandas(self, name: TableName = "overview") -> pd.DataFrame:
        """The same as a pandas data frame; needs `fenjie[pandas]`."""
        return self.table(name).to_pandas()

    def to_polars(self, name: TableName = "overview") -> pl.DataFrame:
        """The same as a polars data frame; needs `fenjie[polars]`."""
        return self.table(name).to_polars()

    def __len__(self) -> int:
        return len(self._notices)

    @overload
    def __getitem__(self, index: int | str) -> Notice: ...
    @overload
    def __getitem__(self, index: slice) -> Corpus: ...
    def __getitem__(self, index: int | str | slice) -> Notice | Corpus:
        """A notice by position or name; the corpus of a slice."""
        if isinstance(index, slice):
            return Corpus(self._notices[index], self._names[index])
        if isinstance(index, str):
            if index not in self._names:
                raise KeyError(index)
            index = self._names.index(index)
        return self._notices[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Corpus):
            return NotImplemented
        return (self._names, self._notices) == (other._names, other._notices)

    def __hash__(self) -> int:
        return hash((self._names, self._notices))

    def __repr__(self) -> str:
        shown = ", ".join(self._names[:8]) + (" …" if len(self) > 8 else "")
        return f"<Corpus of {len(self)} notice{'' if len(self) == 1 else 's'}: {shown}>"


Corpus.__module__ = "fenjie"
