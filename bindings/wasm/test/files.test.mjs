// Files as they come: what is in them, where it stands, and why some cannot be read.

import assert from "node:assert/strict";
import { after, test } from "node:test";

import { parse, toText } from "fenjie";
import * as files from "fenjie/files";
import * as worker from "fenjie/worker";

import { docx, xlsx, zip } from "./packed.mjs";

after(() => worker.terminate());

const text = "云溪市2025年任务清单\n1.办好食堂50家。\n责任单位：市教育局、市财政局\n";
const rows = [
  ["序号", "工作任务", "牵头单位"],
  ["1", "办好食堂50家", "市教育局"],
  ["2", "新增学位7000个", "市财政局"],
];
const row = (words) => `<tr>${words.map((word) => `<td>${word}</td>`).join("")}</tr>`;
const page = `<!DOCTYPE html><html><body><h1>云溪市2025年任务清单</h1><p>请抓好落实。</p><table>${rows.map(row).join("")}</table></body></html>`;
const csv = rows.map((words) => words.join(",")).join("\r\n");
const word = docx(["云溪市2025年任务清单", "请抓好落实。"], rows);
const book = xlsx("清单", [["云溪市2025年任务清单"], ...rows]);
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d);
const utf8 = (words) => new TextEncoder().encode(words);

/** A text in GB18030, which nothing here writes but everything reads: each character is looked for. */
const gb18030 = (words) => Uint8Array.from([...words].flatMap((character) => PAIRS.get(character) ?? [character.codePointAt(0)]));
const PAIRS = new Map();
const decoder = new TextDecoder("gb18030");
for (let first = 0xa1; first < 0xf8; first++) {
  for (let second = 0xa1; second < 0xff; second++) PAIRS.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
}

/** Who leads what. */
const led = (notice) => notice.tasks.map((task) => [task.text, ...files.leads(notice, task).map(({ name }) => name)]);

const kinds = {
  "a page": utf8(page),
  "a page in GB18030": gb18030(page),
  "separated values": utf8(csv),
  "separated values in GB18030": gb18030(csv),
  Word: word,
  Excel: book,
};

for (const [name, bytes] of Object.entries(kinds)) {
  test(`${name} is read cell by cell`, async () => {
    const notice = await files.parseFile(bytes, { name: "清单" });
    assert.deepEqual(led(notice), [["办好食堂50家", "市教育局"], ["新增学位7000个", "市财政局"]]);
    const { text, tables, files: names } = notice.document;
    const [table] = tables;
    assert.deepEqual(names, ["清单"]);
    const cells = table.cells.map((cell) => files.quote(text, cell.span));
    assert.deepEqual(cells.filter((words) => rows.flat().includes(words)), rows.flat());
    for (const { span, quote } of notice.targets) assert.equal(files.quote(text, span), quote);
    assert.ok(toText(notice, text).includes("市财政局"), "it is a notice as any other");
  });
}

