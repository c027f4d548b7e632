//! A notice as a document: written, read back, and given its text again.

use std::fs;
use std::path::{Path, PathBuf};

use fenjie::{Notice, Span, parse};

/// The example notices.
fn examples() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/notices");
    let paths =
        fs::read_dir(folder).expect("the examples are there").map(|entry| entry.expect("it can be read").path());
    let texts = paths.filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.map(|path| (path.clone(), fs::read_to_string(path).expect("it is text"))).collect()
}

#[test]
fn a_notice_survives_being_written_and_read() {
    assert!(examples().len() > 3);
    for (path, text) in examples() {
        let notice = parse(&text);
        let json = serde_json::to_string(&notice).unwrap();
        let read: Notice = serde_json::from_str(&json).unwrap();
        let read = read.with_source(text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(read, notice, "{}", path.display());
    }
}

#[test]
fn another_text_is_refused() {
    for (path, text) in examples() {
        let refused = |other: String| parse(&text).with_source(other).is_err();
        assert!(refused(text.replace('\n', "\r\n")), "{}", path.display());
        assert!(refused(format!(" {text}")), "{}", path.display());
        assert!(refused("x".repeat(text.len())), "{}", path.display());
    }
}

#[test]
fn a_document_of_another_schema_is_refused() {
    let json = serde_json::to_string(&parse("")).unwrap();
    // The first one kept the number of a task's heading in its place.
    for schema in ["fenjie.notice/1", "fenjie.notice/999"] {
        let other = json.replace(fenjie::SCHEMA, schema);
        let error = serde_json::from_str::<Notice>(&other).map_err(fenjie::Error::document).unwrap_err();
        assert!(matches!(error, fenjie::Error::Document { .. }));
        let error = error.to_string();
        assert!(error.contains(schema) && error.contains(fenjie::SCHEMA), "{error}");
    }
}

#[test]
fn every_line_is_covered() {
    for (path, text) in examples() {
        let coverage = parse(&text).coverage();
        assert_eq!(coverage.total().bytes, text.len() as u64, "{}", path.display());
        assert_eq!(coverage.total().lines, text.lines().count() as u64, "{}", path.display());
    }
}

/// A document with the fields of the contract and no others: those that were added since may be missing.
const CONTRACT: &str = r#"{
  "schema": "fenjie.notice/2",
  "kind": "breakdown",
  "header": {
    "title": "云溪市人民政府办公室印发2025年任务分工的通知",
    "document_number": {"text": "云政办发〔2025〕7号", "agency": "云政办发", "year": 2025, "serial": 7},
    "issuer": "云溪市人民政府办公室", "jurisdiction": "云溪市",
    "addressees": "各县（市、区）人民政府，市政府直属各单位",
    "signatory": "云溪市人民政府办公室", "issued": "2025-03-04", "printed": "2025-03-07",
    "cc": "市委各部门", "attachments": [], "disclosure": null
  },
  "conventions": [
    {"rule": "first_listed_leads", "quote": "列第一位的为牵头单位，下同", "span": [310, 349]},
    {"rule": "group_includes", "group": "各区县政府", "members": ["云湖新区管委会"], "quote": "…", "span": [280, 330]}
  ],
  "parts": [{"id": 0, "title": "2025年任务分工", "kind": "key_work", "from": 2025, "to": 2025, "span": [250, 4100]}],
  "sections": [{"id": 0, "part": 0, "parent": null, "number": "一", "title": "周明常务副市长主抓", "official": 0, "span": [330, 360]}],
  "officials": [{"id": 0, "name": "周明", "post": "常务副市长", "duty": "主抓"}],
  "tasks": [{"id": 0, "part": 0, "official": 0, "section": 0, "number": "1", "title": null,
             "text": "固定资产投资增长5％左右，新增社会融资200亿元以上。", "due": null, "span": [350, 420]}],
  "units": [{"id": 0, "name": "市发展改革委", "nameplates": [], "group": false},
            {"id": 1, "name": "市政务办", "nameplates": ["市公管办"], "group": false}],
  "assignments": [{"task": 0, "unit": 0, "role": "lead", "basis": "first_listed", "implied": false, "quote": "市发展改革委", "span": [436, 454]},
                  {"task": 0, "unit": 1, "role": "participant", "basis": "first_listed", "implied": false, "quote": "市政务办（市公管办）", "span": [457, 487]}],
  "targets": [{"id": 0, "task": 0, "indicator": "固定资产投资", "comparator": "approx", "value": "5", "value_max": null, "measure": "%", "kind": "growth",
               "base": null, "reference": null, "strength": null, "due": {"text": null, "date": "2025-12-31", "inferred": true}, "within": null,
               "quote": "固定资产投资增长5％左右", "span": [350, 384]},
              {"id": 1, "task": 0, "indicator": "新增社会融资", "comparator": "ge", "value": "20000000000", "value_max": null, "measure": "元", "kind": "level",
               "base": null, "reference": null, "strength": null, "due": {"text": null, "date": "2025-12-31", "inferred": true}, "within": null,
               "quote": "新增社会融资200亿元以上", "span": [387, 420]}],
  "allocations": [{"text": "新建公共停车位1000个以上", "task": null, "item": null, "region": "东湖区", "value": "320", "state": "given", "measure": "个", "total": "1000", "span": [0, 0]}],
  "diagnostics": [{"code": "misprinted-label", "severity": "warning", "message": "`任单位` is read as `责任单位`", "span": [0, 0]}]
}"#;

