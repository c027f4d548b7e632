//! The command line.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand, ValueEnum};
use fenjie::{Code, Severity};

/// Reads Chinese local-government notices: who answers for what, by when, and how much.
#[derive(Debug, Parser)]
#[command(name = "fenjie", version, after_help = EXIT_STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// The language of labels and messages [default: the environment's]
    #[arg(long, global = true, value_enum)]
    pub(crate) lang: Option<Lang>,
    /// When to colour the output
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
}

const EXIT_STATUS: &str = "Exit status: 0 when all is well, 1 when `check` finds errors (or what `--deny` names) or \
                           `fmt` no notice or, with `--check`, one that is not canonical, 2 when a file cannot be read \
                           or the command line is wrong.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Show what notices say: officials, tasks, units, targets
    Parse(ParseArgs),
    /// Show what is doubtful in notices
    Check(CheckArgs),
    /// Write notices out clean, in their canonical form
    Fmt(FmtArgs),
    /// Show the words and the tables of files, as they are read
    Text(TextArgs),
    /// Show the quantities of each line as a line of JSON
    Quantities(QuantitiesArgs),
    /// Explain a diagnostic, or list them all
    Explain(ExplainArgs),
}

/// What is read. Every command that reads notices takes the same.
#[derive(Debug, clap::Args)]
pub(crate) struct InputArgs {
    /// Web pages, Word and Excel files, PDF, text in any encoding; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Read all files as one notice: a page and its annexes, in this order; of a folder all its files
    #[arg(long)]
    pub(crate) together: bool,
    /// The encoding of texts and pages that do not say it themselves, such as `gb18030` [default: found out]
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
}

#[derive(Debug, Parser)]
pub(crate) struct ParseArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// `outline` for people; `json` for programs: one document a line and a file
    #[arg(long, value_enum, default_value_t = ParseFormat::Outline)]
    pub(crate) format: ParseFormat,
    /// Indent the JSON over several lines
    #[arg(long)]
    pub(crate) pretty: bool,
    /// Show the whole text of each task instead of its first words
    #[arg(long)]
    pub(crate) full: bool,
    /// Show under units and targets the rule and the words that gave them (in the JSON: `basis` and `rule`)
    #[arg(long)]
    pub(crate) why: bool,
}

#[derive(Debug, Parser)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// `text` for people; `json` for programs: one diagnostic a line
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
    /// The least grave diagnostics to show
    #[arg(long, value_enum, default_value_t = Level::Notes)]
    pub(crate) level: Level,
    /// The least grave diagnostics to exit with status 1 for
    #[arg(long, value_enum, default_value_t = Level::Errors, value_name = "LEVEL")]
    pub(crate) deny: Level,
    /// How many errors, warnings and notes of a file to show as text, of each; 0 shows all
    #[arg(long, default_value_t = 100, value_name = "N")]
    pub(crate) limit: usize,
}

#[derive(Debug, Parser)]
pub(crate) struct FmtArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// Write nothing; say which files are not canonical, and exit with status 1 if any is not
    #[arg(long)]
    pub(crate) check: bool,
}

#[derive(Debug, Parser)]
pub(crate) struct TextArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    /// `text` for people, with a tab between the cells of a table; `json` for programs, with each cell and where it stands
    #[arg(long, value_enum, default_value_t = TextFormat::Text)]
    pub(crate) format: TextFormat,
}

#[derive(Debug, Parser)]
pub(crate) struct QuantitiesArgs {
    /// Text files in UTF-8; `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Parser)]
pub(crate) struct ExplainArgs {
    /// The diagnostic's name, as `check` prints it in brackets
    #[arg(value_parser = PossibleValuesParser::new(Code::ALL.iter().map(|code| code.as_str())).try_map(|name| name.parse::<Code>()))]
    pub(crate) code: Option<Code>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ParseFormat {
    Outline,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TextFormat {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
}

/// A severity, named as `--deny` reads best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Level {
    Notes,
    Warnings,
    Errors,
}

impl Level {
    pub(crate) fn severity(self) -> Severity {
        match self {
            Self::Notes => Severity::Note,
            Self::Warnings => Severity::Warning,
            Self::Errors => Severity::Error,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

impl Color {
    /// Tells everything that prints.
    pub(crate) fn write_global(self) {
        let choice = match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        };
        choice.write_global();
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Lang {
    En,
    Zh,
}

impl Lang {
    /// Chinese where the environment asks for it, by the usual variables in their usual order.
    pub(crate) fn of_environment() -> Self {
        let set = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(set);
        if locale.is_some_and(|locale| locale.starts_with("zh")) { Self::Zh } else { Self::En }
    }

    /// The words in this language.
    pub(crate) fn pick<'a>(self, en: &'a str, zh: &'a str) -> &'a str {
        match self {
            Self::En => en,
            Self::Zh => zh,
        }
    }
}
