import {
  balanceCheck,
  WRONG_BALANCE,
} from "../../src/imports/balance_check.ts";
import { type FoundRow, unreadable } from "../../src/imports/found_row.ts";
import { mt940Balance, mt940Entry } from "../../src/imports/mt940_entry.ts";
import { minorDigits } from "../../src/kernel/money.ts";
import { textLines } from "./text_lines.ts";

const LINE_CHARS_MAX = 64 * 1024;
/** Lines of one field: a `:86:` has six, and some banks write more. */
const FIELD_LINES_MAX = 1_000;

/** The fields of a statement: what else begins so, as `:12:11` in a text does, is a line like any other. */
const TAG =
  /^:(13[CD]?|20|21|25P?|28C?|34F|60[FM]|61|62[FM]|64|65|86|90[CD]|NS):/;

interface Field {
  readonly tag: string;
  readonly line: number;
  readonly lines: string[];
}

/** Reads the statements of an MT940 file; what stands around them, as headers of SWIFT do, is passed over. */
export async function* mt940File(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly FoundRow[]> {
  const statements = openStatements();
  let field: Field | null = null;
  for await (const lines of textLines(chunks, LINE_CHARS_MAX)) {
    const found: FoundRow[] = [];
    for (const { line, text } of lines) {
      if (text === null || (field?.lines.length ?? 0) > FIELD_LINES_MAX) {
        yield found;
        yield [
          unreadable(
            line,
            text === null
              ? `is longer than ${LINE_CHARS_MAX} characters`
              : `is beyond the ${FIELD_LINES_MAX} lines that a field may have`,
          ),
        ];
        return;
      }
      const tag = TAG.exec(text);
      const isEnd = /^-\}?\s*$/.test(text) || /^\{\d:/.test(text);
      if (!tag && !isEnd) {
        field?.lines.push(text);
        continue;
      }
      if (field) found.push(...statements.take(field));
      field = tag
        ? { tag: tag[1]!, line, lines: [text.slice(tag[0].length)] }
        : null;
    }
    if (found.length > 0) yield found;
  }
  yield [
    ...field ? statements.take(field) : [],
    ...statements.end(),
  ];
}

function openStatements() {
  let account = "";
  let currency: string | null = null;
  let check = balanceCheck();
  let waiting: { readonly line: number; readonly statement: string } | null =
    null;
  let count = 0;
  /** Where a statement began that has no closing balance yet. */
  let openedAt: number | null = null;

  function settle(details: string): readonly FoundRow[] {
    if (waiting === null) return [];
    const { row, booked } = mt940Entry({ ...waiting, details }, {
      account,
      currency,
    });
    waiting = null;
    count++;
    check.entry(booked);
    return [row];
  }

  return {
    take({ tag, line, lines }: Field): readonly FoundRow[] {
      const text = lines.join("\n").trimEnd();
      if (tag === "86") return settle(text);
      // Numbered lines that some banks write instead.
      if (tag === "NS") return settle(text.replace(/^\d\d/gm, ""));
      const before = settle("");
      switch (tag) {
        case "20":
          [account, currency, check] = ["", null, balanceCheck()];
          break;
        case "25":
          account = accountIn(text);
          break;
        case "60F":
        case "60M": {
          const balance = mt940Balance(text);
          if (balance) {
            currency = balance.currency;
            openedAt = line;
            if (balance.money) check.opening(balance.money);
          }
          break;
        }
        case "61":
          waiting = { line, statement: text };
          break;
        case "62F":
        case "62M": {
          const balance = mt940Balance(text);
          count++;
          openedAt = null;
          if (balance?.money) check.closing(balance.money);
          if (check.isWrong()) {
            return [...before, {
              kind: "told",
              line,
              field: `:${tag}:`,
              detail: WRONG_BALANCE,
            }];
          }
          break;
        }
      }
      return before;
    },
    end(): readonly FoundRow[] {
      const rows = settle("");
      if (count === 0) {
        return [unreadable(1, "holds no statement")];
      }
      return openedAt === null ? rows : [...rows, {
        kind: "told",
        line: openedAt,
        field: ":60F:",
        detail: "has no closing balance: the file may be cut off",
      }];
    },
  };
}

/** The account without the currency that some banks write behind it. */
function accountIn(text: string): string {
  const currency = /(?<=\d)\s*([A-Z]{3})$/.exec(text)?.[1];
  return currency !== undefined && minorDigits(currency) !== undefined
    ? text.slice(0, -3).trim()
    : text;
}
