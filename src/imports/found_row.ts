import type { Instant } from "../kernel/instant.ts";
import type { JsonObject } from "../kernel/json.ts";
import type { Money } from "../kernel/money.ts";
import type { Incoming } from "../records/draft.ts";
import type { FileFormat } from "./file_format.ts";
import type { Attributes } from "../records/record.ts";

/** A day of a statement: `2026-03-31`. */
export type Day = `${number}-${string}-${string}`;

/** One movement of an account, as a file tells it. */
export interface StatementEntry {
  /** As the file names it; empty where it names none. */
  readonly account: string;
  /** What the bank promises to call no other entry of the account; null where it promises nothing. */
  readonly bankId: string | null;
  /** The day under which statements have it: all of a day's entries stand in one statement. */
  readonly day: Day;
  readonly occurredAt: Instant;
  readonly description: string;
  readonly counterparty: string | null;
  readonly amount: Money;
  readonly attributes: Attributes;
  /** The entry as the file has it, without what changes from one statement to the next. */
  readonly raw: JsonObject;
}

/** A place of a file and what is to be said of it. `line` counts from 1. */
export interface Remark {
  readonly line: number;
  /** What of the row it is about, such as `amount`; null: the row, or the file. */
  readonly field: string | null;
  readonly detail: string;
}

/** One step through a file. */
export type FoundRow =
  /** What the file was taken for; the first, where it was taken for something. */
  | {
    readonly kind: "begun";
    readonly line: number;
    readonly format: FileFormat;
  }
  | {
    readonly kind: "entry";
    readonly line: number;
    readonly entry: StatementEntry;
  }
  /** It names itself. */
  | {
    readonly kind: "record";
    readonly line: number;
    readonly incoming: Incoming;
  }
  /** A row that cannot be taken in. */
  | Remark & { readonly kind: "bad" }
  /** A row that is fine, and that is not for taking in. */
  | Remark & { readonly kind: "skipped" }
  /** No row: something to know about the file. */
  | Remark & { readonly kind: "told" }
  /** Nothing beyond this can be read; the last of its file. */
  | Remark & { readonly kind: "unreadable" };

/** The end of what can be read of a file. */
export function unreadable(line: number, detail: string): FoundRow {
  return { kind: "unreadable", line, field: null, detail };
}
