import { PlaceSet } from "./place_set.ts";
import { prepared, type PreparedRule } from "./prepared_rule.ts";
import type { RecordView } from "./record_view.ts";
import type { Rule, RuleSet } from "./rule.ts";
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
  private readonly rules: readonly PreparedRule[];
  private readonly index: RuleIndex;
  private readonly candidates: PlaceSet;

  constructor({ rules }: RuleSet) {
    this.rules = rules.filter((rule) => rule.enabled).map(prepared);
    this.index = new RuleIndex(this.rules.map(({ path }) => path));
    this.candidates = new PlaceSet(this.rules.length);
  }

  tryOn(view: RecordView): Tried {
    const { rules, candidates } = this;
    this.index.candidates(view, candidates);
    const hits: Rule[] = [];
    for (
      let place = candidates.next(0);
      place !== -1;
      place = candidates.next(place + 1)
    ) {
      const each = rules[place]!;
      if (!each.meets(view)) continue;
      hits.push(each.rule);
      if (!each.rule.continue) return { hits, considered: place + 1 };
    }
    return { hits, considered: rules.length };
  }

  allOn(view: RecordView): readonly Rule[] {
    const { rules, candidates } = this;
    this.index.candidates(view, candidates);
    const hits: Rule[] = [];
    for (
      let place = candidates.next(0);
      place !== -1;
      place = candidates.next(place + 1)
    ) {
      if (rules[place]!.meets(view)) hits.push(rules[place]!.rule);
    }
    return hits;
  }
}
