"""Workbooks of openpyxl and xlwt, and what Excel saves as text."""

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import xlwt
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.worksheet.worksheet import Worksheet

import notice
from notice import INDICATORS, TASKS, Task

MONTH = 'yyyy"年"m"月"'
SHARE = "0.0%"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
FIRST = 5
"""The row of the first task, as Excel counts."""


def workbook(path: Path) -> None:
    """A workbook: a title over the table, a head of two rows, merged cells, and a second table below."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    sheet: Worksheet = book.create_sheet("任务分工")
    head(sheet)
    for at, task in enumerate(TASKS):
        duty(sheet, FIRST + at, task)
    for rows in merged():
        for column in "BD":
            sheet.merge_cells(f"{column}{rows[0]}:{column}{rows[1]}")
    indicators(sheet, FIRST + len(TASKS) + 1)
    # A filter leaves a row out of sight, and a person the column of remarks.
    sheet.row_dimensions[FIRST + 2].hidden = True
    sheet["G4"], sheet["G5"] = "内部备注", "待核"
    sheet.column_dimensions["G"].hidden = True
    book.create_sheet("旧稿").append(["序号", "工作任务", "责任单位"])
    book["旧稿"].sheet_state = "hidden"
    book.create_sheet("空表")
    book.save(path)
    as_excel_saves(path)


def head(sheet: Worksheet) -> None:
    """The title, a remark, and the head of two rows."""
    sheet["A1"] = f"{notice.COUNTY}{notice.ATTACHMENTS[0]}"
    sheet.merge_cells("A1:F1")
    sheet["A2"] = f"制表：{notice.OFFICE}"
    sheet.merge_cells("A2:F2")
    for column, name in zip("ABCDEF", notice.HEAD, strict=True):
        sheet[f"{column}{4 if column in 'DE' else 3}"] = name
        if column not in "DE":
            sheet.merge_cells(f"{column}3:{column}4")
    sheet["D3"] = "责任"
    sheet.merge_cells("D3:E3")


def duty(sheet: Worksheet, at: int, task: Task) -> None:
    """A task: its number is computed from the one above it."""
    sheet[f"A{at}"] = 1 if at == FIRST else f"=A{at - 1}+1"
    sheet[f"B{at}"] = task.kind
    bold = TextBlock(InlineFont(b=True), task.words[:4])
    sheet[f"C{at}"] = CellRichText(bold, task.words[4:])
    sheet[f"D{at}"] = f"{task.post}\n{task.name}"
    sheet[f"E{at}"] = "\n".join(task.units)
    sheet[f"F{at}"] = date(2026, task.month, 1)
    sheet[f"F{at}"].number_format = MONTH


def indicators(sheet: Worksheet, top: int) -> None:
    """The indicators below: numbers as text, and shares as numbers."""
    sheet.cell(top, 1, "主要指标")
    sheet.merge_cells(start_row=top, start_column=1, end_row=top, end_column=4)
    for column, name in enumerate(notice.INDICATOR_HEAD, 1):
        sheet.cell(top + 1, column, name)
    for row, one in enumerate(INDICATORS, 1):
        sheet.cell(top + 1 + row, 1, str(row)).data_type = "s"
        sheet.cell(top + 1 + row, 2, one.name)
        sheet.cell(top + 1 + row, 3, one.share).number_format = SHARE
        sheet.cell(top + 1 + row, 4, "、".join(one.units))


def merged() -> list[tuple[int, int]]:
    """The rows of the tasks that are of one kind."""
    kinds = [task.kind for task in TASKS]
    places = {kind: kinds.index(kind) for kind in kinds}
    return [(FIRST + at, FIRST + at + kinds.count(kind) - 1) for kind, at in places.items()]


def as_excel_saves(path: Path) -> None:
    """Puts in what openpyxl leaves out: the values of formulas, and a shared string with its pronunciation."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name).decode() for name in file.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    for at in range(1, len(TASKS)):
        formula = f"<f>A{FIRST + at - 1}+1</f>"
        sheet = sheet.replace(f"{formula}<v></v>", f"{formula}<v>{at + 1}</v>")
    shared = '<c r="B3" t="s"><v>0</v></c>'
    parts["xl/worksheets/sheet1.xml"] = re.sub(r'<c r="B3" t="inlineStr">.*?</c>', shared, sheet)
    spoken = '<rPh sb="0" eb="2"><t>lèi bié</t></rPh><phoneticPr fontId="1"/>'
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si><t>{notice.HEAD[1]}</t>{spoken}</si></sst>'
    relation = f'<Relationship Id="strings" Type="{RELATION}" Target="sharedStrings.xml"/></Relationships>'
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace("</Relationships>", relation)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)


def old_workbook(path: Path) -> None:
    """A workbook of Excel 97: the tasks on one sheet, the indicators on another."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("任务分工")
    sheet.write_merge(0, 0, 0, 5, f"{notice.COUNTY}{notice.ATTACHMENTS[0]}")
    for column, name in enumerate(notice.HEAD):
        sheet.write(1, column, name)
    month = xlwt.easyxf(num_format_str=MONTH)
    for at, task in enumerate(TASKS):
        sheet.write(2 + at, 0, at + 1)
        sheet.write_rich_text(2 + at, 2, [(task.words[:4], xlwt.easyfont("bold on")), task.words[4:]])
        sheet.write(2 + at, 4, "\n".join(task.units))
        sheet.write(2 + at, 5, date(2026, task.month, 1), month)
    for first, last in merged():
        task = TASKS[first - FIRST]
        sheet.write_merge(first - 3, last - 3, 1, 1, task.kind)
        sheet.write_merge(first - 3, last - 3, 3, 3, f"{task.post}\n{task.name}")
    other = book.add_sheet("主要指标")
    for column, name in enumerate(notice.INDICATOR_HEAD):
        other.write(0, column, name)
    for row, one in enumerate(INDICATORS, 1):
        other.write(row, 0, str(row))
        other.write(row, 1, one.name)
        other.write(row, 2, one.share, xlwt.easyxf(num_format_str=SHARE))
        other.write(row, 3, "、".join(one.units))
    book.add_sheet("旧稿").visibility = 1
    book.save(str(path))


def separated(path: Path, separator: str, encoding: str) -> None:
    """What Excel saves as text: a title, and the tasks with every cell filled in."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, delimiter=separator)
    writer.writerow([f"{notice.COUNTY}{notice.ATTACHMENTS[0]}", *[""] * (len(notice.HEAD) - 1)])
    writer.writerow(notice.HEAD)
    for at, task in enumerate(TASKS, 1):
        official = f"{task.post}\n{task.name}"
        writer.writerow([at, task.kind, task.words, official, "、".join(task.units), notice.due(task)])
    path.write_bytes(lines.getvalue().encode(encoding))
