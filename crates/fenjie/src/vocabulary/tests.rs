//! What the tables find is what looking through the data files finds, and faults of the files are told.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::tables::ALL;

#[path = "../../build/data.rs"]
#[allow(dead_code, unreachable_pub)]
mod data;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/src/vocabulary/data");

/// The words of a list, each with what the file says of it, read without the tables.
type Said = BTreeMap<String, BTreeSet<String>>;

fn said(list: &str) -> Said {
    let place = list.strip_prefix("comparators_");
    let stem = place.map_or(list, |_| "comparators");
    let file = |end: &str| std::fs::read_to_string(format!("{FOLDER}/{stem}.{end}"));
    let text = file("txt").or_else(|_| file("tsv")).unwrap();
    let (mut said, mut section) = (Said::new(), String::new());
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let mut say = |words: &str, what: &str| {
            words.split_whitespace().for_each(|word| {
                said.entry(word.to_owned()).or_default().insert(what.to_owned());
            });
        };
        match (stem, &columns[..]) {
            ("comparators", [here, comparator, words]) => {
                if place == Some(here) {
                    let (words, guard) = words.split_once('!').unwrap_or((words, ""));
                    say(words, &format!("{comparator} {}", guard.trim()));
                }
            }
            ("measures", [_, _, _, words, ..]) => say(&words.replace('=', " "), ""),
            ("target_words", _) if line.starts_with('[') => section = line.trim_matches(['[', ']']).to_owned(),
            (_, [words]) => say(words, &section),
            (_, [word, class]) => say(word, class),
            _ => panic!("{list}: {line}"),
        }
    }
    said
}

/// What the tables say of a class, in the form of [`said`].
fn told(list: &str, columns: &[&str]) -> BTreeSet<String> {
    match list {
        "measures" => BTreeSet::from([String::new()]),
        "target_words" => columns[0].split(' ').map(str::to_owned).collect(),
        _ => BTreeSet::from([columns.join(" ")]),
    }
}

/// The longest word that `text` begins with, or ends with.
fn longest(said: &Said, fits: impl Fn(&str) -> bool) -> Option<(usize, &BTreeSet<String>)> {
    let found = said.iter().filter(|(word, _)| fits(word)).max_by_key(|(word, _)| word.len());
    found.map(|(word, what)| (word.len(), what))
}

#[test]
fn every_file_is_a_list_and_every_word_is_found() {
    for (name, words, columns) in ALL {
        let said = said(name);
        assert!(!said.is_empty(), "{name}");
        for (word, what) in &said {
            let class = words.whole(word.as_bytes()).unwrap_or_else(|| panic!("{name}: no {word}"));
            assert_eq!(&told(name, &columns(class)), what, "{name}: {word}");
        }
    }
    let stems = ALL.iter().map(|(name, ..)| name.split("s_").next().unwrap());
    let files = std::fs::read_dir(FOLDER).unwrap().count();
    assert_eq!(ALL.len() - stems.filter(|stem| *stem == "comparator").count() + 1, files);
}

/// Texts of words of a list, of pieces of them, and of others.
fn texts() -> impl Strategy<Value = (usize, String)> {
    (0..ALL.len()).prop_flat_map(|list| {
        let words: Vec<String> = said(ALL[list].0).into_keys().collect();
        let piece = (proptest::sample::select(words), 0..4_usize, 0..4_usize).prop_map(|(word, skip, cut)| {
            let kept = word.chars().count().saturating_sub(cut);
            word.chars().take(kept).skip(skip).collect::<String>()
        });
        let whole = proptest::sample::select(said(ALL[list].0).into_keys().collect::<Vec<_>>());
        let part = prop_oneof![3 => whole, 2 => piece, 1 => "[一-鿿a-z0-9 é𠀀，]{0,2}"];
        (Just(list), proptest::collection::vec(part, 1..6).prop_map(|parts| parts.concat()))
    })
}

proptest! {
    #[test]
    fn any_text_holds_the_words_that_looking_for_each_finds((list, text) in texts()) {
        let (name, words, columns) = &ALL[list];
        let said = said(name);
        let owned = |found: Option<(usize, usize)>| found.map(|(length, class)| (length, told(name, &columns(class))));
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let (before, behind) = text.split_at(at);
            let found = owned(words.at_start(behind.as_bytes(), |_| true));
            let sought = longest(&said, |word| behind.starts_with(word));
            prop_assert_eq!(&found, &sought.map(|(length, what)| (length, what.clone())), "{}: before {}", name, behind);
            prop_assert!(found.is_none() || behind.chars().next().is_some_and(|c| words.begins(c)));
            let found = owned(words.at_end(before.as_bytes(), |_| true));
            let sought = longest(&said, |word| before.ends_with(word));
            prop_assert_eq!(found, sought.map(|(length, what)| (length, what.clone())), "{}: behind {}", name, before);
            prop_assert_eq!(words.whole(behind.as_bytes()).is_some(), said.contains_key(behind));
        }
    }

    #[test]
    fn any_text_is_searched_at_every_place_where_a_word_stands((list, text) in texts()) {
        let (name, words, _) = &ALL[list];
        let mut starts = vec![];
        let mut from = 0;
        while let Some((at, next)) = words.next_start(text.as_bytes(), from) {
            starts.push(at);
            from = next;
        }
        let said = said(name);
        for (at, _) in text.char_indices() {
            let stands = said.keys().any(|word| text[at..].starts_with(word.as_str()));
            prop_assert!(!stands || starts.contains(&at), "{}: {} of {}", name, at, text);
        }
        prop_assert!(starts.iter().all(|&at| text.is_char_boundary(at)));
    }
}

#[test]
fn a_word_is_refused_where_it_is_not_accepted() {
    let (_, words, _) = ALL.iter().find(|(name, ..)| *name == "measures").unwrap();
    let short = |(length, _): (usize, usize)| length <= "元".len();
    assert_eq!(words.at_start("元人民币".as_bytes(), |_| true).map(|found| found.0), Some("元人民币".len()));
    assert_eq!(words.at_start("元人民币".as_bytes(), short).map(|found| found.0), Some("元".len()));
    assert_eq!(words.at_end("万美元".as_bytes(), short).map(|found| found.0), Some("元".len()));
}

#[test]
fn faults_of_a_file_are_told_with_their_place() {
    let fault = |file: &str, text: &str| data::read(file, text, data::Format::of(file)).unwrap_err();
    assert_eq!(fault("a.txt", "# 词\n局\tbare\n厅\n局\town\n"), "a.txt:4: `局` is there already, in line 2");
    assert_eq!(fault("target_words.txt", "[up]\n增 升\n升\n"), "target_words.txt:3: `升` is there already, in line 2");
    assert_eq!(fault("b.txt", "\tbare\n"), "b.txt:1: no word: \tbare");
    assert_eq!(fault("measures.tsv", "area\t亩\n"), "measures.tsv:1: not 4 columns: area\t亩");
    assert_eq!(fault("comparators.tsv", "above\tge\t超\n"), "comparators.tsv:1: no such place: above\tge\t超");
}