test("a text is read as `parse` reads it, in any encoding", async () => {
  const expected = parse(text);
  for (const bytes of [utf8(text), gb18030(text), Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"))]) {
    const { document, ...notice } = await files.parseFile(bytes);
    assert.deepEqual(notice, expected);
    assert.equal(document.text, text);
  }
});

test("a file is a Blob, or bytes", async () => {
  const expected = await files.parseFile(word, { name: "清单.docx" });
  const blob = Object.assign(new Blob([word]), { name: "清单.docx" });
  for (const file of [blob, new Uint8Array(word)]) {
    assert.deepEqual(await files.parseFile(file, { name: "清单.docx" }), expected);
  }
  assert.deepEqual(await files.parseFile(blob), expected, "a file brings its name");
  const { buffer } = new Uint8Array(word);
  assert.deepEqual(await files.parseFile(buffer, { name: "清单.docx" }), expected);
  for (const wrong of [undefined, null, 1, "text", {}]) await assert.rejects(files.parseFile(wrong), TypeError);
});

test("what a diagnostic is about has a place in its file", async () => {
  const place = (notice, words) => files.place(notice, [notice.document.text.indexOf(words), 0]);
  const inWord = await files.parseFile(word, { name: "清单.docx" });
  assert.deepEqual(place(inWord, "市财政局"), {
    file: "清单.docx",
    place: { cell: { table: 1, row: 3, column: 3 } },
    text: "table 1, row 3, column 3",
    text_zh: "表1第3行第3列",
  });
  assert.equal(place(inWord, "请抓好").text_zh, "第2段");
  assert.equal(place(await files.parseFile(book), "市财政局").text, "清单!C4");
  assert.equal(place(await files.parseFile(utf8(text)), "责任单位").text, "line 3");
  for (const { span } of inWord.diagnostics) assert.ok(files.place(inWord.document, span));
  assert.equal(files.place(parse(text), [0, 1]), null);
  assert.equal(files.place(inWord, [inWord.document.text.length + 1, 0]), null);
});

test("every kind of place has its words", () => {
  const origins = [
    { span: [0, 2], file: 0, place: { page: { page: 2, line: 7 } } },
    { span: [3, 5], file: 1, place: { sheet: { sheet: "表", row: 7, column: 28 } } },
    { span: [6, 8], file: 1, place: { paragraph: 3 } },
  ];
  const document = { text: "", tables: [], origins, files: ["a.pdf", "b.xlsx"] };
  const words = [0, 4, 6].map((at) => files.place(document, [at, at])).map(({ file, text, text_zh }) => [file, text, text_zh]);
  assert.deepEqual(words, [
    ["a.pdf", "page 2, line 7", "第2页第7行"],
    ["b.xlsx", "表!AB7", "表!AB7"],
    ["b.xlsx", "paragraph 3", "第3段"],
  ]);
});

test("several files are one notice", async () => {
  const notice = await files.parseTogether([utf8(page), book], { names: ["通知.html", "附件.xlsx"], year: 2025 });
  assert.deepEqual(notice.document.files, ["通知.html", "附件.xlsx"]);
  assert.equal(notice.document.tables.length, 2);
  assert.equal(led(notice).length, 4);
  const last = notice.targets.at(-1).span;
  assert.deepEqual(files.place(notice, last).file, "附件.xlsx");
  for (const { span } of notice.document.origins) assert.ok(span[0] <= span[1] && span[1] <= notice.document.text.length);
});

test("spans count UTF-16 units", async () => {
  const notice = await files.parseFile(utf8(page.replace("请抓好", "𠮷🇨🇳请抓好")));
  for (const { span, quote } of notice.targets) assert.equal(files.quote(notice.document.text, span), quote);
  const { text, tables, origins } = notice.document;
  assert.equal(files.quote(text, tables[0].cells[0].span), "序号");
  assert.equal(files.quote(text, origins[1].span), "𠮷🇨🇳请抓好落实。");
});

test("a document can be had without a parse", async () => {
  const document = await files.readFile(word, { name: "清单.docx" });
  assert.deepEqual(document, (await files.parseFile(word, { name: "清单.docx" })).document);
});

test("an archive is the files in it", async () => {
  const document = await files.readFile(zip({ "清单.csv": text, "通知.html": page }), { name: "下载.zip" });
  assert.deepEqual(document.files, ["下载.zip/通知.html", "下载.zip/清单.csv"]);
});

test("an encoding can be told, and a year", async () => {
  const big5 = Uint8Array.of(0xb3, 0x64, 0xa5, 0xf4); // 責任
  assert.equal((await files.readFile(big5, { encoding: "big5" })).text, "責任");
  const bare = utf8("一、办好食堂。（责任单位：市教育局）");
  assert.equal((await files.parseFile(bare, { year: 2025 })).parts[0].from, 2025);
});

const failing = [
  ["a picture", picture, files.FileError, "unreadable-format", { format: "image" }, "OCR"],
  ["an archive", utf8("Rar!\x1a\x07"), files.FileError, "unreadable-format", { format: "archive" }, "unpack"],
  ["rich text", utf8("{\\rtf1 x}"), files.FileError, "unreadable-format", { format: "rtf" }, "DOCX"],
  ["half a file", word.subarray(0, 300), files.FileError, "broken-file", { format: "archive" }, "not a whole archive"],
  ["another document", zip({ "word/document.xml": "<w:document" }), files.FileError, "broken-file", { format: "docx" }, "not a whole Word document"],
  ["a deep document", utf8(`<html>${"<div>".repeat(100_000)}`), files.FileError, "too-large", { limit: "depth" }, "elements"],
  ["no text", Uint8Array.of(0x25, 0x50, 0, 1), files.DecodeError, "binary", { offset: 2 }, "NUL"],
];

for (const [name, bytes, kind, code, fields, message] of failing) {
  test(`${name} is refused`, async () => {
    const check = (error) => {
      assert.ok(error instanceof kind && error instanceof files.FenjieError, String(error));
      assert.deepEqual([error.name, error.code, error.file], [kind.name, code, "清单"]);
      for (const [field, value] of Object.entries(fields)) assert.equal(error[field], value);
      assert.ok(error.message.startsWith("清单: ") && error.message.includes(message), error.message);
      return true;
    };
    await assert.rejects(files.parseFile(bytes, { name: "清单" }), check);
    await assert.rejects(files.parseTogether([utf8(page), bytes], { names: ["通知", "清单"] }), check);
    await assert.rejects(files.readFile(bytes, { name: "清单" }), check);
    await assert.rejects(worker.parseFile(bytes, { name: "清单" }), check);
  });
}

test("options without sense are refused", async () => {
  await assert.rejects(files.parseFile(word, { yaer: 2025 }), files.OptionsError);
  await assert.rejects(files.parseFile(word, { year: 7 }), files.OptionsError);
});

test("a worker says the same", async () => {
  const options = { names: ["通知.html", "附件.xlsx"] };
  assert.deepEqual(await worker.parseTogether([utf8(page), book], options), await files.parseTogether([utf8(page), book], options));
  assert.deepEqual(await worker.parseFile(new Blob([word])), await files.parseFile(word));
  assert.deepEqual(await worker.readFile(word), await files.readFile(word));
  const reason = new Error("enough");
  await assert.rejects(worker.parseFile(word, { signal: AbortSignal.abort(reason) }), reason);
});

test("both ways in offer the same", async () => {
  const web = await import("../../../target/npm/fenjie/files/web.js");
  assert.deepEqual(Object.keys(web).sort(), Object.keys(files).sort());
});
