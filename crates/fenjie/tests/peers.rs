//! Reads the reference cases of Recognizers-Text for Chinese, where they lie beside the workspace; they are not part of
//! the project, and without them there is nothing to run.
//!
//! A case is read when every number of its results is the value of a quantity that shares characters with it, and where
//! the result names a unit, that quantity has the measure that stands for it.

use std::{fs, path::Path};

use fenjie::{
    Decimal,
    quantity::{self, Quantity},
};
use serde_json::Value;

/// Cases whose expectation is not what the genre means, or that lie outside of it, and why.
const OTHERWISE: [(&str, &str); 10] = [
    ("一位是最小", "位 counts people and places in a ranking, not bits"),
    ("20万次以上", "the reference drops 万 once 次 follows; 20万 is 200000"),
    ("5k-20k", "a letter behind digits is a name here (5G); no notice writes k for 千"),
    ("15Ｋ", "as above"),
    ("两百点两", "两 cannot stand alone as a number"),
    ("2222.2222.22222", "digits with several points are a version number or an address, not four numbers"),
    ("1 4/3", "numbers side by side are never added up"),
    ("１９９１年１月１６日", "a date is one quantity of kind date, not three numbers"),
    ("一千比特", "千 is a power: 1000 比特, the same amount as one kilobit"),
    ("202107211321363588510367", "the reference rounds to a float; ours is exact"),
];

/// How the reference names units, and what stands for them here.
const UNITS: [(&str, &str); 23] = [
    ("Chinese yuan", "元"),
    ("United States dollar", "美元"),
    ("Japanese yen", "日元"),
    ("Euro", "欧元"),
    ("Swiss franc", "瑞士法郎"),
    ("New Taiwan dollar", "新台币"),
    ("Hong Kong dollar", "港元"),
    ("British pound", "英镑"),
    ("Kilogram", "千克"),
    ("Kilometer", "公里"),
    ("Meter", "米"),
    ("Centimeter", "厘米"),
    ("Jin", "斤"),
    ("Liang", "两"),
    ("Mu", "亩"),
    ("Ton", "吨"),
    ("Gram", "克"),
    ("Microgram", "微克"),
    ("Kilobit", "比特"),
    ("Square meter", "平方米"),
    ("Square kilometer", "平方公里"),
    ("Hectare", "公顷"),
    ("Year", "岁"),
];

/// The bytes of a range of UTF-16 units or characters; the reference counts what its inputs hold one of each.
fn bytes(text: &str, start: usize, end: usize) -> (usize, usize) {
    let at = |index: usize| text.char_indices().nth(index).map_or(text.len(), |(at, _)| at);
    (at(start), at(end + 1))
}

fn numbers(value: &str) -> Vec<Decimal> {
    let parts = value.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-')));
    parts.filter_map(|part| part.parse().ok()).collect()
}

/// Whether our measure stands for the unit of the reference.
fn same_unit(quantity: &Quantity, unit: &str) -> bool {
    let Some((_, ours)) = UNITS.iter().find(|(theirs, _)| *theirs == unit) else { return false };
    let (Some(found), Some(ours)) = (quantity.unit(), quantity::Measure::of(ours)) else { return false };
    found.comparable(&ours) && found.factor == ours.factor
}

fn is_read(input: &str, results: &[Value], found: &[Quantity]) -> bool {
    results.iter().all(|result| {
        let place = |key: &str| usize::try_from(result[key].as_u64().unwrap()).unwrap();
        let (start, end) = bytes(input, place("Start"), place("End"));
        let near: Vec<_> = found
            .iter()
            .filter(|quantity| (quantity.span.start as usize) < end && quantity.span.end as usize > start)
            .collect();
        let resolution = &result["Resolution"];
        let unit = resolution["unit"].as_str();
        numbers(resolution["value"].as_str().unwrap_or_default()).iter().all(|number| {
            near.iter().any(|quantity| {
                let value = quantity.value == *number || quantity.value_max == Some(*number);
                value && unit.is_none_or(|unit| same_unit(quantity, unit))
            })
        })
    })
}

#[test]
fn reference_cases_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/peers/recognizers-zh.jsonl");
    let Ok(lines) = fs::read_to_string(&path) else {
        println!("skipped: the reference cases are not at {}", path.display());
        return;
    };
    let (mut read, mut missed) = (0, Vec::new());
    for line in lines.lines() {
        let case: Value = serde_json::from_str(line).unwrap();
        let (input, results) = (case["Input"].as_str().unwrap(), case["Results"].as_array().unwrap());
        if OTHERWISE.iter().any(|(part, _)| input.contains(part)) {
            continue;
        }
        let found: Vec<_> = quantity::find_iter(input).collect();
        if is_read(input, results, &found) {
            read += 1;
        } else {
            let texts: Vec<_> = found.iter().map(|quantity| quantity.text(input)).collect();
            missed.push(format!("{input}\n  read {texts:?}\n  for  {}", case["Results"]));
        }
    }
    println!("{read} read, {} missed, {} otherwise", missed.len(), OTHERWISE.len());
    assert!(read >= 226 && missed.is_empty(), "{read} read, missed:\n{}", missed.join("\n"));
}
