//! The projection of `spec/README.md`: a notice's flat tables joined into records that refer by name, and how they are compared.

use fenjie::Notice;
use serde_json::{Map, Value, json};

/// The JSON document of a notice.
pub(crate) fn document(notice: &Notice) -> Value {
    serde_json::to_value(notice).expect("a notice is always valid JSON")
}

/// Joins the tables of a notice's document.
pub(crate) fn project(document: &Value) -> Value {
    let mut header = document["header"].clone();
    header["document_number"] = header["document_number"]["text"].clone();
    let tasks: Vec<Value> = rows(document, "tasks").iter().map(|task| task_record(document, task)).collect();
    let diagnostics: Vec<&Value> = rows(document, "diagnostics").iter().map(|row| &row["code"]).collect();
    json!({
        "kind": document["kind"],
        "header": header,
        "conventions": pick(document, "conventions", &["rule", "group", "members"]),
        "parts": pick(document, "parts", &["title", "kind", "from", "to"]),
        "officials": pick(document, "officials", &["name", "post", "duty"]),
        "sections": rows(document, "sections").iter().map(|row| section_record(document, row)).collect::<Vec<_>>(),
        "tasks": tasks,
        "allocations": document["allocations"],
        "diagnostics": diagnostics,
    })
}

fn rows<'a>(document: &'a Value, table: &str) -> &'a [Value] {
    document[table].as_array().map_or(&[], Vec::as_slice)
}

fn pick(document: &Value, table: &str, keys: &[&str]) -> Value {
    let record = |row: &Value| keys.iter().map(|&key| (key.to_owned(), row[key].clone())).collect::<Map<_, _>>();
    rows(document, table).iter().map(record).collect()
}

/// The row that an id stands for; null for a null id.
fn row<'a>(document: &'a Value, table: &str, id: &Value) -> &'a Value {
    id.as_u64().map_or(&Value::Null, |id| &document[table][id as usize])
}

fn section_record(document: &Value, section: &Value) -> Value {
    let official = row(document, "officials", &section["official"]);
    let official = if official["name"].is_null() { &official["post"] } else { &official["name"] };
    let under = row(document, "sections", &section["parent"]);
    let under = if under["number"].is_null() { &under["title"] } else { &under["number"] };
    json!({ "number": section["number"], "title": section["title"], "under": under, "official": official })
}

fn task_record(document: &Value, task: &Value) -> Value {
    let part = row(document, "parts", &task["part"]);
    let official = row(document, "officials", &task["official"]);
    let official = if official["name"].is_null() { &official["post"] } else { &official["name"] };
    let mut record = json!({
        "part": part["title"],
        "part_kind": part["kind"],
        "official": official,
        "section": section_label(document, task),
        "number": task["number"],
        "title": task["title"],
        "text": task["text"],
        "due": task["due"]["text"],
        "targets": rows(document, "targets").iter().filter(|target| target["task"] == task["id"]).collect::<Vec<_>>(),
    });
    join_units(document, task, &mut record);
    record
}

/// The number of the nearest heading with one, or else the words of the nearest heading.
fn section_label<'a>(document: &'a Value, task: &Value) -> &'a Value {
    let nearest = row(document, "sections", &task["section"]);
    let mut section = nearest;
    while section["number"].is_null() && !section["parent"].is_null() {
        section = row(document, "sections", &section["parent"]);
    }
    if section["number"].is_null() { &nearest["title"] } else { &section["number"] }
}

fn join_units(document: &Value, task: &Value, record: &mut Value) {
    let (mut leads, mut participants, mut implied, mut groups, mut quotes) = (vec![], vec![], vec![], vec![], vec![]);
    let mut nameplates = Map::new();
    let mut grounds: Vec<&str> = vec![];
    for assignment in rows(document, "assignments").iter().filter(|row| row["task"] == task["id"]) {
        let unit = row(document, "units", &assignment["unit"]);
        let name = &unit["name"];
        nameplates.insert(name.as_str().unwrap_or_default().to_owned(), unit["nameplates"].clone());
        if assignment["implied"] == true {
            implied.push(name);
            continue;
        }
        quotes.push(&assignment["quote"]);
        if unit["group"] == true {
            groups.push(name);
        }
        if assignment["role"] == "lead" {
            leads.push(name);
            let basis = assignment["basis"].as_str().unwrap_or_default();
            if !grounds.contains(&basis) {
                grounds.push(basis);
            }
        } else {
            participants.push(name);
        }
    }
    record["basis"] = if grounds.is_empty() { Value::Null } else { grounds.join(", ").into() };
    for (key, names) in
        [("leads", leads), ("participants", participants), ("implied", implied), ("groups", groups), ("quotes", quotes)]
    {
        record[key] = names.into_iter().cloned().collect();
    }
    record["nameplates"] = nameplates.into();
}

/// Lists where `found` is not what is `wanted`, as lines `path: want …, got …`; `equal` compares what is neither object nor array.
pub(crate) fn differences(
    wanted: &Value,
    found: &Value,
    path: &str,
    equal: &dyn Fn(&Value, &Value) -> bool,
) -> Vec<String> {
    match (wanted, found) {
        (Value::Object(wanted), Value::Object(found)) => wanted
            .iter()
            .flat_map(|(key, value)| match found.get(key) {
                Some(other) => differences(value, other, &format!("{path}.{key}"), equal),
                None => vec![format!("{path}.{key}: want {value}, but there is no such key")],
            })
            .collect(),
        (Value::Array(wanted), Value::Array(found)) if wanted.len() == found.len() => wanted
            .iter()
            .zip(found)
            .enumerate()
            .flat_map(|(at, (value, other))| differences(value, other, &format!("{path}[{at}]"), equal))
            .collect(),
        _ if equal(wanted, found) => vec![],
        _ => vec![format!("{path}: want {wanted}, got {found}")],
    }
}

/// Lists the promises that the document of a notice breaks (see `spec/README.md`, What must hold of every case).
pub(crate) fn broken_promises(source: &str, document: &Value) -> Vec<String> {
    let mut broken = vec![];
    let mut end = 0;
    for block in rows(document, "blocks") {
        if block["span"][0].as_u64() != Some(end) {
            broken.push(format!("blocks: one should begin at {end}, but is {block}"));
        }
        end = block["span"][1].as_u64().unwrap_or(end);
    }
    if end != source.len() as u64 {
        broken.push(format!("blocks: they end at {end}, the text at {}", source.len()));
    }
    // An explicit stack: the document's depth is small, but nothing here should depend on it.
    let mut left = vec![document];
    while let Some(value) = left.pop() {
        match value {
            Value::Array(values) => left.extend(values),
            Value::Object(object) => {
                left.extend(object.values());
                if let Some(span) = object.get("span") {
                    broken.extend(broken_span(source, span, object.get("quote")));
                }
                if let Some(ground) = object.get("ground").filter(|ground| !ground.is_null()) {
                    broken.extend(broken_span(source, ground, None));
                }
            }
            _ => {}
        }
    }
    broken
}

fn broken_span(source: &str, span: &Value, quote: Option<&Value>) -> Option<String> {
    let range = span[0].as_u64()? as usize..span[1].as_u64()? as usize;
    let Some(words) = source.get(range) else {
        return Some(format!("span {span} is not in the text or not on character boundaries"));
    };
    let quote = quote.and_then(Value::as_str)?;
    let mended = words.chars().any(|c| c.is_whitespace() || c.is_control() || c == '\u{200b}' || c == '\u{feff}');
    (!mended && words != quote).then(|| format!("span {span} covers «{words}» but the quote is «{quote}»"))
}
