//! The head and the foot of the document.

use crate::draws::Draws;
use crate::model::{Header, Model, Rule};
use crate::words::{han_numeral, words};

use super::units::members;
use super::{Told, Writer};

pub(super) fn head(writer: &mut Writer<'_>, model: &Model, draws: &mut Draws<'_>, told: Told) {
    let header = &model.header;
    if draws.chance(25) {
        writer.fixed(format!("{}文件", header.issuer));
    }
    let number_below = draws.chance(30);
    let number = header.document_number.as_deref().map(|number| brackets(number, draws));
    if let Some(number) = number.as_deref().filter(|_| !number_below) {
        writer.fixed(number);
    }
    title(writer, header, draws);
    if let Some(number) = number.as_deref().filter(|_| number_below) {
        writer.fixed(number);
    }
    if let Some(addressees) = &header.addressees {
        writer.fixed(format!("{addressees}："));
    }
    letter(writer, model, draws, told);
    attachments(writer, header);
    signature(writer, header, draws);
}

/// `〔2025〕`, `[2025]` or `（2025）`.
fn brackets(number: &str, draws: &mut Draws<'_>) -> String {
    let (open, close) = *draws.one(&[("〔", "〕"), ("〔", "〕"), ("[", "]"), ("（", "）")]);
    number.replace('〔', open).replace('〕', close)
}

/// The title, on one line or broken where its words allow it.
fn title(writer: &mut Writer<'_>, header: &Header, draws: &mut Draws<'_>) {
    let broken = draws.pick(4);
    let mut title = header.title.clone();
    if broken >= 2 {
        title = title.replacen("关于印发", "关于印发\n", 1);
    }
    if broken >= 3 {
        title = title.replacen("责任分解", "\n责任分解", 1);
    }
    for line in title.lines() {
        writer.fixed(line);
    }
}

fn letter(writer: &mut Writer<'_>, model: &Model, draws: &mut Draws<'_>, told: Told) {
    let titles: Vec<String> = model.parts.iter().map(|part| format!("《{}》", part.title)).collect();
    writer.text(format!("现将{}印发给你们，请抓好落实。", titles.join("")), 2);
    let rule = match model.rule {
        Rule::FirstListedLeads => draws.word(&["责任单位中，列第一位的为牵头单位。", "排名第一的为牵头单位。"]),
        Rule::AllLead => {
            draws.word(&["无牵头单位的，责任单位即为牵头单位。", "未标注牵头的，所列责任单位均为同责单位。"])
        }
        Rule::Silent => "",
    };
    if told.rule && !rule.is_empty() {
        writer.text(rule, 2);
    }
    if let Some(includes) = model.includes.as_ref().filter(|_| told.includes) {
        writer.text(format!("以下{}均含{}。", includes.group, members(includes)), 2);
    }
    for paragraph in words().prose.iter().take(draws.pick(words().prose.len() + 1)) {
        writer.text(*paragraph, 2);
    }
}

fn attachments(writer: &mut Writer<'_>, header: &Header) {
    if let [only] = header.attachments.as_slice() {
        writer.fixed(format!("附件：{only}"));
        return;
    }
    for (at, title) in header.attachments.iter().enumerate() {
        let label = if at == 0 { "附件：" } else { "　　　" };
        writer.fixed(format!("{label}{}.{title}", at + 1));
    }
}

fn signature(writer: &mut Writer<'_>, header: &Header, draws: &mut Draws<'_>) {
    if let Some(signatory) = &header.signatory {
        writer.fixed(signatory.as_str());
    }
    if let Some(date) = header.issued {
        writer.fixed(if draws.chance(15) { han_date(date) } else { arabic_date(date) });
    }
    if let Some(note) = &header.disclosure {
        writer.fixed(format!("（{note}）"));
    }
}

/// The rule about who leads, as a note below the last task.
pub(super) fn note(writer: &mut Writer<'_>, rule: Rule) {
    match rule {
        Rule::Silent => {}
        Rule::FirstListedLeads => writer.text("注：各项任务排名第一的责任单位为牵头单位。", 4),
        Rule::AllLead => writer.text("注：无牵头单位的，责任单位即为牵头单位。", 4),
    }
}

pub(super) fn foot(writer: &mut Writer<'_>, model: &Model) {
    let header = &model.header;
    if let Some(cc) = &header.cc {
        writer.text(format!("抄送：{cc}"), 4);
    }
    if let Some(date) = header.printed {
        writer.fixed(format!("{}　　　　{}印发", header.issuer, arabic_date(date)));
    }
}

fn arabic_date((year, month, day): (i16, u8, u8)) -> String {
    format!("{year}年{month}月{day}日")
}

/// `二〇二五年三月四日`
fn han_date((year, month, day): (i16, u8, u8)) -> String {
    let digit = |c: char| "〇一二三四五六七八九".chars().nth(c as usize - '0' as usize).unwrap_or(c);
    let year: String = year.to_string().chars().map(digit).collect();
    format!("{year}年{}月{}日", han_numeral(month.into()), han_numeral(day.into()))
}
