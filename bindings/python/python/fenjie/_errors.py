"""The exceptions of fenjie: one family, all of them `ValueError`s. A file that cannot be read is an `OSError`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os


class FenjieError(ValueError):
    """Whatever fenjie raises; the message says what is wrong and where. Parsing text raises none."""

    def __init__(self, message: str, *, path: os.PathLike[str] | None = None) -> None:
        """`path` is the file that it comes from."""
        super().__init__(message)
        self.path = path


class DecodeError(FenjieError):
    """Bytes that are no text in any encoding of Chinese, or a `str` with half a character in it.

    >>> import fenjie
    >>> try:
    ...     fenjie.parse("责任单位".encode()[:-1])
    ... except fenjie.DecodeError as error:
    ...     print(error.offset)
    9
    """

    def __init__(
        self,
        message: str,
        *,
        offset: int | None = None,
        guess: str | None = None,
        path: os.PathLike[str] | None = None,
    ) -> None:
        """`offset` is the first wrong byte (in a `str`, code point); `guess` names the encoding that it looks like."""
        super().__init__(message, path=path)
        self.offset = offset
        self.guess = guess


class FormatError(FenjieError):
    r"""A file of a kind that is not read, a damaged one, or one that unpacks to more than it may.

    >>> import fenjie
    >>> try:
    ...     fenjie.parse(b"\x89PNG\r\n\x1a\n")
    ... except fenjie.FormatError as error:
    ...     print(error.format)
    picture
    """

    def __init__(self, message: str, *, format: str | None = None, path: os.PathLike[str] | None = None) -> None:  # noqa: A002 (what it is)
        """`format` is what the file is, or begins as."""
        super().__init__(message, path=path)
        self.format = format


class DocumentError(FenjieError):
    """What should be a notice document is none, or its tables do not hold together."""


class SourceMismatchError(FenjieError):
    """The text is not the one that the notice was read from, or there is none."""


class OptionsError(FenjieError):
    """An argument has a value without sense."""


class RoundingWarning(UserWarning):
    """Numbers of a table have more decimals than its columns; the rows themselves have them exactly."""


for _public in (
    FenjieError,
    DecodeError,
    FormatError,
    DocumentError,
    SourceMismatchError,
    OptionsError,
    RoundingWarning,
):
    _public.__module__ = "fenjie"
