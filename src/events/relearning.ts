import { canonicalJson } from "../kernel/json.ts";
import type { Change } from "./fact_form.ts";

/** Categories that are not open are not learned. */
export function isArchivedOrBack({ before, after }: Change): boolean {
  return before["archived"] !== after["archived"];
}

/** What is learned depends on the attributes that tell equal texts apart. */
export function isOtherContext({ before, after }: Change): boolean {
  return canonicalJson(before["context_attributes"] ?? null) !==
    canonicalJson(after["context_attributes"] ?? null);
}
