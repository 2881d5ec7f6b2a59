import type { Flaw } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import type { RuleSet } from "../rule.ts";

/** More flaws than anyone reads. */
export const ORDER_FLAWS_MAX = 50;

/** What keeps `ids` from naming every rule of `set` just once: each repeated or unknown one at its place, then those left out. */
export function orderFlaws(
  set: RuleSet,
  ids: readonly RuleId[],
): readonly Flaw[] {
  const known = new Set(set.rules.map(({ id }) => id));
  const first = new Map<RuleId, number>();
  const flaws: Flaw[] = [];
  for (const [index, id] of ids.entries()) {
    const pointer = `/rule_ids/${index}`;
    const earlier = first.get(id);
    if (!known.has(id)) {
      flaws.push({ pointer, detail: "is not a rule of yours" });
    } else if (earlier !== undefined) {
      flaws.push({
        pointer,
        detail: `is the rule of /rule_ids/${earlier} too`,
      });
    } else {
      first.set(id, index);
    }
  }
  for (const id of known) {
    if (!first.has(id)) {
      flaws.push({ pointer: "/rule_ids", detail: `leaves out ${id}` });
    }
  }
  return flaws.slice(0, ORDER_FLAWS_MAX);
}
