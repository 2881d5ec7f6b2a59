import {
  balanceCheck,
  WRONG_BALANCE,
} from "../../src/imports/balance_check.ts";
import { camtAmount, camtEntries } from "../../src/imports/camt_entries.ts";
import { type FoundRow, unreadable } from "../../src/imports/found_row.ts";
import { type Element, textAt } from "../../src/imports/markup.ts";
import { collectElements } from "./collect_elements.ts";
import { xmlEvents } from "./xml_events.ts";

const OPENING = new Set(["OPBD", "PRCD"]);

/** Reads the statements of a CAMT.053, of any version. */
export async function* camtFile(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly FoundRow[]> {
  let account = "";
  let check = balanceCheck();
  let statements = 0;
  let line = 1;
  for await (const some of collectElements(xmlEvents(chunks), isWanted)) {
    const rows: FoundRow[] = [];
    for (const one of some) {
      if (one.kind === "broken") {
        yield [...rows, unreadable(one.line, one.detail)];
        return;
      }
      if (one.kind === "end") {
        if (one.name !== "Stmt") continue;
        statements++;
        if (check.isWrong()) {
          rows.push({
            kind: "told",
            line,
            field: "Bal",
            detail: WRONG_BALANCE,
          });
        }
        [account, check] = ["", balanceCheck()];
        continue;
      }
      const { element } = one;
      line = element.line;
      if (element.name === "Acct") account = accountIn(element);
      else if (element.name === "Bal") addBalance(element);
      else {
        const { rows: found, booked } = camtEntries(element, account);
        check.entry(booked);
        rows.push(...found);
      }
    }
    if (rows.length > 0) yield rows;
  }
  if (statements === 0) {
    yield [unreadable(1, "holds no statement")];
  }

  function addBalance(element: Element): void {
    const kind = textAt(element, "Tp/CdOrPrtry/Cd") ?? "";
    const read = camtAmount(element);
    if ("wrong" in read) return;
    if (OPENING.has(kind)) check.opening(read.money);
    if (kind === "CLBD") check.closing(read.money);
  }
}

function isWanted(name: string, parent: string): boolean {
  return parent === "Stmt" &&
    (name === "Acct" || name === "Bal" || name === "Ntry");
}

function accountIn(element: Element): string {
  return textAt(element, "Id/IBAN") ?? textAt(element, "Id/Othr/Id") ??
    textAt(element, "Id/PrtryAcct/Id") ?? "";
}
