import type { CompanyRecord } from "../../src/records/record.ts";
import type { Rule } from "../../src/rules/rule.ts";
import { ruleMix } from "./rule_mix.ts";
import { businesses, statement } from "./statement.ts";

/** Rules, and records about half of which some rule hits. */
export interface World {
  readonly rules: readonly Rule[];
  readonly records: readonly CompanyRecord[];
}

/** Businesses that no rule is about. */
const OTHERS = 5_000;
/** Of records, how many are of a business that a rule is about; such a rule may still refuse the amount. */
const KNOWN_SHARE = 0.65;

/** The same for the same sizes. */
export function worldOf(rules: number, records: number): World {
  const all = businesses(1, rules + OTHERS);
  const known = all.slice(0, rules);
  return {
    rules: ruleMix(2, known),
    records: statement(3, records, {
      known,
      others: all.slice(rules),
      share: KNOWN_SHARE,
    }),
  };
}
