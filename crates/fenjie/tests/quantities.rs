//! Runs `spec/quantities.md`, and holds what is true of every text.

use fenjie::quantity::{self, Precision, Quantity};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// A row of the specification.
struct Row<'s> {
    line: usize,
    text: &'s str,
    cells: Vec<&'s str>,
}

/// The rows of the case tables: those of seven columns.
fn rows(spec: &str) -> Vec<Row<'_>> {
    let (mut rows, mut text) = (Vec::new(), "");
    for (number, line) in spec.lines().enumerate() {
        let cells: Vec<_> = line.trim().trim_matches('|').split('|').map(str::trim).collect();
        if !line.starts_with('|') || cells.len() != 7 || cells[0] == "text" || cells[0] == "---" {
            continue;
        }
        if !cells[0].is_empty() {
            text = cells[0];
        }
        rows.push(Row { line: number + 1, text, cells: cells[1..].to_vec() });
    }
    rows
}

/// A quantity as a row of the specification.
fn cells(quantity: &Quantity, text: &str) -> Vec<String> {
    let json = serde_json::to_value(quantity).unwrap();
    let cell = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    let value = match quantity.precision {
        Precision::Exact => cell("value"),
        Precision::Rounded => format!("~{}", cell("value")),
        Precision::Overflow => "overflow".to_owned(),
    };
    vec![quantity.text(text).to_owned(), value, cell("value_max"), cell("comparator"), cell("measure"), cell("kind")]
}

#[test]
fn the_specification_holds() {
    let rows = rows(include_str!("../spec/quantities.md"));
    assert!(rows.len() > 250, "the tables are not found: {} rows", rows.len());
    let mut failures = Vec::new();
    for case in rows.chunk_by(|a, b| std::ptr::eq(a.text, b.text)) {
        let text = case[0].text;
        let expected: Vec<_> = case.iter().map(|row| &row.cells).filter(|cells| !cells[0].is_empty()).collect();
        let found: Vec<_> = quantity::find_iter(text).map(|quantity| cells(&quantity, text)).collect();
        if found != expected.iter().map(|cells| (*cells).clone()).collect::<Vec<_>>() {
            failures.push(format!("line {}: {text}\n  read      {found:?}\n  expected  {expected:?}", case[0].line));
        }
    }
    assert!(failures.is_empty(), "{} cases differ:\n{}", failures.len(), failures.join("\n"));
}

/// Text of the characters that quantities are made of, and some others.
fn numeric_text() -> impl Strategy<Value = String> {
    let signs = "0123456789０９.,，．-—～~至到/:：%％‰+xG〇零一二三四五六七八九十百千万亿兆两壹贰翻番倍几数多余近约超不少于以上下内\
                 左右第前位名个家元角分半之点年月日号季度每 　\n（）〔〕“”大强版=≥<平方米立微克吨负从由";
    let signs: Vec<char> = signs.chars().collect();
    prop::collection::vec(prop::sample::select(signs), 0..40).prop_map(|chars| chars.into_iter().collect())
}

/// What holds of the quantities of any text.
fn check(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for quantity in quantity::find_iter(text) {
        let (span, number) = (quantity.span, quantity.number);
        prop_assert!(!number.is_empty() && span.contains(number), "{quantity:?} of {text:?}");
        prop_assert!(span.start >= end, "{quantity:?} of {text:?} overlaps");
        prop_assert!(
            text.get(span.range()).is_some() && text.get(number.range()).is_some(),
            "{quantity:?} of {text:?}"
        );
        prop_assert!(quantity.value_max.is_none_or(|max| max > quantity.value), "{quantity:?} of {text:?}");
        end = span.end;
    }
    Ok(())
}

/// Chinese numerals for a number below 10¹⁶.
fn chinese(number: u64) -> String {
    let high = number / 100_000_000;
    let low = below_hundred_million(number % 100_000_000);
    if high == 0 {
        return low;
    }
    let gap = number % 100_000_000 < 10_000_000 && !low.is_empty();
    format!("{}亿{}{low}", below_hundred_million(high), if gap { "零" } else { "" })
}

fn below_hundred_million(number: u64) -> String {
    let (high, low) = (number / 10_000, number % 10_000);
    let gap = high > 0 && (1..1000).contains(&low);
    let high = if high > 0 { format!("{}万", below_ten_thousand(high)) } else { String::new() };
    format!("{high}{}{}", if gap { "零" } else { "" }, below_ten_thousand(low))
}

fn below_ten_thousand(number: u64) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (mut text, mut gap) = (String::new(), false);
    for (power, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = usize::try_from(number / power % 10).unwrap();
        if digit == 0 {
            gap = !text.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            text.push('零');
        }
        text.push_str(DIGITS[digit]);
        text.push_str(sign);
    }
    text
}

/// The only quantity of a text.
fn only(text: &str) -> Result<Quantity, TestCaseError> {
    let found: Vec<_> = quantity::find_iter(text).collect();
    prop_assert_eq!(found.len(), 1, "{}", text);
    Ok(found[0].clone())
}

proptest! {
    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_heap_of_numeral_signs_is_read(text in numeric_text()) {
        check(&text)?;
    }

    #[test]
    fn every_decimal_reads_back(mantissa in 0_i128..(1 << 96), scale in 0_u32..=28) {
        let value = Decimal::from_i128_with_scale(mantissa, scale);
        let quantity = only(&format!("共{value}吨"))?;
        prop_assert_eq!(quantity.value, value);
        prop_assert_eq!(quantity.precision, Precision::Exact);
    }

    #[test]
    fn powers_are_exact(mantissa in 0_i128..1_000_000_000_000, scale in 0_u32..=9, power in 0_usize..4) {
        let value = Decimal::from_i128_with_scale(mantissa, scale);
        let (sign, factor) = [("", 1_u64), ("万", 10_000), ("亿", 100_000_000), ("万亿", 1_000_000_000_000)][power];
        let quantity = only(&format!("共{value}{sign}元"))?;
        prop_assert_eq!(quantity.value, value * Decimal::from(factor));
        prop_assert_eq!(quantity.measure.as_deref(), Some("元"));
    }

    #[test]
    fn too_many_digits_are_owned_up_to(digits in "[1-9][0-9]{29,60}", unit in "(万|亿)?") {
        prop_assert_eq!(only(&format!("共{digits}{unit}元"))?.precision, Precision::Overflow);
    }

    #[test]
    fn separators_change_nothing(number in 1000_u64..) {
        let digits = number.to_string();
        let grouped: Vec<_> = digits.as_bytes().rchunks(3).rev().map(|group| std::str::from_utf8(group).unwrap()).collect();
        prop_assert_eq!(only(&format!("{}个", grouped.join(",")))?.value, Decimal::from(number));
    }

    #[test]
    fn chinese_numerals_read_back(number in 1_u64..10_000_000_000_000_000, small in 1_u64..100_000, zeros in 0_u32..15) {
        let sparse = number / 10_u64.pow(zeros) * 10_u64.pow(zeros);
        for number in [number, small, sparse].into_iter().filter(|&number| number > 0) {
            let text = format!("共{}个", chinese(number));
            prop_assert_eq!(only(&text)?.value, Decimal::from(number), "{}", text);
        }
    }

    #[test]
    fn adjacent_numbers_are_not_summed(first in 1_u32..1_000_000, second in 1_u32..1_000_000) {
        let text = format!("分别{first}、{second}家");
        let values: Vec<_> = quantity::find_iter(&text).map(|quantity| quantity.value).collect();
        prop_assert_eq!(values, [Decimal::from(first), Decimal::from(second)]);
    }
}
