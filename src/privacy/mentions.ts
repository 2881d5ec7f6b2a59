import { fold } from "../records/text.ts";
import type { RecordId } from "../kernel/ids.ts";

/** Where texts about people stand in what is kept of a record. */
export const PLACES = [
  "external_id",
  "description",
  "counterparty",
  "attributes",
  "raw",
  "conflicts",
  "note",
  "trace",
] as const;
export type Place = typeof PLACES[number];

/** What is kept of one record, as text by place; JSON as it is written. */
export interface RecordTexts {
  readonly recordId: RecordId;
  readonly texts: { readonly [P in Place]: string };
}

/** A person's name, address or number as it is looked for. */
export interface Term {
  readonly folded: string;
  /** Without spaces and signs, for what holds a digit: numbers are grouped as one likes. Null for other texts. */
  readonly squeezed: string | null;
}

export function termOf(text: string): Term {
  const folded = fold(text);
  const squeezed = squeeze(folded);
  return { folded, squeezed: /\p{N}/u.test(squeezed) ? squeezed : null };
}

/** The places in which one of `terms` stands, in the order of `PLACES`. */
export function mentionsIn(
  { texts }: RecordTexts,
  terms: readonly Term[],
): readonly Place[] {
  return PLACES.filter((place) => mentions(texts[place], terms));
}

/** Whether one of `terms` stands in `text`, whatever its case, accents and white space. */
export function mentions(text: string, terms: readonly Term[]): boolean {
  if (text === "") return false;
  const folded = fold(text);
  const squeezed = terms.some((term) => term.squeezed !== null)
    ? squeeze(folded)
    : "";
  return terms.some((term) =>
    folded.includes(term.folded) ||
    (term.squeezed !== null && squeezed.includes(term.squeezed))
  );
}

function squeeze(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}]+/gu, "");
}
