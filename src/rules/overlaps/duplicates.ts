import type { Finding } from "./finding.ts";
import { formulaImplies } from "./implies.ts";
import {
  cannotMatch,
  named,
  type StudiedRule,
  type Study,
  witnessOf,
} from "./study.ts";
import type { WiderRules } from "./wider_rules.ts";

/** Rules whose conditions mean the same: by their canonical form, or because each implies the other. */
export function duplicates(
  { rules }: Study,
  wider: WiderRules,
): readonly Finding[] {
  const firsts = new Map<string, StudiedRule>();
  const found: Finding[] = [];
  for (const one of rules) {
    if (cannotMatch(one)) continue;
    const first = firsts.get(one.form.key) ??
      wider.of.get(one)?.find(({ form }) => formulaImplies(form, one.form));
    if (first === undefined) firsts.set(one.form.key, one);
    else found.push(duplicate(one, first));
  }
  return found;
}

function duplicate(one: StudiedRule, first: StudiedRule): Finding {
  return {
    kind: "duplicate",
    proof: "proven",
    ruleIds: [one.rule.id, first.rule.id],
    because: `The conditions of ${named(one)} and ${
      named(first)
    } mean the same.`,
    witness: witnessOf(one),
  };
}
