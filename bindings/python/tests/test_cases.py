"""Every case of the core, read through Python: the same document, byte for byte, from the objects' attributes."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import fenjie

if TYPE_CHECKING:
    from conftest import Case


class Bytes:
    """Code points of a text as bytes of its UTF-8."""

    def __init__(self, text: str) -> None:
        self.before = [0]
        for character in text:
            self.before.append(self.before[-1] + len(character.encode()))

    def span(self, span: fenjie.Span) -> list[int]:
        return [self.before[span.start], self.before[span.end]]


def plain(value: Any) -> Any:
    """A value as the document writes it."""
    match value:
        case Decimal():
            return f"{value:f}"
        case datetime.date():
            return value.isoformat()
        case fenjie.Due(text, date, inferred):
            return {"text": text, "date": plain(date), "inferred": inferred}
        case fenjie.Row():
            return value.id  # type: ignore[attr-defined]
        case tuple():
            return list(value)
    return value


def fields(row: Any, names: str, places: Bytes | None = None) -> dict[str, Any]:
    """The attributes of those names; a name `document=attribute` has another name in Python."""
    pairs = [name.split("=") for name in names.split()]
    made = {pair[0]: plain(getattr(row, pair[-1])) for pair in pairs}
    if places is None:
        return made
    grounds = {"ground": row.ground and places.span(row.ground)} if hasattr(row, "ground") else {}
    return made | {"span": places.span(row.span)} | grounds


def counts(evidence: fenjie.Evidence) -> dict[str, Any]:
    names = "bodies labels officials quantities deadlines"
    return {name: fields(getattr(evidence, name), "found read aside unread") for name in names.split()}


def header(header: fenjie.Header, places: Bytes) -> dict[str, Any]:
    names = "title document_number issuer jurisdiction addressees signatory issued printed cc session attachments"
    names += " disclosure"
    made = fields(header, names)
    if header.document_number:
        made["document_number"] = fields(header.document_number, "text agency year serial", places)
    if header.session:
        made["session"] = fields(header.session, "text congress session", places)
    return made


TARGET = "id task indicator comparator value value_max measure kind base reference strength due within rule quote"


def document(notice: fenjie.Notice) -> dict[str, Any]:
    """The notice document, put together of the objects' attributes."""
    at = Bytes(notice.source)
    return {
        "schema": "fenjie.notice/2",
        "kind": notice.kind,
        "header": header(notice.header, at),
        "conventions": [fields(row, "rule group members quote", at) for row in notice.conventions],
        "parts": [fields(row, "id title kind from=from_year to=to_year", at) for row in notice.parts],
        "sections": [fields(row, "id part parent number title official", at) for row in notice.sections],
        "officials": [fields(row, "id name post duty", at) for row in notice.officials],
        "tasks": [fields(row, "id part official section number title text due margin", at) for row in notice.tasks],
        "units": [fields(row, "id name nameplates group") for row in notice.units],
        "assignments": [fields(row, "task unit role basis implied quote", at) for row in notice.assignments],
        "targets": [fields(row, TARGET, at) for row in notice.targets],
        "allocations": [
            fields(row, "text task item region value state measure total", at) for row in notice.allocations
        ],
        "diagnostics": [
            fields(row, "code severity message message_zh help", at)
            | {"related": [at.span(span) for span in row.related]}
            for row in notice.diagnostics
        ],
        "evidence": counts(notice.evidence),
        "blocks": [{"kind": row.kind, "span": at.span(row.span), "continues": row.continues} for row in notice.blocks],
    }


def ordered(made: dict[str, Any], like: dict[str, Any]) -> dict[str, Any]:
    """The same with the keys of the document's order, which JSON gives no meaning; a missing or new key fails."""
    assert made.keys() == like.keys()
    return {key: made[key] for key in like}


def written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def test_the_objects_say_what_the_document_says(cases: list[Case]) -> None:
    assert len(cases) > 300
    for case in cases:
        notice = fenjie.parse(case["text"], year=case["year"])
        assert notice.to_json() == case["notice"], case["name"]
        like = json.loads(case["notice"])
        made = ordered(document(notice), like)
        for table, rows in like.items():
            if isinstance(rows, list):
                assert len(rows) == len(made[table])
                made[table] = [ordered(row, other) for row, other in zip(made[table], rows, strict=True)]
        assert written(made) == case["notice"], case["name"]


def test_spans_are_the_words(cases: list[Case]) -> None:
    """Slicing the text with a span gives the very words that the bytes of the document give."""
    for case in cases:
        notice, raw = fenjie.parse(case["text"], year=case["year"]), case["text"].encode()
        like = json.loads(case["notice"])
        for table in ("parts", "sections", "officials", "tasks", "assignments", "targets", "diagnostics", "blocks"):
            for row, other in zip(getattr(notice, table), like[table], strict=True):
                start, end = other["span"]
                assert notice.source[row.span.start : row.span.end] == raw[start:end].decode(), case["name"]
                if other.get("ground"):
                    start, end = other["ground"]
                    assert notice.source[row.ground.slice] == raw[start:end].decode(), case["name"]


def test_the_canonical_text_is_the_same(cases: list[Case]) -> None:
    for case in cases:
        assert fenjie.parse(case["text"], year=case["year"]).to_text() == case["written"], case["name"]


def test_the_quantities_are_the_same(cases: list[Case]) -> None:
    for case in cases:
        at = Bytes(case["text"])
        made = [
            {"span": at.span(found.span), "number": at.span(found.number)}
            | fields(found, "value value_max comparator measure kind precision")
            for found in fenjie.quantities(case["text"])
        ]
        assert written(made) == case["quantities"], case["name"]


def test_a_document_reads_back_as_the_same_notice(cases: list[Case]) -> None:
    for case in cases:
        notice = fenjie.parse(case["text"], year=case["year"])
        assert fenjie.Notice.from_json(case["notice"], case["text"]) == notice, case["name"]
