//! Files of PDF for tests: those of the reader, and those of the whole crate.

/// A file of these objects, of which the first is the root, and what its trailer says beside.
pub(crate) fn file(objects: &[impl AsRef<[u8]>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n".to_vec();
    for (number, object) in (1..).zip(objects) {
        bytes.extend(format!("{number} 0 obj\n").bytes());
        bytes.extend(object.as_ref());
        bytes.extend(b"\nendobj\n");
    }
    bytes.extend(format!("trailer << /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF").bytes());
    bytes
}

/// A stream.
pub(crate) fn stream(dict: &str, data: impl AsRef<[u8]>) -> Vec<u8> {
    let data = data.as_ref();
    let head = format!("<< {dict} /Length {} >> stream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}
