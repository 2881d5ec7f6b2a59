import type { RecordId, RuleId } from "../../kernel/ids.ts";
import type { RuleSubject } from "../matcher/record_view.ts";

export const FINDING_KINDS = [
  "duplicate",
  "shadowed",
  "conflicting",
  "dead",
  "over_broad",
] as const;
export type FindingKind = typeof FINDING_KINDS[number];

/** `proven` follows from the rules, or is shown by its witness; `suspected` is what the sampled records look like. */
export type Proof = "proven" | "suspected";

/** A record that shows what a finding says: one of the sample, or one made for it and tried. */
export type Witness =
  | { readonly source: "history"; readonly recordId: RecordId }
  | { readonly source: "constructed"; readonly record: RuleSubject };

/** One thing that is wrong, or may be, with a set of rules. */
export interface Finding {
  readonly kind: FindingKind;
  readonly proof: Proof;
  /** The rule it is about, then those it meets. */
  readonly ruleIds: readonly RuleId[];
  /** One sentence for people. */
  readonly because: string;
  readonly witness: Witness | null;
  readonly figures?: {
    readonly [name: string]: number | string | boolean | null;
  };
}
