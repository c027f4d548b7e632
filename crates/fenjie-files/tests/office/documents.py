"""Word files with what LibreOffice does not write: lists of all forms, changes, boxes, notes, controls."""

from pathlib import Path

import docx
from docx.opc.constants import RELATIONSHIP_TYPE

import notice
from notice import INDICATORS, TASKS, Task
from wordml import (
    add_notes,
    add_style,
    cell,
    changed,
    control,
    deleted,
    fill,
    in_list,
    inserted,
    level,
    lists,
    note,
    paragraph,
    row,
    run,
    style,
    symbol,
    table,
    text_box,
)

SOFT_HYPHEN = "<w:r><w:softHyphen/></w:r>"


def whole(path: Path) -> None:
    """The whole notice in paragraphs, numbered by the styles they have."""
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "内部资料"
    section.footer.paragraphs[0].text = "— 1 —"
    sections = level(0, "chineseCounting", "%1、", style("Section"))
    items = level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>' + style("Item"))
    lists(document, {1: sections + items}, {1: (1, "")})
    add_style(document, "Section", in_list(1).replace('<w:ilvl w:val="0"/>', ""))
    add_style(document, "Item", in_list(1, 1))
    add_notes(document, ["以交工验收为准。", "学位按标准班额计。"])
    link = document.part.relate_to("https://tanghe.invalid/", RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    fill(document, front(link) + "".join(tasks()))
    document.save(str(path))


def front(link: str) -> str:
    """Title, number, addressees, the rule and the date."""
    before, after = notice.TITLE.split("实事")
    title = run(before) + SOFT_HYPHEN + run("实事" + after)
    rule = (
        run("县里")
        + deleted("去年")
        + inserted(run("今年"))
        + run("要办的事已经定下，")
        + f'<w:hyperlink r:id="{link}">{run("政务公开栏")}</w:hyperlink>'
        + run(f"一并登载。{notice.RULE}。")
    )
    return "".join(
        [
            paragraph(text_box(paragraph(run(notice.NUMBER))) + title, '<w:jc w:val="center"/>'),
            paragraph(run(notice.ADDRESSEES)),
            paragraph(rule),
            paragraph(run(notice.OFFICE)),
            control(paragraph(run(notice.DAY)), "<w:date/>"),
            paragraph(symbol("Wingdings", "F0FE") + run("主动公开")),
        ]
    )


def tasks() -> list[str]:
    """The sections and their tasks: one is put in, one taken out, and one moved up."""
    first, second, third, fourth, fifth = TASKS
    gone = style("Item") + changed("del")
    left = style("Item") + changed("moveFrom")
    moved = item(second)
    return [
        paragraph(run(first.kind), style("Section")),
        paragraph(item(first, note(1)), style("Item")),
        paragraph(f"<w:moveTo w:id='8' w:author='文印室'>{moved}</w:moveTo>", style("Item") + changed("moveTo")),
        paragraph(deleted("新建码头2座。"), gone),
        paragraph(run(third.kind), style("Section")),
        paragraph(inserted(item(third, note(2))), style("Item") + changed("ins")),
        paragraph(deleted(second.words, "moveFrom"), left),
        paragraph(item(fourth), style("Item")),
        paragraph(item(fifth) + control(run("单击此处输入文字。"), "<w:showingPlcHdr/>"), style("Item")),
    ]


def item(task: Task, mark: str = "") -> str:
    """A task and in a bracket who answers; `≥` comes from the font of symbols."""
    before, sign, after = task.words.partition("≥")
    words = run(before) + (symbol("Symbol", "F0B3") if sign else "") + run(after)
    units = "、".join(task.units)
    return words + mark + run(f"（责任领导：{task.post}{task.name}；责任单位：{units}；完成时限：{notice.due(task)}）")


def annex(path: Path) -> None:
    """The tables, without the title that the notice announces."""
    document = docx.Document()
    lists(document, {1: level(0, "decimal", "%1")}, {1: (1, ""), 2: (1, start(1))})
    add_notes(document, ["含续建项目。"])
    fill(document, duties() + paragraph(run("主要指标")) + indicators() + paragraph(""))
    document.save(str(path))


def start(number: int) -> str:
    """Lets a list begin at a number of its own."""
    return f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{number}"/></w:lvlOverride>'


def duties() -> str:
    """The table of the tasks: a head of two rows, merged cells, a table in a cell, rows put in and taken out."""
    begin, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    number, kind, words, official, units, until = notice.HEAD
    rows = [
        row(
            *[cell(name, begin) for name in (number, kind, words)],
            cell("责任", '<w:gridSpan w:val="2"/>'),
            cell(until, begin),
        ),
        row(cell("", on), cell("", on), cell("", on), cell(official), cell(units), cell("", on)),
    ]
    above = ""
    for task in TASKS:
        merge, above = on if task.kind == above else begin, task.kind
        rows.append(
            row(
                cell(paragraph("", in_list(1))),
                cell(task.kind if merge == begin else "", merge),
                cell(paragraph(run(task.words) + (note(1) if task is TASKS[0] else ""))),
                cell(paragraph(run(task.post)) + paragraph(run(task.name)) if merge == begin else "", merge),
                cell(answering(task)),
                control(cell(notice.due(task)), "<w:text/>"),
                properties='<w:ins w:id="7" w:author="文印室"/>' if task is TASKS[1] else "",
            )
        )
    gone = row(
        *[cell(paragraph(deleted(name))) for name in notice.HEAD], properties='<w:del w:id="6" w:author="文印室"/>'
    )
    remark = row(cell("注：时限均含当月。", '<w:gridSpan w:val="4"/>'), properties='<w:gridBefore w:val="2"/>')
    return table(*rows[:4], gone, *rows[4:], remark)


def answering(task: Task) -> str:
    """The bodies that answer: a paragraph each, or once a table of their own."""
    if task is TASKS[2]:
        return table(*[row(cell(unit), cell("")) for unit in task.units]) + paragraph("")
    return "".join(paragraph(run(unit)) for unit in task.units)


def indicators() -> str:
    """The table of the indicators."""
    rows = [
        row(cell(paragraph("", in_list(2))), cell(one.name), cell(f"{one.share:.1%}"), cell("、".join(one.units)))
        for one in INDICATORS
    ]
    return table(row(*[cell(name) for name in notice.INDICATOR_HEAD]), *rows)


def numbering(path: Path) -> None:
    """How to fill in the table: lists of every form."""
    document = docx.Document()
    chinese = level(0, "chineseCountingThousand", "（%1）") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    digits = level(0, "decimal", "%1", '<w:suff w:val="space"/>') + level(1, "decimal", "%1.%2")
    circles = level(0, "decimalEnclosedCircleChinese", "%1", '<w:suff w:val="nothing"/>')
    lists(
        document,
        {1: chinese, 2: digits, 3: circles, 4: level(0, "bullet", "")},
        {1: (1, ""), 2: (2, ""), 3: (2, start(4)), 4: (3, ""), 5: (4, "")},
    )
    places = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1), (2, 0), (2, 1), (3, 0), (3, 1), (2, 0), (4, 0), (4, 0), (5, 0)]
    lines = [paragraph(run(f"填表说明{at}"), in_list(*place)) for at, place in enumerate(places)]
    fill(document, "".join(lines))
    document.save(str(path))
