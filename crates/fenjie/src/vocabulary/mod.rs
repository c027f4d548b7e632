//! The genre's words, kept as data in `data/`, and how to find them. Adding a word here needs no change of code.

pub(crate) mod class;
mod composed;
mod lexicon;
#[cfg(test)]
mod tests;
pub(crate) mod words;

pub(crate) use composed::{label_words, may_end_label};
pub(crate) use lexicon::Lexicon;

use crate::model::{Comparator, PartKind};

/// What `build/` makes of the data files: a module for each.
#[allow(dead_code, clippy::all, clippy::pedantic)]
pub(crate) mod tables {
    use super::words::Words;

    include!(concat!(env!("OUT_DIR"), "/tables.rs"));
}

/// What a title or a heading says of the items below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GenreWord {
    /// The document tells what was done (通报).
    Bulletin,
    /// It explains another document (解读).
    Explains,
    /// It is a speech, or of the press (讲话).
    Press,
    /// It tells of tasks as a rule, and sets none (情况).
    Tells,
    /// A report of the press opens so (本报讯).
    News,
    /// Work that is still to be done stands below (下一步).
    Next,
    /// The year's goals (主要目标).
    Goal,
    /// The document is a letter of responsibility (责任书).
    Letter,
}

/// A side of a letter of responsibility (责任书).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Party {
    /// It hands the items out.
    Handing,
    /// It takes them on.
    Taking,
    /// In a letter of responsibility: the only side that is named.
    Only,
}

/// On which side of a word something of its sentence must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JointWord {
    /// Behind it: no sentence ends so.
    Behind,
    /// Before it: no sentence begins so.
    Before,
}

/// What the words after a label are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    /// Units that answer for the task (责任单位).
    Responsible,
    /// Units that lead (牵头单位).
    Lead,
    /// Units that take part (配合单位).
    Participant,
    /// A sentence that hands out roles (部门分工).
    Division,
    /// Officials (责任领导).
    Leader,
    /// A deadline (完成时限).
    Due,
    /// Whom to ask, or how far things are (联系人, 完成情况): nothing that answers.
    Aside,
}

/// How the head of a remark stands before its colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RemarkHead {
    /// Alone: 注.
    Whole,
    /// Behind other words: 监督电话.
    Tail,
    /// Between a title and its table: 单位, 填报单位.
    Above,
}

/// What a word says in a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LabelWord {
    Unit,
    /// A unit as the names of bodies end: 市政府 + 办公室 is a name.
    Organ,
    Leader,
    Due,
    Lead,
    Participant,
    /// Whose it is: 市级, 县直.
    Level,
    Plain,
    And,
}

impl LabelWord {
    /// Whether it is what a label names, and not what it says of that.
    fn is_named(self) -> bool {
        matches!(self, LabelWord::Unit | LabelWord::Organ | LabelWord::Leader | LabelWord::Due)
    }
}

/// How a list treats a body whose name ends in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Organ {
    /// A department, which takes the prefix of the list.
    Bare,
    /// A department of the Party committee.
    Party,
    /// A name that is whole as it stands.
    Own,
}

/// What a word between two bodies says of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Join {
    /// The one before leads and calls in those behind.
    Calls,
    And,
}

/// Whose department sees to something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Function {
    /// The government's of its place.
    Own,
    /// The state's, in a place.
    Vertical,
}

/// What a word behind units makes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    Lead,
    Participant,
    Joint,
}

/// Where in a name a word makes it a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupWord {
    Whole,
    Head,
    Tail,
    Within,
}

/// What kind of place a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// A unit of administration, which has a government.
    Region,
    /// A zone, which has a management committee.
    Zone,
    /// A street office, whose place by itself ends in no word of its kind.
    Street,
}

/// What the words of an item behind a label are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ItemLabel {
    Name,
    Content,
    Prose,
}

/// What stands in a column below a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    Number,
    Category,
    Name,
    Content,
    Item,
    Goal,
    Measure,
    Total,
    Region,
    Owner,
    Due,
    /// The money of the year's plan.
    Plan,
    /// It stands above other heads.
    Group,
    /// What was found to be wrong.
    Problem,
    Other,
}

/// What a word tells of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CellWord {
    /// It ends a task's name.
    Ends,
    /// It opens a task's text.
    Opens,
    /// Either.
    Both,
}

/// What words of a work report tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ReportWord {
    Review,
    Plan,
    Outlook,
    /// A paragraph that begins so is addressed to the deputies.
    Speech,
    Thanks,
    /// The title of what explains the report's words.
    Glossary,
}

