"""Writes one notice with programs other than LibreOffice into a folder: `python build.py FOLDER`."""

import sys
import zipfile
from pathlib import Path

import documents
import page
import sheets


def main(folder: Path) -> None:
    """Writes the page, the whole notice, and the annex in every format, under names that people give to it."""
    folder.mkdir(parents=True, exist_ok=True)
    page.saved(folder / "page.html")
    documents.whole(folder / "whole.docx")
    documents.numbering(folder / "numbering.docx")
    documents.annex(folder / "附件1.docx")
    sheets.workbook(folder / "附件1：2026年实事任务分工表.xlsx")
    sheets.old_workbook(folder / "%E9%99%84%E4%BB%B61.xls")
    sheets.separated(folder / "附件_1（任务）.csv", ",", "gb18030")
    sheets.separated(folder / "2026年实事 任务分工表.csv", ",", "utf-8-sig")
    sheets.separated(folder / "附件一;分号.csv", ";", "gb18030")
    # What Excel calls Unicode text.
    sheets.separated(folder / "附件1 (2).txt", "\t", "utf-16")
    page.printed(folder / "附件1-任务分工表.pdf")
    packed(folder / "download.zip", [folder / "page.html", folder / "附件1：2026年实事任务分工表.xlsx"])


def packed(path: Path, files: list[Path]) -> None:
    """Packs files as a web site gives them to be downloaded."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files:
            archive.write(file, file.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
