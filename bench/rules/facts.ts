import type { CompanyRecord } from "../../src/records/record.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";

/** A record as the peers get it: folded and read beforehand, outside of their time, which ours is not. */
export interface Facts {
  readonly description: string | null;
  /** What patterns look at. */
  readonly description_tidied: string | null;
  readonly counterparty: string | null;
  readonly currency: string | null;
  readonly minor: number | null;
  readonly magnitude: number | null;
  readonly direction: "in" | "out" | null;
  readonly unit: string | null;
  readonly recurring: boolean;
  readonly [name: string]: unknown;
}

export function factsOf(record: CompanyRecord): Facts {
  const view = viewRecord(record);
  const minor = view.amount && Number(view.amount.minor);
  return {
    description: view.text("description")?.folded ?? null,
    description_tidied: view.text("description")?.tidied ?? null,
    counterparty: view.text("counterparty")?.folded ?? null,
    currency: view.text("currency")?.folded ?? null,
    minor,
    magnitude: minor && Math.abs(minor),
    direction: minor === null ? null : minor < 0 ? "out" : "in",
    unit: view.text("attributes.unit")?.folded ?? null,
    recurring: view.attribute("attributes.recurring") === true,
  };
}

/** Which fact a field of ours is. */
export function factOf(field: string): string {
  if (field === "amount") return "minor";
  return field.replace("attributes.", "");
}
