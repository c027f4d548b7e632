//! Packed files.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A packed file of these parts.
///
/// # Panics
/// Where two parts have the same name.
pub fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    written(parts.iter().map(|(name, content)| (*name, content.as_bytes())), SimpleFileOptions::default())
}

/// The same without compression, so that it is as long as its parts.
///
/// # Panics
/// Where two parts have the same name.
pub fn stored(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    written(parts.iter().copied(), options)
}

fn written<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>, options: SimpleFileOptions) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, options).expect("the names differ");
        writer.write_all(content).expect("memory can be written");
    }
    writer.finish().expect("memory can be written").into_inner()
}

/// An archive whose files are what stands between NUL bytes.
pub fn packed(inner: &[u8]) -> Vec<u8> {
    const MOST: usize = 8;
    let names: Vec<String> = (0..MOST).map(|at| format!("{at}")).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().map(String::as_str).zip(inner.splitn(MOST, |&byte| byte == 0)).collect();
    stored(&files)
}
