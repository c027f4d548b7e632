//! The place that the issuer governs: `云溪市`.

use arcstr::Substr;

use super::HeadLine;
use crate::model::Header;
use crate::outline::Card;
use crate::text::chars::{is_blank, is_han};
use crate::vocabulary::{CardField, LEVELS, PLACES, TITLE_VERBS};

/// The longest name of a place, in characters.
const LONGEST: usize = 12;

/// The place, by who is surest to name it: the government that signs or issues, the title, the card, the Party committee whose decision
/// the notice carries out.
pub(super) fn jurisdiction(header: &Header, front: &[HeadLine], card: &Card) -> Option<Substr> {
    let bodies: Vec<Substr> = [&header.signatory, &header.issuer].into_iter().flatten().flat_map(each).collect();
    let governed = bodies.iter().filter_map(of_government);
    let named = bodies.iter().filter_map(of_body);
    let titled = header.title.iter().filter_map(of_title);
    let fields = [CardField::Issuer, CardField::Source].into_iter().flat_map(|field| card.values(field));
    let on_card = fields.map(|value| &value.text).filter(|name| is_office(name)).filter_map(of_body);
    let committee = front.iter().filter(|line| line.is_plain()).filter_map(|line| of_committee(&line.flow.text));
    governed.chain(named).chain(titled).chain(on_card).chain(committee).next()
}

/// Each of the bodies that sign together.
fn each(names: &Substr) -> impl Iterator<Item = Substr> + '_ {
    names.split('、').map(|name| names.substr_from(name))
}

/// Whether a text begins with the name of a place.
pub(super) fn opens(text: &str) -> bool {
    place(text).is_some()
}

/// `云溪市` of `云溪市人民政府办公室`, `云溪市东湖区` of `云溪市东湖区人民政府`.
fn of_government(body: &Substr) -> Option<Substr> {
    let end = body.find("人民政府")?;
    let is_name = |name: &str| name.chars().count() > 1 && name.chars().all(is_han) && !name.contains('委');
    is_name(&body[..end]).then(|| body.substr(..end))
}

/// `汀源市` of `中共汀源市委办公室　汀源市人民政府办公室`.
fn of_body(body: &Substr) -> Option<Substr> {
    let start = if body.starts_with("中共") { "中共".len() } else { 0 };
    let (end, _) = place(&body[start..])?;
    Some(body.substr(start..start + end))
}

/// `云溪市` of `2025年云溪市重点工作…`, `关于印发云溪市…`; a district behind it belongs to the name where what it does follows.
fn of_title(title: &Substr) -> Option<Substr> {
    let about = title.strip_prefix("关于").unwrap_or(title);
    let verb = TITLE_VERBS.at_start(about).filter(|_| about.len() < title.len()).map_or(0, |(verb, ())| verb.len());
    let rest = about[verb..].trim_start_matches('《').trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if rest.starts_with(['年', '度']) { rest.trim_start_matches(['年', '度']) } else { rest };
    let start = title.len() - rest.len() + if rest.starts_with("中共") { "中共".len() } else { 0 };
    let (end, _) = place(&title[start..])?;
    let within = place(&title[start + end..]).filter(|&(length, _)| {
        let behind = &title[start + end + length..];
        length <= 12 && (behind.starts_with(|c: char| c.is_ascii_digit()) || behind.starts_with("人民政府"))
    });
    Some(title.substr(start..start + end + within.map_or(0, |(length, _)| length)))
}

/// `云溪市` of `根据中共云溪市委…决定精神`.
fn of_committee(text: &Substr) -> Option<Substr> {
    text.match_indices("中共").find_map(|(at, word)| {
        let start = at + word.len();
        let (end, _) = place(&text[start..])?;
        text[start + end..].starts_with('委').then(|| text.substr(start..start + end))
    })
}

/// Whether who published the page is the place's own government or committee.
fn is_office(name: &str) -> bool {
    ["政府", "委", "办", "办公室", "办公厅"].iter().any(|end| name.ends_with(end)) || name.contains("政府")
}

/// The place at the start of a text, and the character its name ends in. Words for kinds of places are none, nor is what names every
/// place or one's own.
fn place(text: &str) -> Option<(usize, char)> {
    let text_start = text.trim_start_matches(is_blank).len();
    if text_start < text.len() || text.starts_with(['全', '各', '我', '本', '该']) || LEVELS.at_start(text).is_some()
    {
        return None;
    }
    let mut ends = text.char_indices().take(LONGEST).take_while(|&(_, c)| is_han(c));
    let (at, c) = ends.find(|&(at, c)| {
        at > 0 && (LEVELS.whole(&text[at..at + c.len_utf8()]).is_some() || text[..at + c.len_utf8()].ends_with("街道"))
    })?;
    let end = at + c.len_utf8();
    // `云州市`, `通州区`: a name may end as that of a prefecture does; 市场 begins another word.
    let next = text[end..].chars().next().filter(|&next| c == '州' && matches!(next, '市' | '县' | '区' | '镇'));
    let longer = next.filter(|_| !text[end..].starts_with("市场"));
    let (end, c) = longer.map_or((end, c), |next| (end + next.len_utf8(), next));
    (PLACES.whole(&text[..end]).is_none() && !ends_in_word(&text[..end])).then_some((end, c))
}

/// `城市`, `社区`: words that only end as the names of places do.
fn ends_in_word(name: &str) -> bool {
    const WORDS: [&str; 25] = [
        "城市",
        "社区",
        "园区",
        "小区",
        "城乡",
        "城镇",
        "城区",
        "景区",
        "山区",
        "县市",
        "校区",
        "院区",
        "片区",
        "街区",
        "灾区",
        "库区",
        "牧区",
        "地区",
        "乡镇",
        "集镇",
        "村镇",
        "辖区",
        "专区",
        "老区",
        "开发区",
    ];
    WORDS.iter().any(|word| name.ends_with(word))
}
