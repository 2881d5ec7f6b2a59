import type { Test } from "./compile_leaf.ts";
import { PlaceSet } from "./place_set.ts";
import { prepared, type PreparedRule } from "./prepared_rule.ts";
import type { RecordView } from "./record_view.ts";
import type { Rule, RuleSet } from "../rule.ts";
import { RuleIndex } from "./rule_index.ts";

/** What came of trying a set of rules in order. */
export interface Tried {
  /** The rules that matched, in order, up to and with the first that does not say `continue`. */
  readonly hits: readonly Rule[];
  /** How many enabled rules stand up to there; all, where none ended it. */
  readonly considered: number;
}

/** The enabled rules of a set, ready to be tried on many records. */
export interface CompiledRules {
  tryOn(view: RecordView): Tried;
  /** Every enabled rule that matches, in order, also those that `tryOn` never reaches. */
  allOn(view: RecordView): readonly Rule[];
}

const COMPILED = new WeakMap<RuleSet, CompiledRules>();

/** Sets and their rules never change: the same set, or the same rule in another set, is compiled once. */
export function compileRules(set: RuleSet): CompiledRules {
  let known = COMPILED.get(set);
  if (known === undefined) {
    known = new IndexedRules(set);
    COMPILED.set(set, known);
  }
  return known;
}

/** Tries only the rules that an index finds; means the same as `plainRules`. */
class IndexedRules implements CompiledRules {
  private readonly rules: readonly Rule[];
  private readonly prepared: readonly PreparedRule[];
  private readonly index: RuleIndex;
  /** 1 for a rule that is met wherever the index finds it; apart from the rules, to be near at hand. */
  private readonly isSure: Uint8Array;
  /** Filled as rules are tried. */
  private readonly tests: (Test | undefined)[];
  private readonly candidates: PlaceSet;

  constructor({ rules }: RuleSet) {
    this.rules = rules.filter((rule) => rule.enabled);
    this.prepared = this.rules.map(prepared);
    this.index = new RuleIndex(this.prepared.map(({ needs }) => needs));
    this.isSure = Uint8Array.from(
      this.prepared,
      ({ isMetWhereFound }, place) =>
        isMetWhereFound && !this.index.findsAlways(place) ? 1 : 0,
    );
    this.tests = new Array(this.rules.length).fill(undefined);
    this.candidates = new PlaceSet(this.rules.length);
  }

  tryOn(view: RecordView): Tried {
    this.index.candidates(view, this.candidates);
    const hits: Rule[] = [];
    let place = -1;
    while ((place = this.nextMet(view, place)) !== -1) {
      const rule = this.rules[place]!;
      hits.push(rule);
      if (!rule.continue) return { hits, considered: place + 1 };
    }
    return { hits, considered: this.rules.length };
  }

  allOn(view: RecordView): readonly Rule[] {
    this.index.candidates(view, this.candidates);
    const hits: Rule[] = [];
    let place = -1;
    while ((place = this.nextMet(view, place)) !== -1) {
      hits.push(this.rules[place]!);
    }
    return hits;
  }

  /** The next place after `place` of a candidate that the record meets; -1 after the last. */
  private nextMet(view: RecordView, place: number): number {
    const { candidates, isSure, tests } = this;
    for (;;) {
      place = candidates.next(place + 1);
      if (place === -1 || isSure[place] === 1) return place;
      const meets = tests[place] ??= this.prepared[place]!.test;
      if (meets(view)) return place;
    }
  }
}
