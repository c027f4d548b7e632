// Files made by hand, as small as they can be.

/** What zip and its readers check a file by. */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Numbers of two bytes and of four, the low one first. */
const small = (...numbers) => Buffer.from(Uint16Array.from(numbers).buffer);
const large = (...numbers) => Buffer.from(Uint32Array.from(numbers).buffer);

/** A zip of files that are stored as they are. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [path, text] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const known = Buffer.concat([large(crc32(data), data.length, data.length), small(name.length, 0)]);
    const part = Buffer.concat([large(0x04034b50), small(20, 0x800, 0, 0, 0x21), known, name, data]);
    directory.push(large(0x02014b50), small(20, 20, 0x800, 0, 0, 0x21), known, small(0, 0, 0), large(0, at), name);
    parts.push(part);
    at += part.length;
  }
  const index = Buffer.concat(directory);
  const count = parts.length;
  const end = Buffer.concat([large(0x06054b50), small(0, 0, count, count), large(index.length, at), small(0)]);
  return Buffer.concat([...parts, index, end]);
}

/** A Word document of paragraphs and one table of words. */
export function docx(paragraphs, rows) {
  const run = (words) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`;
  const cell = (words) => `<w:tc>${run(words)}</w:tc>`;
  const table = rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("");
  const space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const body = `${paragraphs.map(run).join("")}<w:tbl>${table}</w:tbl>`;
  return zip({
    "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "word/document.xml": `<?xml version="1.0"?><w:document xmlns:w="${space}"><w:body>${body}</w:body></w:document>`,
  });
}

/** An Excel workbook of one sheet, its words in the cells. */
export function xlsx(name, rows) {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const packages = "http://schemas.openxmlformats.org/package/2006/relationships";
  const cell = (words, row, column) => `<c r="${String.fromCharCode(65 + column)}${row + 1}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const line = (words, row) => `<row r="${row + 1}">${words.map((word, column) => cell(word, row, column)).join("")}</row>`;
  return zip({
    "xl/workbook.xml":
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels":
      `<Relationships xmlns="${packages}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows.map(line).join("")}</sheetData></worksheet>`,
  });
}
