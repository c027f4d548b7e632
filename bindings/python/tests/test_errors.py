"""What can fail fails with an exception of one family, in clear words; text never fails."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import fenjie
import pytest
from conftest import NOTICES

TEXT = "1.新建公园3座。\n责任单位：市城管局\n"


def test_text_bytes_and_files_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "notice.txt"
    path.write_text(TEXT, encoding="utf-8")
    expected = fenjie.parse(TEXT)
    for notice in (
        fenjie.parse(TEXT.encode()),
        fenjie.parse(bytearray(TEXT.encode())),
        fenjie.parse_file(path),
        fenjie.parse_file(str(path)),
        *fenjie.parse_many([TEXT, TEXT.encode(), path]),
    ):
        assert notice == expected


@pytest.mark.parametrize("text", ["", "\0", "\ufeff1.", "\r\n" * 9, "()" * 999, "一" * 9999, "1.\ud7ff\U0010ffff"])
def test_no_text_is_refused(text: str) -> None:
    notice = fenjie.parse(text)
    assert notice.source == text
    assert notice._repr_html_()
    assert pickle.loads(pickle.dumps(notice)) == notice


def test_bytes_are_read_in_any_encoding_of_chinese() -> None:
    for encoding in ("gb18030", "utf-16-le", "utf-16-be"):
        assert fenjie.parse(TEXT.encode(encoding)).tasks == fenjie.parse(TEXT).tasks
    assert fenjie.parse(TEXT.encode("gbk"), encoding="gb2312").tasks == fenjie.parse(TEXT).tasks
    with pytest.raises(fenjie.OptionsError, match="no encoding `klingon`"):
        fenjie.parse(b"", encoding="klingon")
    with pytest.raises(fenjie.DecodeError, match="binary"):
        fenjie.parse(b"\x7fELF\x00")


def test_files_of_a_kind_that_is_not_read_say_what_to_do(tmp_path: Path) -> None:
    picture = tmp_path / "scan.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(fenjie.FormatError, match=r"scan\.png: picture: it has no text") as caught:
        fenjie.parse_file(picture)
    assert (caught.value.format, os.fspath(caught.value.path or "")) == ("picture", str(picture))
    with pytest.raises(fenjie.FormatError, match="not a whole"):
        fenjie.parse(b"%PDF-1.7\n")


def test_half_a_character_is_no_text() -> None:
    with pytest.raises(fenjie.DecodeError, match="lone surrogate at code point 2") as caught:
        fenjie.parse("市局\udc80")
    assert caught.value.offset == 2


def test_files_that_cannot_be_read_are_os_errors(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        fenjie.parse_file(tmp_path / "none.txt")
    assert caught.value.filename == str(tmp_path / "none.txt")
    with pytest.raises(IsADirectoryError):
        fenjie.parse_file(tmp_path)
    wrong = tmp_path / "wrong.txt"
    wrong.write_bytes(b"caf\xe9 au lait")
    with pytest.raises(fenjie.DecodeError, match=r"wrong\.txt: not UTF-8") as decoding:
        fenjie.parse_file(wrong)
    assert os.fspath(decoding.value.path or "") == str(wrong)


def test_arguments_without_sense_are_refused() -> None:
    for year in (1900, 99999, -1, 10**12):
        with pytest.raises(fenjie.OptionsError, match="1949 and 2199"):
            fenjie.parse(TEXT, year=year)
    with pytest.raises(fenjie.OptionsError, match="no diagnostic"):
        fenjie.explain("no-such-code")  # type: ignore[arg-type]
    with pytest.raises(fenjie.OptionsError, match="no table"):
        fenjie.parse(TEXT).table("persons")  # type: ignore[arg-type]
    with pytest.raises(fenjie.OptionsError, match="no chart"):
        fenjie.parse(TEXT).plot("pie")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="parse_file"):
        fenjie.parse(Path("notice.txt"))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not int"):
        fenjie.parse(3)  # type: ignore[arg-type]


def test_a_year_is_taken() -> None:
    assert fenjie.parse(TEXT, year=2025).parts[0].from_year == 2025
    assert fenjie.parse_many([TEXT], year=2025)[0].parts[0].to_year == 2025


def test_documents_that_do_not_hold_together_are_refused() -> None:
    notice = fenjie.parse(TEXT)
    json = notice.to_json()
    for wrong in ("", "{}", "[]", json.replace("/2", "/3"), json.replace('"unit":0', '"unit":7'), json[:-1]):
        with pytest.raises(fenjie.DocumentError):
            fenjie.Notice.from_json(wrong)
    with pytest.raises(fenjie.DocumentError, match=r"schema is `fenjie.notice/1`, but .* `fenjie.notice/2`"):
        fenjie.Notice.from_json(json.replace("/2", "/1"))
    with pytest.raises(fenjie.SourceMismatchError):
        fenjie.Notice.from_json(json, "另一份通知")
    assert fenjie.Notice.from_json(json.encode(), TEXT) == notice


def test_the_family_is_one() -> None:
    for error in (
        fenjie.DecodeError,
        fenjie.FormatError,
        fenjie.DocumentError,
        fenjie.OptionsError,
        fenjie.SourceMismatchError,
    ):
        assert issubclass(error, fenjie.FenjieError)
        assert error.__module__ == "fenjie"
    assert issubclass(fenjie.FenjieError, ValueError)


def test_exceptions_are_pickled() -> None:
    with pytest.raises(fenjie.DecodeError) as caught:
        fenjie.parse(b"\x7fELF\x00")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.offset, again.guess) == (str(caught.value), 4, None)


def test_every_example_notice_is_read() -> None:
    for path in sorted(NOTICES.glob("*.txt")):
        assert fenjie.parse_file(path).tasks, path.name
