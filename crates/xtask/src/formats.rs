//! Steps about files: what LibreOffice makes of the pages of `crates/fenjie-files` says what the pages say, and what libraries of
//! Python write by the scripts there says what the scripts say.

use std::fs;
use std::path::{Path, PathBuf};

use crate::apt;
use crate::command::Run;
use crate::house::House;
use crate::outcome::Result;
use crate::venv::Venv;

/// Where the pages are.
const PAGES: &str = "crates/fenjie-files/tests/pages";

/// What LibreOffice reads a page as, and what it then writes. A sheet of separated values is in GB18030 (code page 85, as
/// LibreOffice counts them), as a Chinese Excel saves it.
const WRITERS: [(&str, &[&str]); 2] = [
    ("HTML (StarWriter)", &["odt", "docx", "doc", "pdf"]),
    ("HTML (StarCalc)", &["ods", "xlsx", "xls", "csv:Text - txt - csv (StarCalc):44,34,85,1"]),
];

/// Debian's packages of LibreOffice without a desktop, and a font with Chinese characters.
const PACKAGES: [&str; 3] = ["libreoffice-writer-nogui", "libreoffice-calc-nogui", "fonts-noto-cjk"];

/// The scripts that write what LibreOffice does not.
const SCRIPTS: Venv =
    Venv { folder: "crates/fenjie-files/tests/office", requirements: "requirements.txt", place: "target/office" };

/// Makes the files and reads them.
pub(crate) fn test(house: &House) -> Result {
    let folder = house.root.join("target/files");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    convert(house, &folder)?;
    SCRIPTS.fill(house)?;
    let build = SCRIPTS.run(house, "python").argument("build.py");
    build.argument(&folder.join("office").to_string_lossy()).show()?;
    let test = house.cargo(["test", "-p", "fenjie-files", "--test", "formats"]);
    test.set("FENJIE_FILES", &folder.to_string_lossy()).show()
}

/// Form, lints and types of the scripts.
pub(crate) fn lint(house: &House) -> Result {
    SCRIPTS.fill(house)?;
    SCRIPTS.run(house, "ruff").argument("check").show()?;
    SCRIPTS.run(house, "ruff").arguments(["format", "--check"]).show()?;
    SCRIPTS.run(house, "mypy").argument(".").show()
}

/// Lets LibreOffice write every page in every format.
fn convert(house: &House, folder: &Path) -> Result<()> {
    let office = office(house)?;
    let pages = pages(&house.root.join(PAGES))?;
    for (filter, formats) in WRITERS {
        for format in formats {
            let profile =
                format!("-env:UserInstallation=file://{}", house.root.join("target/office/profile").display());
            let infilter = format!("--infilter={filter}");
            let convert = Run::new(office, &house.root).arguments([&*profile, "--headless", &infilter]);
            let convert = convert.arguments(["--convert-to", format, "--outdir", &folder.to_string_lossy()]);
            convert.arguments(pages.iter().map(String::as_str)).output()?;
        }
    }
    Ok(())
}

/// The name of LibreOffice's program, which is installed where it is not there.
fn office(house: &House) -> Result<&'static str> {
    let name = "soffice";
    let works = || Run::new(name, &house.root).argument("--version").works();
    if !works() {
        apt::update(house)?;
        apt::install(house, &PACKAGES)?;
    }
    if works() { Ok(name) } else { Err("LibreOffice does not run".to_owned()) }
}

fn pages(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths.iter().map(|path| path.to_string_lossy().into_owned()).collect())
}