/// What a word says in a phrase of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// It makes what follows a bound (到, 截至).
    Lead,
    /// So many years to come (未来).
    Ahead,
    /// A year so many years from the notice's own (今年: 0, 明年: 1, 去年: -1).
    Year(i8),
    /// The end of a year (年底, 年内).
    YearEnd,
    /// The first half of a year, or the second.
    Half(u8),
    /// The first, second or last third of a month.
    Third(u8),
    /// The first days of a year or a month.
    Start,
    /// The end of a year, a month, a quarter or a half (底, 末, 内).
    Edge,
    /// Not after it (前).
    Before,
    /// Behind a number: within so many years.
    Years,
    /// Behind a number: within so many months.
    Months,
    /// Behind a number: within so many days or hours.
    Days,
    /// A time of the year without a day of its own (春节).
    Event,
    /// It comes again (每月).
    Every,
    /// A deadline in words, without a day (持续推进).
    Standing,
    /// What is said of work that is finished (建成投用).
    Done,
}

/// What words say of who leads in the lists of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RuleWord {
    Lead,
    First,
    /// First in importance, not in a list.
    Exhort,
    /// No one leads by a mark.
    Unmarked,
    Units,
    /// All answer alike.
    Shared,
}

/// Which lines a word makes furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Furniture {
    /// Those that begin with it.
    Head,
    /// Those that are just this word.
    Whole,
    /// None: the names of sites end so.
    Site,
    /// The name of a field of a card of metadata.
    Card(CardField),
}

/// Which lines that hold a word are the site's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Legend {
    Any,
    /// Those that end as the captions of pictures do.
    Caption,
}

/// What a field of a web site's card says of the notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CardField {
    Number,
    Issuer,
    /// Which site or paper it was taken from.
    Source,
    Dated,
    Published,
    Title,
    Other,
    /// Something else, by the name of an everyday word.
    Weak,
}

