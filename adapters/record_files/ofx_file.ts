import { type FoundRow, unreadable } from "../../src/imports/found_row.ts";
import { type Element, textAt } from "../../src/imports/markup.ts";
import { ofxEntry } from "../../src/imports/ofx_entry.ts";
import { collectElements } from "./collect_elements.ts";
import { headOf } from "./chunks.ts";
import { sgmlEvents } from "./sgml_events.ts";
import { xmlEvents } from "./xml_events.ts";

/** Where an account is named, and what is read of it. */
const ACCOUNTS = new Set(["BANKACCTFROM", "CCACCTFROM", "INVACCTFROM"]);
/** The messages that hold one statement each. */
const STATEMENTS = new Set(["STMTRS", "CCSTMTRS", "INVSTMTRS"]);

/** Reads OFX and QFX: 1.x as SGML, 2.x as XML. */
export async function* ofxFile(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly FoundRow[]> {
  const { head, all } = await headOf(chunks, 4_096);
  const events = isXml(head) ? xmlEvents(all) : sgmlEvents(all);
  let account = "";
  let currency: string | null = null;
  let statements = 0;
  let trades = 0;
  for await (const some of collectElements(events, isWanted)) {
    const rows: FoundRow[] = [];
    for (const one of some) {
      if (one.kind === "broken") {
        yield [...rows, unreadable(one.line, one.detail)];
        return;
      }
      if (one.kind === "end") {
        if (STATEMENTS.has(one.name)) {
          statements++;
          [account, currency] = ["", null];
        }
        if (one.name === "INVTRAN") trades++;
        continue;
      }
      const { element, parent } = one;
      if (element.name === "CURDEF") currency = element.text;
      else if (ACCOUNTS.has(element.name)) {
        if (STATEMENTS.has(parent)) account = accountIn(element);
      } else if (element.name === "STMTTRNP") {
        rows.push({
          kind: "skipped",
          line: element.line,
          field: null,
          detail: "is pending: it is taken in once it is posted",
        });
      } else rows.push(ofxEntry(element, { account, currency }));
    }
    if (rows.length > 0) yield rows;
  }
  if (trades > 0) {
    yield [{
      kind: "told",
      line: 1,
      field: null,
      detail:
        "holds investment transactions, of which only movements of money are read",
    }];
  }
  if (statements === 0) {
    yield [unreadable(1, "holds no statement of an account")];
  }
}

/** Some banks declare 2.x and go on without end tags. */
function isXml(head: string): boolean {
  return /^\s*<\?(?:xml|OFX)/i.test(head) &&
    !/<([A-Z0-9.]+)>[^<\s][^<]*<(?!\/\1>|!)/.test(head);
}

function isWanted(name: string): boolean {
  return name === "STMTTRN" || name === "STMTTRNP" || name === "CURDEF" ||
    ACCOUNTS.has(name);
}

function accountIn(element: Element): string {
  const leaf = (name: string): string => find(element, name) ?? "";
  return [leaf("BANKID") || leaf("BROKERID"), leaf("ACCTID")].filter((part) =>
    part !== ""
  ).join("/");
}

/** In SGML an element without a value may seem to hold the next. */
function find(element: Element, name: string): string | null {
  return textAt(element, name) ??
    element.children.reduce<string | null>(
      (found, child) => found ?? find(child, name),
      null,
    );
}
