//! Writes what the core reads from a set of texts, for the bindings to be held against: one JSON object a line,
//! `{"name", "text", "year", "notice", "written", "quantities"}`.
//!
//! `notice` is the document and `quantities` the list of the text's quantities, both as strings of JSON exactly as the core
//! writes them (spans in bytes); `written` is the notice's canonical text; `year` is the option, or null.
//!
//! The texts are those of the executable specification, the example notices, random notices, texts that punish careless
//! parsers or careless counting of characters, and every file of the folders named as arguments.

use std::error::Error;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::{env, fs, io};

use fenjie::quantity::{self, Quantity};
use fenjie::{Options, parse_with};
use fenjie_testkit::{Document, Pathological, Script, read_spec};
use serde_json::json;

type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// A text, and the year that the parser is told with it.
struct Input {
    name: String,
    text: String,
    year: Option<i16>,
}

impl Input {
    fn new(name: String, text: String) -> Self {
        Self { name, text, year: None }
    }
}

fn main() -> Result {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut inputs: Vec<_> = read_spec(&root.join("fenjie/spec"))?
        .into_iter()
        .map(|case| Input::new(format!("spec/{}", case.name), case.notice))
        .collect();
    inputs.extend(folder(&root.join("../examples/notices"))?);
    inputs.extend(counted_with_care());
    inputs.extend(random());
    inputs.extend(Pathological::ALL.map(|kind| Input::new(format!("pathological/{}", kind.name()), kind.text(300))));
    for argument in env::args().skip(1) {
        inputs.extend(folder(Path::new(&argument))?);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    inputs.iter().try_for_each(|input| write(input, &mut out))?;
    Ok(out.flush()?)
}

/// The text files of a folder.
fn folder(path: &Path) -> Result<Vec<Input>> {
    let mut paths = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let read = |path: &Path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        Ok(Input::new(format!("file/{name}"), fs::read_to_string(path)?))
    };
    paths.iter().map(|path| read(path)).collect()
}

/// Texts in which bytes, code points, UTF-16 units and what a reader counts all differ.
fn counted_with_care() -> impl Iterator<Item = Input> {
    const TEXTS: [(&str, &str); 7] = [
        ("empty", ""),
        ("byte order mark", "\u{feff}1.新建食堂12家。\r\n责任单位：市民政局\r\n"),
        ("outside of the first plane", "1.𠮷镇新建🏥卫生室3个。\n责任单位：𠮷镇政府、市卫生健康委\n"),
        ("combining marks", "1.办好cafe\u{301}服务点2个。\n责任单位：市商务局\u{200b}、市文旅局\n"),
        ("right to left", "1.新建\u{202e}公园5个\u{202c}。\n责任单位：市园林局\n"),
        ("markup", "1.新建<img src=x onerror=alert(1)>公园5个。\n责任单位：<b>市园林局</b>、市财政局\n"),
        ("controls", "1.新建\u{0}公园5个。\u{b}\u{c}\n责任单位：市园林局\u{85}市财政局\u{2028}\n"),
    ];
    TEXTS.into_iter().map(|(name, text)| Input::new(format!("counting/{name}"), text.to_owned()))
}

/// Random notices, every other one as pages and web sites leave it, every third with a year.
fn random() -> impl Iterator<Item = Input> {
    (0..60).map(|seed| {
        let script = Script::from_seed(seed);
        let document = if seed % 2 == 0 { Document::clean(&script) } else { Document::noisy(&script) };
        Input { name: format!("random/{seed}"), text: document.text, year: (seed % 3 == 0).then_some(2031) }
    })
}

fn write(input: &Input, out: &mut impl Write) -> Result {
    let options = input.year.map_or_else(|| Ok(Options::default()), |year| Options::default().year(year))?;
    let notice = parse_with(&input.text, &options);
    let quantities: Vec<Quantity> = quantity::find_iter(&input.text).collect();
    let line = json!({
        "name": input.name,
        "text": input.text,
        "year": input.year,
        "notice": serde_json::to_string(&notice)?,
        "written": notice.to_text(),
        "quantities": serde_json::to_string(&quantities)?,
    });
    writeln!(out, "{line}")?;
    Ok(())
}
