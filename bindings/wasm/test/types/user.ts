// A user's program, compiled and never run: it fails to compile when a name of the package changes.

import {
  check,
  coverage,
  DecodeError,
  explain,
  FenjieError,
  findUnit,
  init,
  leads,
  officialOf,
  parse,
  quantities,
  quote,
  satisfiedBy,
  tables,
  targetsOf,
  tasksOf,
  toCsv,
  toNumber,
  toText,
  why,
  type Code,
  type Decimal,
  type Diagnostic,
  type Notice,
  type Role,
  type Span,
  type Target,
  type Verdict,
} from "fenjie";
import { FileError, parseFile, parseTogether, place, readFile, type FileNotice, type Format } from "fenjie/files";
import { parse as parseInWorker, parseMany, terminate, type Progress } from "fenjie/worker";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <_Proof extends true>() => {};

await init();
const text: string = "1.修桥5座。（市交通局）";
const notice: Notice = parse(text, { year: 2025 });
const fromBytes: Notice = parse(new Uint8Array());

for (const task of notice.tasks) {
  const name: string | null = officialOf(notice, task)?.name ?? task.number;
  const units: string[] = leads(notice, task).flatMap((unit) => [unit.name, ...unit.nameplates]);
  const words: string = quote(text, task.span) + task.text + name + units.join();
  for (const target of targetsOf(notice, task)) {
    const value: Decimal | null = target.value;
    const due: string | null = target.due.date;
    const number: number | null = toNumber(target.value);
    console.log(words, value, due, number, target.value_max, target.measure, target.within);
  }
}
for (const row of notice.assignments) {
  const role: Role = row.role;
  const place: Span = row.span;
  console.log(text.slice(...place), role === "lead", row.basis === "first_listed", row.implied);
}
const doubts: Diagnostic[] = check(notice);
for (const { code, severity, message, message_zh, help, related } of doubts) {
  const title: string = explain(code).title_zh;
  console.log(title, severity === "warning", message, message_zh, help, related.length);
}
const verdict: Verdict = satisfiedBy(notice.targets[0] as Target, 5, { tolerance: "0.1", overFulfilment: false });
if (verdict.verdict === "missed") console.log(verdict.margin);
console.log(quantities(text)[0]?.comparator, toText(notice), why(notice, text).assignments[0]?.ground?.kind);
console.log(coverage(notice, text).read.lines, toCsv(tables(notice).targets), fromBytes.header.document_number?.serial);
console.log(tasksOf(notice, { unit: findUnit(notice, "市交通局")?.id ?? 0, role: "lead" }));

try {
  parse(text);
} catch (error) {
  if (error instanceof DecodeError) console.log(error.offset);
  else if (error instanceof FenjieError) console.log(error.code === "options");
}

const progress = ({ done, total, index, result }: Progress) => console.log(done / total, index, result.status);
const results = await parseMany([text, new Blob([text])], { onProgress: progress, signal: new AbortController().signal });
const [result] = results;
if (result?.status === "fulfilled") console.log(result.value.units.length);
const later: Promise<Notice> = parseInWorker(text, { year: 2025 });
terminate();

const read: FileNotice = await parseFile(new Blob([text]), { name: "清单.docx", year: 2025 });
const asNotice: Notice = await parseTogether([new Uint8Array(), new ArrayBuffer(1)], { names: ["a", "b"], encoding: "gb18030" });
const stands: string | undefined = place(read, asNotice.diagnostics[0]?.span ?? [0, 0])?.text_zh;
const { tables: [table], origins, files } = await readFile(new Uint8Array());
if (origins[0] && "cell" in origins[0].place) console.log(origins[0].place.cell.row, files[origins[0].file]);
console.log(stands, table?.cells[0]?.rows, read.document.text);
try {
  await readFile(new Uint8Array(), { encoding: null });
} catch (error) {
  const format: Format | null = error instanceof FileError ? error.format : null;
  if (format === "scan") console.log(error);
}

same<Equal<Notice["schema"], "fenjie.notice/2">>();
same<Equal<Target["strength"], "strive" | "ensure" | null>>();
same<Equal<Extract<Code, "sum-mismatch" | "no-such-code">, "sum-mismatch">>();

// @ts-expect-error: there is no such option
parse(text, { yaer: 2025 });
// @ts-expect-error: a decimal is no number
const wrong: number = notice.targets[0]!.value!;
// @ts-expect-error: no such role
leads(notice, notice.tasks[0]!).filter((unit) => unit.role);
// @ts-expect-error: a text is no file
parseFile(text);
// @ts-expect-error: a year is of a notice
readFile(new Uint8Array(), { year: 2025 });
// @ts-expect-error: a promise in the worker
parseInWorker(text).tasks;
console.log(later, wrong);
