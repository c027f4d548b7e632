//! The JavaScript around the wasm.

use anyhow::Result;
use wasm_bindgen_cli_support::Bindgen;

/// Writes `NAME.js`, `NAME_bg.wasm` and their types, as modules that work in browsers, bundlers and Node alike. The
/// names of functions stay, for profiles; `wasm-opt` takes them out.
pub(crate) fn write(wasm: &str, folder: &str, name: &str) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name(name).typescript(true).remove_producers_section(true);
    bindgen.web(true)?;
    bindgen.generate(folder)
}
