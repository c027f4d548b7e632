//! The data files as lists of words.

/// How a file is laid out. `#` begins a remark in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// A word a line, its class behind a tab.
    Lines,
    /// Words between white space, all of one class.
    Words,
    /// Words between white space below the name of their class (`[light]`); a word may have several.
    Sections,
    /// `comparators.tsv`: a list for each place.
    Comparators,
    /// `measures.tsv`: a class for each word as it is reported.
    Measures,
}

impl Format {
    pub(crate) fn of(file: &str) -> Self {
        match file {
            "committing.txt" | "numeral_words.txt" | "number_names.txt" => Self::Words,
            "target_words.txt" => Self::Sections,
            "comparators.tsv" => Self::Comparators,
            "measures.tsv" => Self::Measures,
            _ => Self::Lines,
        }
    }
}

/// Words that are found together.
#[derive(Debug)]
pub(crate) struct List {
    pub(crate) name: String,
    pub(crate) words: Vec<Word>,
    pub(crate) classes: Vec<Class>,
}

/// A word, and the number of its class.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) class: u16,
    line: usize,
}

/// What the file says of a word.
#[derive(Debug)]
pub(crate) struct Class {
    pub(crate) columns: Vec<String>,
    /// Where it is said first, for whoever reads that no code knows it.
    pub(crate) place: String,
}

/// The lists of a file; one, but for comparators.
pub(crate) fn read(file: &str, text: &str, format: Format) -> Result<Vec<List>, String> {
    let mut lists = vec![];
    let lines = text.lines().enumerate().map(|(at, line)| Line { file, number: at + 1, text: line });
    let lines = lines.filter(|line| !line.text.is_empty() && !line.text.starts_with('#'));
    let stem = file.split('.').next().unwrap_or(file);
    match format {
        Format::Lines => lists.push(list(stem, lines, line_of_a_word)?),
        Format::Words => lists.push(list(stem, lines, |line, list| line.add_all(list, line.text, &[""]))?),
        Format::Sections => lists.push(sections(stem, lines)?),
        Format::Measures => lists.push(list(stem, lines, measures)?),
        Format::Comparators => {
            let lines: Vec<_> = lines.collect();
            for place in ["before", "bare", "after"] {
                let here = lines.iter().copied().filter(|line| line.text.split('\t').next() == Some(place));
                lists.push(list(&format!("{stem}_{place}"), here, comparators)?);
            }
            lines.iter().try_for_each(Line::check_place)?;
        }
    }
    Ok(lists)
}

/// A line of a file that says something.
#[derive(Clone, Copy)]
struct Line<'a> {
    file: &'a str,
    number: usize,
    text: &'a str,
}

fn list<'a>(
    name: &str,
    lines: impl Iterator<Item = Line<'a>>,
    read: impl Fn(Line<'a>, &mut List) -> Result<(), String>,
) -> Result<List, String> {
    let mut list = List { name: name.to_owned(), words: vec![], classes: vec![] };
    for line in lines {
        read(line, &mut list)?;
    }
    Ok(list)
}

fn line_of_a_word(line: Line<'_>, list: &mut List) -> Result<(), String> {
    let (word, class) = line.text.split_once('\t').unwrap_or((line.text, ""));
    line.add(list, word, &[class])
}

/// Place, comparator, words; behind `!` the characters that make another word of them.
fn comparators(line: Line<'_>, list: &mut List) -> Result<(), String> {
    let [_, comparator, words] = line.columns()?;
    let (words, guard) = words.split_once('!').unwrap_or((words, ""));
    line.add_all(list, words, &[comparator, guard.trim()])
}

/// Dimension, base unit, factor, words; perhaps which characters behind a word make another of it.
fn measures(line: Line<'_>, list: &mut List) -> Result<(), String> {
    let guards = line.text.split('\t').nth(4).unwrap_or("");
    let [dimension, base, factor, words] = line.columns()?;
    for variants in words.split_whitespace() {
        let word = variants.split('=').next().unwrap_or(variants);
        let guard = guards.split_whitespace().find_map(|guard| guard.strip_prefix(word)?.strip_prefix(':'));
        for variant in variants.split('=') {
            line.add(list, variant, &[dimension, base, factor, word, guard.unwrap_or("")])?;
        }
    }
    Ok(())
}

/// Here a word is of all the classes under which it stands.
fn sections<'a>(name: &str, lines: impl Iterator<Item = Line<'a>>) -> Result<List, String> {
    let mut found: Vec<(Line<'_>, &str, Vec<&str>)> = vec![];
    let mut section = "";
    for line in lines {
        if let Some(name) = line.text.strip_prefix('[') {
            section = name.trim_end_matches(']');
            continue;
        }
        for word in line.text.split_whitespace() {
            match found.iter_mut().find(|(_, other, _)| *other == word) {
                Some((first, _, classes)) if classes.contains(&section) => return Err(line.again(word, first.number)),
                Some((_, _, classes)) => classes.push(section),
                None => found.push((line, word, vec![section])),
            }
        }
    }
    let mut list = List { name: name.to_owned(), words: vec![], classes: vec![] };
    for (line, word, mut classes) in found {
        classes.sort_unstable();
        line.add(&mut list, word, &[&classes.join(" ")])?;
    }
    Ok(list)
}

impl<'a> Line<'a> {
    fn add_all(&self, list: &mut List, words: &str, columns: &[&str]) -> Result<(), String> {
        words.split_whitespace().try_for_each(|word| self.add(list, word, columns))
    }

    fn add(&self, list: &mut List, word: &str, columns: &[&str]) -> Result<(), String> {
        if word.is_empty() {
            return Err(format!("{}:{}: no word: {}", self.file, self.number, self.text));
        }
        if let Some(other) = list.words.iter().find(|other| other.text == word) {
            return Err(self.again(word, other.line));
        }
        let known = list.classes.iter().position(|class| class.columns == columns);
        let class = known.unwrap_or_else(|| {
            let columns = columns.iter().map(|&column| column.to_owned()).collect();
            let place = format!("no class of this name: {}, line {}: {}", self.file, self.number, self.text);
            list.classes.push(Class { columns, place });
            list.classes.len() - 1
        });
        let class = u16::try_from(class).map_err(|_| format!("{}: too many classes", self.file))?;
        list.words.push(Word { text: word.to_owned(), class, line: self.number });
        Ok(())
    }

    fn again(&self, word: &str, first: usize) -> String {
        format!("{}:{}: `{word}` is there already, in line {first}", self.file, self.number)
    }

    /// The first columns.
    fn columns<const N: usize>(&self) -> Result<[&'a str; N], String> {
        let columns: Vec<_> = self.text.split('\t').take(N).collect();
        columns.try_into().map_err(|_| format!("{}:{}: not {N} columns: {}", self.file, self.number, self.text))
    }

    fn check_place(&self) -> Result<(), String> {
        let known = matches!(self.text.split('\t').next(), Some("before" | "bare" | "after"));
        if known { Ok(()) } else { Err(format!("{}:{}: no such place: {}", self.file, self.number, self.text)) }
    }
}
