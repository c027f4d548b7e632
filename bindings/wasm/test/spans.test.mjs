// `text.slice(...span)` is what a fact was read from.

import assert from "node:assert/strict";
import { test } from "node:test";

import { grids, parse, quantities, quote, why } from "fenjie";

import { examples, isSpan, spans } from "./notices.mjs";

/** Without what a page puts into words: blanks, breaks, its number. */
const bare = (words) => words.replace(/[\s\u3000]/g, "").replace(/—\d+—/g, "");

/** Every row that has both a quote and a span. */
function quoted(value, found = []) {
  if (value === null || typeof value !== "object") return found;
  if (typeof value.quote === "string" && isSpan(value.span)) found.push(value);
  Object.values(value).forEach((inner) => quoted(inner, found));
  return found;
}

/** Whether the words begin and end as the quote does and have all of it in order: a page's foot, a column between is left out. */
function isCutFrom(quoted, words) {
  let at = 0;
  for (const character of words) if (quoted.startsWith(character, at)) at += character.length;
  return at === quoted.length && words.at(0) === quoted.at(0) && words.at(-1) === quoted.at(-1);
}

for (const [name, text] of Object.entries(examples)) {
  // The same with characters outside the basic plane before it and inside it.
  for (const [kind, source] of [["as it is", text], ["with pairs of surrogates", `𠮷🇨🇳\n${text.replaceAll("市", "𠮷市")}`]]) {
    test(`${name}, ${kind}`, () => {
      const notice = parse(source);
      const facts = quoted([notice, why(notice, source)]);
      assert.ok(facts.length > 0);
      for (const fact of facts) {
        const words = quote(source, fact.span);
        // A quote that goes over a break is mended; a list hands words out.
        assert.ok(bare(words).includes(bare(fact.quote)) || words.includes(fact.quote[0]), `${words} | ${fact.quote}`);
      }
      for (const target of notice.targets) {
        const words = bare(quote(source, target.span));
        assert.ok(isCutFrom(bare(target.quote), words), `${words} | ${target.quote}`);
      }
      for (const [start, end] of spans([notice, quantities(source), grids(source)])) {
        assert.ok(0 <= start && start <= end && end <= source.length);
        for (const edge of [start, end]) {
          const inside = /[\udc00-\udfff]/.test(source[edge] ?? "") && /[\ud800-\udbff]/.test(source[edge - 1] ?? "");
          assert.ok(!inside, "no span ends inside a character");
        }
      }
      assert.equal(notice.blocks.map((block) => quote(source, block.span)).join(""), source);
    });
  }
}

test("a lone surrogate is one unit, as in the text", () => {
  for (const lone of ["\ud800", "\udc00"]) {
    const source = `1.建设食堂100家。\n责任单位：市教育局${lone}、市财政局\n2.修桥${lone}5座。（市交通局）`;
    const notice = parse(source);
    const units = notice.assignments.map((row) => quote(source, row.span).replaceAll(lone, ""));
    assert.deepEqual(units, ["市教育局", "市财政局", "市交通局"]);
    assert.equal(notice.blocks.at(-1).span[1], source.length);
    assert.ok(notice.assignments[0].quote.includes("\ufffd"), "the document has the replacement character");
  }
});
