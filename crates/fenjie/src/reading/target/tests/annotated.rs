//! Reads the task texts of a JSON file and writes what was read as a parse, for scoring by other means.
//!
//! `FENJIE_TASKS=tasks.json FENJIE_PARSE=parse.json cargo test annotated -- --ignored`; the file has the shape
//! `{"tasks": [{"part": "…", "part_kind": "…", "official": null, "number": "1", "title": null, "text": "…"}]}`.

use serde_json::{Value, json};

use super::super::{Context, Reason, TargetReading};

#[test]
#[ignore = "needs annotated texts: set FENJIE_TASKS and FENJIE_PARSE"]
fn annotated() {
    let (Ok(from), Ok(to)) = (std::env::var("FENJIE_TASKS"), std::env::var("FENJIE_PARSE")) else { return };
    let given: Value = serde_json::from_str(&std::fs::read_to_string(from).unwrap()).unwrap();
    let (mut tasks, mut targets, mut officials, mut asides) = (vec![], vec![], vec![], vec![]);
    for (id, task) in given["tasks"].as_array().unwrap().iter().enumerate() {
        let text = task["text"].as_str().unwrap();
        if let Some(name) = task["official"].as_str() {
            officials.push(json!({"id": id, "name": name}));
        }
        tasks.push(json!({"id": id, "part": 0, "official": id, "number": task["number"], "title": task["title"], "text": text}));
        let context = Context { from: Some(2026), to: Some(2026), review: task["part_kind"] == "review" };
        let reading = super::super::read(text, &context);
        targets.extend(reading.targets.iter().map(|target| described(text, id, target)));
        asides.extend(reading.asides.iter().map(|aside| {
            json!({"task": id, "words": &text[aside.range.clone()], "reason": aside.reason.map(Reason::as_str)})
        }));
    }
    let parse = json!({"parts": [], "officials": officials, "units": [], "assignments": [], "tasks": tasks, "targets": targets, "asides": asides});
    std::fs::write(to, parse.to_string()).unwrap();
}

fn described(text: &str, task: usize, target: &TargetReading) -> Value {
    json!({
        "task": task,
        "indicator": target.indicator.of(text),
        "comparator": target.comparator,
        "value": target.value.map(|value| value.normalize().to_string()),
        "value_max": target.value_max.map(|value| value.normalize().to_string()),
        "measure": target.measure,
        "kind": target.kind,
        "base": target.base.map(|value| value.normalize().to_string()),
        "reference": target.reference.clone().map(|range| &text[range]),
        "strength": target.strength,
        "due": target.due.as_ref().map(|due| json!([&text[due.words.clone()], due.date.map(|date| date.to_string())])),
        "within": target.within,
        "rule": format!("{:?}", target.rule),
        "doubt": target.doubt.map(|doubt| format!("{doubt:?}")),
        "quote": &text[target.quote.clone()],
    })
}
