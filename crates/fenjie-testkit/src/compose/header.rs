//! What a notice says of itself.

use crate::draws::Draws;
use crate::model::{Header, Part, PartKind};

use super::Scene;

pub(super) fn header(draws: &mut Draws<'_>, scene: &Scene, parts: &[Part]) -> Header {
    let place = scene.place;
    let (organ, mark) = *draws.one(&[("人民政府办公室", "政办发"), ("人民政府", "政发")]);
    let issuer = format!("{}{organ}", place.name);
    let title = format!("{issuer}关于印发{}年{}责任分解的通知", scene.year, subjects(parts));
    let serial = draws.between(1, 99);
    let number = format!("{}{mark}〔{}〕{serial}号", place.mark, scene.year);
    let (month, day) = (1 + draws.pick(6) as u8, 1 + draws.pick(25) as u8);
    let level = place.level();
    let addressees =
        draws.word(&["各有关单位", "各县（市、区）人民政府，{p}级有关部门", "各镇人民政府、街道办事处，{p}直各单位"]);
    let addressees = addressees.replace("{p}", level);
    let signed = !draws.chance(20);
    let attached = draws.chance(40);
    Header {
        document_number: (!draws.chance(25)).then_some(number),
        addressees: (!draws.chance(15)).then_some(addressees),
        signatory: signed.then(|| issuer.clone()),
        issued: signed.then_some((scene.year, month, day)),
        printed: draws.chance(40).then_some((scene.year, month, day + 2)),
        cc: draws.chance(40).then(|| format!("{level}委各部门，{level}人大办公室，{level}政协办公室。")),
        attachments: if attached { parts.iter().map(|part| part.title.clone()).collect() } else { Vec::new() },
        disclosure: draws.chance(25).then(|| "此件公开发布".to_owned()),
        jurisdiction: place.name.to_owned(),
        issuer,
        title,
    }
}

fn subjects(parts: &[Part]) -> String {
    let mut subjects = Vec::new();
    for part in parts {
        let subject = if part.kind == PartKind::Livelihood { "民生实事" } else { "重点工作" };
        if !subjects.contains(&subject) {
            subjects.push(subject);
        }
    }
    subjects.join("和")
}
