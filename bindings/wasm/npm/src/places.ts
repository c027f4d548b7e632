// Where in its file something stands.

import type { Document, Place, Span } from "./model.js";

/** A place in a file, and how it is called. */
export interface Placed {
  /** The name of the file. */
  file: string;
  /** The place. */
  place: Place;
  /** The place in words: `table 1, row 3, column 2`. */
  text: string;
  /** The same in Chinese: `表1第3行第2列`. */
  text_zh: string;
}

/**
 * Where in its file a span of a notice or a document begins. Null where that cannot be said: between two paragraphs, or
 * where the notice was not read from files.
 */
export function place(of: Document | { document?: Document }, span: Span): Placed | null {
  const document = "origins" in of ? of : of.document;
  const origin = document && originOf(document, span);
  if (!origin) return null;
  const { file, place } = origin;
  return { file: document.files[file] ?? "", place, text: inEnglish(place), text_zh: inChinese(place) };
}

/** The last origin that begins at the span or before it, where it goes that far. */
function originOf({ origins }: Document, [start]: Span) {
  let [from, to] = [0, origins.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (origins[middle]!.span[0] <= start) from = middle + 1;
    else to = middle;
  }
  const origin = origins[from - 1];
  return origin && start <= origin.span[1] ? origin : null;
}

function inEnglish(place: Place): string {
  if ("line" in place) return `line ${place.line}`;
  if ("paragraph" in place) return `paragraph ${place.paragraph}`;
  if ("cell" in place) return `table ${place.cell.table}, row ${place.cell.row}, column ${place.cell.column}`;
  if ("page" in place) return `page ${place.page.page}, line ${place.page.line}`;
  return inSheet(place.sheet);
}

function inChinese(place: Place): string {
  if ("line" in place) return `第${place.line}行`;
  if ("paragraph" in place) return `第${place.paragraph}段`;
  if ("cell" in place) return `表${place.cell.table}第${place.cell.row}行第${place.cell.column}列`;
  if ("page" in place) return `第${place.page.page}页第${place.page.line}行`;
  return inSheet(place.sheet);
}

/** A cell as spreadsheets name it: `清单!D7`. */
function inSheet({ sheet, row, column }: { sheet: string; row: number; column: number }): string {
  let letters = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${sheet}!${letters}${row}`;
}
