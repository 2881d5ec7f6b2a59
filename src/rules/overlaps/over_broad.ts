import type { Finding } from "./finding.ts";
import type { Tally } from "./history_tallies.ts";
import { named, type StudiedRule, type Study, witnessOf } from "./study.ts";

/** The share of the sampled records from which a rule seems too broad: categories are many, and few hold a fifth of everything. */
export const MATCHED_SHARE_MAX = 0.2;
/** Sampled records from which a share of them says something. */
export const SAMPLE_MIN = 50;
/** Decisions of people from which a share of them says something. */
export const JUDGED_MIN = 5;
/** The share of people's decisions against a rule from which it seems wrong: at the least number of them, more than one slip. */
export const DISAGREED_SHARE_MAX = 0.2;

/** Rules that match a great part of the sample, or whose category people often changed where it was theirs to set. */
export function overBroad(
  { rules, sample }: Study,
  tallies: ReadonlyMap<StudiedRule, Tally>,
): readonly Finding[] {
  return rules.flatMap((one) => {
    const { matched, judged, disagreed } = tallies.get(one)!;
    const against = disagreed.length;
    const isWrong = judged >= JUDGED_MIN &&
      against / judged > DISAGREED_SHARE_MAX;
    const isWide = sample.length >= SAMPLE_MIN &&
      matched / sample.length > MATCHED_SHARE_MAX;
    if (!isWrong && !isWide) return [];
    const [first] = disagreed;
    return {
      kind: "over_broad",
      proof: "suspected",
      ruleIds: [one.rule.id],
      because: isWrong
        ? `People gave another category to ${against} of the ${judged} records they decided that ${
          named(one)
        } would sort.`
        : `${
          named(one)
        } matches ${matched} of the ${sample.length} sampled records.`,
      witness: isWrong && first
        ? { source: "history", recordId: first.record.id }
        : witnessOf(one),
      figures: { matched, sampled: sample.length, judged, disagreed: against },
    };
  });
}
