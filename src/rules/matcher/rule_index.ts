import { accessPath, type Key } from "./access_path.ts";
import type {
  AttributeField,
  Field,
  TextField,
} from "../conditions/condition.ts";
import { type Interval, IntervalIndex } from "./interval_index.ts";
import type { Needs } from "./needs.ts";
import { type Part, PartIndex } from "./part_index.ts";
import { PlaceSet } from "./place_set.ts";
import type { RecordView } from "./record_view.ts";
import { TextShares } from "./text_shares.ts";

/** Puts into a set the places of rules that one part of a record brings. */
type Finder = (view: RecordView, into: PlaceSet) => void;
type Placed<K extends Key["kind"]> = {
  readonly key: Extract<Key, { readonly kind: K }>;
  readonly place: number;
};

/** Finds the rules that a record may meet. */
export class RuleIndex {
  /** Places of rules to be tried on every record. */
  private readonly always: PlaceSet;
  private readonly finders: readonly Finder[];

  /** A rule's place is where its needs stand in `all`. */
  constructor(all: readonly Needs[]) {
    this.always = new PlaceSet(all.length);
    const shares = new TextShares(all);
    const placed: Placed<Key["kind"]>[] = [];
    for (const [place, needs] of all.entries()) {
      const path = accessPath(needs, shares);
      if (path === null) this.always.add(place);
      for (const key of path ?? []) {
        placed.push({ key, place });
      }
    }
    const of = <K extends Key["kind"]>(kind: K) =>
      placed.filter(({ key }) => key.kind === kind) as unknown as Placed<K>[];
    this.finders = [
      ...byField(of("text"), textFinder(shares)),
      ...byField(of("number"), numberFinder),
      ...byField(of("flag"), flagFinder),
      ...byField(of("empty"), emptyFinder),
      ...moneyFinders(of("money")),
      ...dateFinders(of("date")),
      ...directionFinders(of("direction")),
    ];
  }

  /** Whether it is left to the rule at `place` itself to refuse the records that do not meet it. */
  findsAlways(place: number): boolean {
    return this.always.has(place);
  }

  /** Makes `into` hold the places of all rules that the record meets, and of some that it does not. */
  candidates(view: RecordView, into: PlaceSet): void {
    into.become(this.always);
    for (let i = 0; i < this.finders.length; i++) this.finders[i]!(view, into);
  }
}

function byField<F extends Field, P extends { key: { field: F } }>(
  placed: readonly P[],
  finderOf: (field: F, placed: readonly P[]) => Finder,
): readonly Finder[] {
  const groups = Map.groupBy(placed, ({ key }) => key.field);
  return [...groups].map(([field, of]) => finderOf(field, of));
}

const textFinder = (shares: TextShares) =>
(
  field: TextField | AttributeField,
  placed: readonly Placed<"text">[],
): Finder => {
  const equals = new Map<string, number[]>();
  const parts: Part[] = [];
  for (const { key: { how, oneOf }, place } of placed) {
    for (const text of oneOf) {
      if (how === "equals") addTo(equals, text, place);
      else parts.push({ how, text, place });
    }
  }
  const index = parts.length > 0
    ? new PartIndex(parts, shares.countsOf(field))
    : null;
  return (view, into) => {
    const text = view.text(field);
    if (text === null) return;
    const { folded } = text;
    const same = equals.size > 0 ? equals.get(folded) : undefined;
    if (same !== undefined) into.addAll(same);
    index?.find(folded, into);
  };
};

function numberFinder(
  field: AttributeField,
  placed: readonly Placed<"number">[],
): Finder {
  const intervals = intervalsOf(placed, ({ least, most }) => [least, most]);
  return (view, into) => {
    const value = view.attribute(field);
    if (typeof value === "number") intervals.find(value, into);
  };
}

function flagFinder(
  field: AttributeField,
  placed: readonly Placed<"flag">[],
): Finder {
  const places = new Map<unknown, number[]>();
  for (const { key, place } of placed) addTo(places, key.value, place);
  return (view, into) =>
    into.addAll(places.get(view.attribute(field)) ?? NOWHERE);
}

function emptyFinder(field: Field, placed: readonly Placed<"empty">[]): Finder {
  const places = placed.map(({ place }) => place);
  return (view, into) => {
    if (view.isEmpty(field)) into.addAll(places);
  };
}

/** One for `amount` and one for `magnitude`; an index for each currency. */
function moneyFinders(placed: readonly Placed<"money">[]): readonly Finder[] {
  return byField(placed, (field, of) => {
    const groups = Map.groupBy(of, ({ key }) => key.currency);
    const indexes = new Map([...groups].map(([currency, same]) => [
      currency,
      intervalsOf(same, ({ least, most }) => [least, most]),
    ]));
    return ({ amount }, into) => {
      if (amount === null) return;
      const value = Number(amount.minor);
      indexes.get(amount.currency)
        ?.find(field === "amount" ? value : Math.abs(value), into);
    };
  });
}

function dateFinders(placed: readonly Placed<"date">[]): readonly Finder[] {
  if (placed.length === 0) return [];
  const msOf = (instant: string | null) => instant && Date.parse(instant);
  const intervals = intervalsOf(
    placed,
    ({ from, before }) => [msOf(from), msOf(before)],
  );
  return [({ occurredMs }, into) => {
    if (occurredMs !== null) intervals.find(occurredMs, into);
  }];
}

function directionFinders(
  placed: readonly Placed<"direction">[],
): readonly Finder[] {
  if (placed.length === 0) return [];
  const places = new Map<string, number[]>();
  for (const { key, place } of placed) addTo(places, key.value, place);
  return [({ amount }, into) => {
    if (amount === null) return;
    into.addAll(places.get(amount.minor < 0 ? "out" : "in") ?? NOWHERE);
  }];
}

/**
 * Ends become the nearest numbers, as the values that are looked for do. Rounding keeps the order, so a value
 * within its bounds stays within them; one just outside may come in, which the rule itself then refuses.
 */
function intervalsOf<K extends Key["kind"]>(
  placed: readonly Placed<K>[],
  endsOf: (
    key: Placed<K>["key"],
  ) => readonly [number | string | null, number | string | null],
): IntervalIndex {
  return new IntervalIndex(placed.map(({ key, place }): Interval => {
    const [least, most] = endsOf(key);
    return {
      least: Number(least ?? -Infinity),
      most: Number(most ?? Infinity),
      place,
    };
  }));
}

const NOWHERE: readonly number[] = [];

function addTo<K>(places: Map<K, number[]>, key: K, place: number): void {
  const same = places.get(key);
  if (same === undefined) places.set(key, [place]);
  else same.push(place);
}
