import { conjunction } from "./canonical_form.ts";
import { constructRecord } from "./construct_record.ts";
import type { Witness } from "./finding.ts";
import { type Formula, isNever } from "./formula.ts";
import { includesRule, type StudiedRule, type Study } from "./study.ts";
import { leavesOf } from "./weight.ts";

/** Pairs kept, records made for pairs, and rules of one record or with one text that are paired with one another. */
const PAIRS_MAX = 20_000;
const MADE_MAX = 2_000;
const LEAF_PAIRS_MAX = 1_000_000;
const TOGETHER_MAX = 20;

/** Two rules that set different categories, and a record that both match. */
export interface Meeting {
  readonly earlier: StudiedRule;
  readonly later: StudiedRule;
  readonly witness: Witness;
  /** Sampled records that both match. */
  records: number;
}

export interface Meetings {
  readonly all: readonly Meeting[];
  /** Whether every pair that meets on a sampled record or an example, or shares a text, was looked at. */
  readonly complete: boolean;
}

/** Pairs that meet on a sampled record, else on the example of one of them, else on a record made for two that look for the same text. */
export function meetings(study: Study): Meetings {
  const met = new Map<string, Meeting>();
  let complete = true;
  const pairs = (together: readonly StudiedRule[]) => {
    const filing = together.filter(({ rule }) => rule.then.category_id);
    if (filing.length > TOGETHER_MAX) complete = false;
    return pairsOf(filing.slice(0, TOGETHER_MAX));
  };
  const note = ([earlier, later]: Pair, witness: Witness) => {
    const key = keyOf([earlier, later]);
    const known = met.get(key);
    if (known) {
      if (witness.source === "history") known.records++;
    } else if (met.size < PAIRS_MAX) {
      const records = witness.source === "history" ? 1 : 0;
      met.set(key, { earlier, later, witness, records });
    } else complete = false;
  };
  for (const { record, hits } of study.sample) {
    const witness = { source: "history", recordId: record.id } as const;
    for (const pair of pairs(hits)) note(pair, witness);
  }
  for (const { example } of study.rules) {
    if (example === null) continue;
    const witness = { source: "constructed", record: example.record } as const;
    for (const pair of pairs(example.hits)) {
      if (!met.has(keyOf(pair))) note(pair, witness);
    }
  }
  let made = 0;
  let leafPairsLeft = LEAF_PAIRS_MAX;
  const tried = new Set<string>();
  for (const group of sharingText(study.rules)) {
    for (const pair of pairs(group)) {
      const key = keyOf(pair);
      if (met.has(key) || tried.has(key)) continue;
      tried.add(key);
      leafPairsLeft -= pair.reduce((sum, { form }) =>
        sum + leavesOf(form), 0) **
        2;
      if (++made > MADE_MAX || leafPairsLeft < 0) {
        return { all: [...met.values()], complete: false };
      }
      const witness = madeFor(pair, study);
      if (witness) note(pair, witness);
    }
  }
  return { all: [...met.values()], complete };
}

type Pair = readonly [earlier: StudiedRule, later: StudiedRule];

function pairsOf(rules: readonly StudiedRule[]): readonly Pair[] {
  return rules.flatMap((earlier, index) =>
    rules.slice(index + 1)
      .filter((later) =>
        later.rule.then.category_id !== earlier.rule.then.category_id
      )
      .map((later): Pair => [earlier, later])
  );
}

function keyOf([earlier, later]: Pair): string {
  return `${earlier.place} ${later.place}`;
}

function madeFor(pair: Pair, study: Study): Witness | null {
  const both = conjunction(pair.map(({ form }) => form));
  if (isNever(both)) return null;
  const record = constructRecord(both, (record) => {
    const hits = study.hitsOf(record);
    return pair.every((one) => includesRule(hits, one));
  });
  return record && { source: "constructed", record };
}

/** Rules that look for the same text in the same field, in order. */
function sharingText(
  rules: readonly StudiedRule[],
): readonly (readonly StudiedRule[])[] {
  const groups = new Map<string, StudiedRule[]>();
  for (const one of rules) {
    for (const key of new Set(textsOf(one.form))) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function textsOf(form: Formula): readonly string[] {
  if (form.kind !== "literal") return form.parts.flatMap(textsOf);
  const { is, atom } = form;
  return is && atom.on === "text"
    ? atom.values.map((value) => `${atom.field} ${value}`)
    : [];
}