#[test]
fn a_document_with_the_fields_of_the_contract_alone_is_read() {
    let notice: Notice = serde_json::from_str(CONTRACT).unwrap();
    assert_eq!(notice.check_references(), Ok(()));
    assert_eq!(notice.header.document_number.as_ref().unwrap().serial, 7);
    assert_eq!(notice.conventions.iter().map(|row| row.members.len()).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(notice.targets().next().unwrap().why().rule, "stated");
    assert_eq!(notice.assignments[0].basis, fenjie::Basis::FirstListed);
    assert_eq!(notice.allocations[0].total, Some(1000.into()));
    assert_eq!((notice.diagnostics[0].message_zh.as_str(), notice.diagnostics[0].related.len()), ("", 0));
    let written = serde_json::to_string(&notice).unwrap();
    assert_eq!(serde_json::from_str::<Notice>(&written).unwrap(), notice);
}

#[test]
fn what_is_written_holds_every_field_of_the_contract() {
    let contract: serde_json::Value = serde_json::from_str(CONTRACT).unwrap();
    let notice: Notice = serde_json::from_str(CONTRACT).unwrap();
    let written = serde_json::to_value(&notice).unwrap();
    holds(&contract, &written, "");
}

/// Whether every field of `contract` is in `written` with the same value.
fn holds(contract: &serde_json::Value, written: &serde_json::Value, path: &str) {
    use serde_json::Value;
    match (contract, written) {
        (Value::Object(contract), Value::Object(written)) => {
            for (key, value) in contract {
                holds(value, written.get(key).unwrap_or(&Value::Null), &format!("{path}/{key}"));
            }
        }
        (Value::Array(contract), Value::Array(written)) => {
            assert_eq!(contract.len(), written.len(), "{path}");
            contract.iter().zip(written).for_each(|(contract, written)| holds(contract, written, path));
        }
        _ => assert_eq!(contract, written, "{path}"),
    }
}

#[test]
fn a_document_without_blocks_gets_its_text_back() {
    let text = "云溪市2025年任务分解\n1.新建公园3座。\n责任单位：市城管局\n";
    let mut document = serde_json::to_value(parse(text)).unwrap();
    document.as_object_mut().unwrap().remove("blocks");
    let bare: Notice = serde_json::from_value(document).unwrap();
    assert_eq!(bare.clone().with_source(text).unwrap().source, text);
    assert!(bare.with_source(text.replace("责任单位：", "")).is_err());
    assert!(parse("").with_source(text).is_err());
}

#[test]
fn every_span_of_a_document_is_among_its_spans() {
    let contract = serde_json::from_str::<Notice>(CONTRACT).unwrap();
    let mut found = std::collections::BTreeSet::new();
    for mut notice in examples().iter().map(|(_, text)| parse(text)).chain([contract]) {
        let written = pairs(&serde_json::to_value(&notice).unwrap());
        assert_eq!(notice.spans().count(), written.len());
        notice.spans_mut().for_each(|span| *span = Span::new(7, 7));
        assert!(notice.spans().all(|span| span == Span::new(7, 7)));
        let marked = pairs(&serde_json::to_value(&notice).unwrap());
        assert!(marked.iter().all(|(_, span)| *span == [7, 7]), "{marked:?}");
        found.extend(marked.into_iter().map(|(path, _)| path));
    }
    // All of these were really there to be forgotten.
    let tables = ["conventions", "parts", "officials", "tasks", "assignments", "targets", "allocations", "diagnostics"];
    let more = ["blocks", "document_number", "related"];
    for name in tables.iter().chain(&more) {
        assert!(found.iter().any(|path| path.contains(name)), "{name}: {found:?}");
    }
}

/// Every pair of numbers in a document, and nothing but a span is one; with the names of the keys that lead there.
fn pairs(value: &serde_json::Value) -> Vec<(String, [u64; 2])> {
    use serde_json::Value;
    let below = |name: &str, value: &Value| {
        let named = |(path, span)| (format!("{name}/{path}"), span);
        pairs(value).into_iter().map(named).collect::<Vec<_>>()
    };
    match value {
        Value::Object(fields) => fields.iter().flat_map(|(name, value)| below(name, value)).collect(),
        Value::Array(values) => match values.iter().map(Value::as_u64).collect::<Option<Vec<_>>>().as_deref() {
            Some(&[start, end]) => vec![(String::new(), [start, end])],
            _ => values.iter().flat_map(pairs).collect(),
        },
        _ => vec![],
    }
}