macro_rules! lexicon {
    ($(#[$doc:meta])* $name:ident: $class:ty = $file:ident, { $($word:literal => $value:expr),* $(,)? }) => {
        $(#[$doc])*
        pub(crate) static $name: Lexicon<$class> =
            Lexicon::new(&tables::$file::WORDS, &const { class::classes(&tables::$file::CLASSES, &[$(($word, $value)),*]) });
    };
}

lexicon!(
    /// Labels that are words of their own.
    LABELS: Label = labels, {
        "responsible" => Label::Responsible, "lead" => Label::Lead, "participant" => Label::Participant,
        "division" => Label::Division, "leader" => Label::Leader, "due" => Label::Due, "aside" => Label::Aside,
    }
);
/// Pairs of long and short words in bodies' names, the longer ones first.
pub(crate) static SHORT_NAMES: [(&str, &str); tables::short_names::LIST.len()] =
    class::listed(&tables::short_names::LIST, &class::names(&tables::short_names::CLASSES));

/// Labels that a misprint is held against, the plainest first.
pub(crate) static USUAL_LABELS: [(&str, Label); tables::usual_labels::LIST.len()] = class::listed(
    &tables::usual_labels::LIST,
    &class::classes(
        &tables::usual_labels::CLASSES,
        &[("responsible", Label::Responsible), ("lead", Label::Lead), ("participant", Label::Participant)],
    ),
);
lexicon!(
    /// Last words of the names of bodies.
    ORGANS: Organ = organs, { "bare" => Organ::Bare, "party" => Organ::Party, "own" => Organ::Own }
);
lexicon!(
    /// Words that make a name stand for many.
    GROUPS: GroupWord = groups, { "whole" => GroupWord::Whole, "head" => GroupWord::Head, "tail" => GroupWord::Tail, "within" => GroupWord::Within }
);
lexicon!(
    /// The words that, anywhere in a name, make it a group where it ends in a word for one.
    GROUPS_WITHIN: () = groups_within, { "" => () }
);
lexicon!(
    /// Words for kinds of places.
    PLACES: Place = places, { "place" => Place::Region, "zone" => Place::Zone }
);
lexicon!(
    /// What a list of places ends in and hands out.
    PLACE_SUFFIXES: Place = place_suffixes, { "place" => Place::Region, "zone" => Place::Zone, "street" => Place::Street }
);
lexicon!(
    /// Short names of firms with branches.
    FIRMS: () = firms, { "" => () }
);
lexicon!(
    /// What a list of villages ends in and hands out.
    VILLAGE_SUFFIXES: () = village_suffixes, { "" => () }
);
lexicon!(
    /// Words behind units that say what they do.
    MARKS: Mark = marks, { "lead" => Mark::Lead, "participant" => Mark::Participant, "joint" => Mark::Joint }
);
lexicon!(
    /// Words between two bodies of one list.
    JOINS: Join = joins, { "calls" => Join::Calls, "and" => Join::And }
);
lexicon!(
    /// How a unit does what a mark says.
    MARK_MANNERS: () = mark_manners, { "" => () }
);
lexicon!(
    /// What departments see to: the first words of their names.
    FUNCTIONS: Function = functions, { "own" => Function::Own, "vertical" => Function::Vertical }
);
lexicon!(
    /// Last words that only departments and governments have.
    DEPARTMENTS: () = departments, { "" => () }
);
lexicon!(
    /// Words that open a clause about a list.
    REMARK_WORDS: () = remark_words, { "" => () }
);
lexicon!(
    /// What stands before the colon of a remark on a list.
    REMARK_HEADS: RemarkHead = remark_heads, {
        "whole" => RemarkHead::Whole, "tail" => RemarkHead::Tail, "above" => RemarkHead::Above,
    }
);
lexicon!(
    /// What a notice says of itself.
    OWN_WORDS: () = own_words, { "" => () }
);
lexicon!(
    /// What a notice does with what its title names.
    TITLE_VERBS: () = title_verbs, { "" => () }
);
lexicon!(
    /// Words before a unit that belong to the sentence.
    LEADING_WORDS: Option<Mark> = leading_words, { "none" => None, "participant" => Some(Mark::Participant) }
);
lexicon!(
    /// What web sites put around a notice.
    FURNITURE: Furniture = furniture, {
        "head" => Furniture::Head, "whole" => Furniture::Whole, "site" => Furniture::Site,
        "number" => Furniture::Card(CardField::Number), "issuer" => Furniture::Card(CardField::Issuer),
        "source" => Furniture::Card(CardField::Source), "dated" => Furniture::Card(CardField::Dated),
        "published" => Furniture::Card(CardField::Published), "title" => Furniture::Card(CardField::Title),
        "field" => Furniture::Card(CardField::Other), "weak" => Furniture::Card(CardField::Weak),
    }
);
lexicon!(
    /// The words that make a line the site's wherever in it they stand.
    LEGENDS: Legend = legends, { "legend" => Legend::Any, "caption" => Legend::Caption }
);
lexicon!(
    /// What titles and headings say of the items below them.
    GENRE_WORDS: GenreWord = genre_words, {
        "bulletin" => GenreWord::Bulletin, "explains" => GenreWord::Explains, "press" => GenreWord::Press,
        "tells" => GenreWord::Tells, "news" => GenreWord::News, "next" => GenreWord::Next, "goal" => GenreWord::Goal,
        "letter" => GenreWord::Letter,
    }
);
lexicon!(
    /// What the sides of a letter of responsibility are called.
    PARTY_WORDS: Party = party_words, { "handing" => Party::Handing, "taking" => Party::Taking, "only" => Party::Only }
);
lexicon!(
    /// Words with which no sentence ends, or begins.
    JOINTS: JointWord = joints, { "behind" => JointWord::Behind, "before" => JointWord::Before }
);
lexicon!(
    /// Posts of officials.
    POSTS: () = posts, { "" => () }
);
lexicon!(
    /// What an official does for the tasks.
    DUTIES: () = duties, { "" => () }
);
lexicon!(
    /// Words by which the title of a part is known.
    TITLE_WORDS: () = title_words, { "" => () }
);
lexicon!(
    /// Levels of government at the head of a unit's name.
    LEVELS: () = levels, { "" => () }
);
lexicon!(
    /// Words whose first character only looks like the name of a level.
    NOT_PREFIXES: () = not_prefixes, { "" => () }
);
lexicon!(
    /// Heads of names that are whole as they stand.
    FULL_NAMES: () = full_names, { "" => () }
);
lexicon!(
    /// Words behind bodies in a heading, for what they are to do.
    WORK_WORDS: () = work_words, { "" => () }
);
lexicon!(
    /// Last words that only look like those of bodies' names.
    NOT_BODIES: () = not_bodies, { "" => () }
);
lexicon!(
    /// Nouns that count items by name.
    ITEM_NOUNS: () = item_nouns, { "" => () }
);
lexicon!(
    /// Labels before the words of an item.
    ITEM_LABELS: ItemLabel = item_labels, { "name" => ItemLabel::Name, "content" => ItemLabel::Content, "prose" => ItemLabel::Prose }
);
lexicon!(
    /// Words of time, each with what it says in the places where it is looked for; a word may stand in several.
    TIME_WORDS: TimeWord = time_words, {
        "lead" => TimeWord::Lead, "ahead" => TimeWord::Ahead, "this" => TimeWord::Year(0), "next" => TimeWord::Year(1),
        "after_next" => TimeWord::Year(2), "last" => TimeWord::Year(-1), "year_end" => TimeWord::YearEnd,
        "half" => TimeWord::Half(1), "second_half" => TimeWord::Half(2), "early" => TimeWord::Third(1),
        "middle" => TimeWord::Third(2), "late" => TimeWord::Third(3), "start" => TimeWord::Start,
        "edge" => TimeWord::Edge, "before" => TimeWord::Before, "span" => TimeWord::Years,
        "months" => TimeWord::Months, "days" => TimeWord::Days, "event" => TimeWord::Event,
        "every" => TimeWord::Every, "standing" => TimeWord::Standing, "done" => TimeWord::Done,
    }
);
lexicon!(
    /// Words for all the tasks above.
    ABOVE_WORDS: () = above_words, { "" => () }
);
lexicon!(
    /// Words that may stand before a deadline.
    DUE_LEADS: () = due_leads, { "" => () }
);
lexicon!(
    /// Frequent surnames.
    SURNAMES: () = surnames, { "" => () }
);
lexicon!(
    /// Words of headings whose points are instructions, not tasks.
    PROSE_HEADINGS: () = prose_headings, { "" => () }
);
lexicon!(
    /// Words by which cells are told apart that run together.
    CELL_WORDS: CellWord = cell_words, {
        "ends" => CellWord::Ends, "opens" => CellWord::Opens, "both" => CellWord::Both,
    }
);
lexicon!(
    /// Words at the head of a table's columns.
    COLUMNS: Head = columns, {
        "number" => Head::Number, "category" => Head::Category, "name" => Head::Name, "content" => Head::Content,
        "item" => Head::Item, "goal" => Head::Goal, "measure" => Head::Measure, "total" => Head::Total,
        "region" => Head::Region, "owner" => Head::Owner, "due" => Head::Due, "group" => Head::Group,
        "plan" => Head::Plan, "problem" => Head::Problem, "other" => Head::Other,
    }
);
lexicon!(
    /// Words by which a work report's headings and speeches are known.
    REPORT_WORDS: ReportWord = report_words, {
        "review" => ReportWord::Review, "plan" => ReportWord::Plan, "outlook" => ReportWord::Outlook,
        "speech" => ReportWord::Speech, "thanks" => ReportWord::Thanks, "glossary" => ReportWord::Glossary,
    }
);
lexicon!(
    /// Words of the sentences that say who leads.
    RULE_WORDS: RuleWord = rule_words, {
        "lead" => RuleWord::Lead, "first" => RuleWord::First, "exhort" => RuleWord::Exhort,
        "unmarked" => RuleWord::Unmarked, "units" => RuleWord::Units, "shared" => RuleWord::Shared,
    }
);
lexicon!(
    /// Words by which the title of a part tells its kind.
    PART_WORDS: PartKind = part_words, {
        "outlook" => PartKind::Outlook, "commitments" => PartKind::Commitments, "livelihood" => PartKind::Livelihood,
    }
);
lexicon!(
    /// Words that hold a numeral and mean no number.
    NUMERAL_WORDS: () = numeral_words, { "" => () }
);
lexicon!(
    /// Words that make a name of the number straight before them.
    NUMBER_NAMES: () = number_names, { "" => () }
);
lexicon!(
    /// Numerals, and the words that a text without any may still commit itself with.
    COMMITTING: () = committing, { "" => () }
);
lexicon!(
    /// Words that compare, and whether only an average may follow them.
    COMPARING: (Comparator, bool) = comparing, {
        "gt" => (Comparator::Gt, false), "lt" => (Comparator::Lt, false), "ge" => (Comparator::Ge, false),
        "le" => (Comparator::Le, false), "step" => (Comparator::InStep, false),
        "gt_average" => (Comparator::Gt, true), "le_average" => (Comparator::Le, true),
        "ge_average" => (Comparator::Ge, true),
    }
);
lexicon!(
    /// Words of which labels are made.
    LABEL_WORDS: LabelWord = label_words, {
        "unit" => LabelWord::Unit, "organ" => LabelWord::Organ, "leader" => LabelWord::Leader, "due" => LabelWord::Due,
        "lead" => LabelWord::Lead, "participant" => LabelWord::Participant, "level" => LabelWord::Level,
        "plain" => LabelWord::Plain, "and" => LabelWord::And,
    }
);
