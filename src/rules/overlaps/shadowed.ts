import type { Finding } from "./finding.ts";
import { fieldsOf, type Tally } from "./history_tallies.ts";
import { named, type StudiedRule, type Study, witnessOf } from "./study.ts";
import type { WiderRules } from "./wider_rules.ts";

/** Records that a rule must have lost, all of them, to be suspected: with fewer it may be chance. */
export const LOST_MIN = 5;
/** Rules named that a suspected rule lost to, the most frequent first. */
const NAMED_MAX = 5;

/**
 * Rules that can never win: proven, where earlier rules match whatever they match and end it or set all they set;
 * suspected, where that is so of every sampled record that they match.
 */
export function shadowed(
  { rules }: Study,
  wider: WiderRules,
  tallies: ReadonlyMap<StudiedRule, Tally>,
): readonly Finding[] {
  return rules.flatMap((one) => {
    const by = wider.of.get(one) ?? [];
    return provenBy(one, by) ?? suspectedBy(one, tallies.get(one)!) ?? [];
  });
}

function provenBy(
  one: StudiedRule,
  wider: readonly StudiedRule[],
): Finding | null {
  const ender = wider.find(({ rule }) => !rule.continue);
  if (ender) {
    return {
      kind: "shadowed",
      proof: "proven",
      ruleIds: [one.rule.id, ender.rule.id],
      because: `${named(one)} is never reached: ${
        named(ender)
      } stands before it, matches whatever it matches, and ends it.`,
      witness: witnessOf(one),
    };
  }
  const setters = fieldsOf(one.rule.then).map((field) =>
    wider.find(({ rule }) => fieldsOf(rule.then).includes(field))
  );
  const known = setters.filter((setter) => setter !== undefined);
  if (setters.length === 0 || known.length < setters.length) return null;
  const others = [...new Set(known)];
  return {
    kind: "shadowed",
    proof: "proven",
    ruleIds: [one, ...others].map(({ rule }) => rule.id),
    because: `${
      named(one)
    } never sets anything: earlier rules that match whatever it matches set it all, ${
      others.map(named).join(", ")
    }.`,
    witness: witnessOf(one),
  };
}

function suspectedBy(
  one: StudiedRule,
  { matched, won, lostTo }: Tally,
): Finding | null {
  if (matched < LOST_MIN || won > 0) return null;
  const others = [...lostTo].toSorted(([, a], [, b]) => b - a)
    .slice(0, NAMED_MAX).map(([other]) => other);
  return {
    kind: "shadowed",
    proof: "suspected",
    ruleIds: [one, ...others].map(({ rule }) => rule.id),
    because: `All ${matched} sampled records that ${
      named(one)
    } matches were taken by earlier rules.`,
    witness: witnessOf(one),
    figures: { matched, won },
  };
}
