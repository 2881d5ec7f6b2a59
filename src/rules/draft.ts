import type { RuleId } from "../kernel/ids.ts";
import type { RuleDefinition } from "./rule.ts";

/** One change of a set of rules. Several are made in order, each on what the ones before it left. */
export type RuleChange =
  | {
    readonly op: "create";
    /** The id that the rule gets. */
    readonly rule_id: RuleId;
    readonly rule: RuleDefinition;
    /** 0 is first; null is last. */
    readonly position: number | null;
  }
  | {
    readonly op: "change";
    readonly rule_id: RuleId;
    readonly change: Partial<RuleDefinition>;
  }
  | { readonly op: "remove"; readonly rule_id: RuleId }
  | { readonly op: "reorder"; readonly rule_ids: readonly RuleId[] };
