import {
  CATEGORY_HABITS,
  type CategoryHabit,
  type PaidBy,
} from "./company_categories.ts";
import type { SeededRandom } from "./seeded_random.ts";

/** A fictional business, with how often it is paid and how its name shows on a statement. */
export interface Supplier {
  readonly name: string;
  readonly weight: number;
  readonly habit: CategoryHabit;
  readonly paidBy: PaidBy;
  readonly town: string;
  /** Store numbers of a chain; none for a single shop. */
  readonly stores: readonly number[];
  /** Longest name that the terminal prints, 22 to 25 characters as on card statements. */
  readonly width: number;
  /** Which of the ways of wording a payment it has, 0 to 3. */
  readonly manner: number;
  readonly casing: "upper" | "lower" | "title";
  readonly showsTown: boolean;
  /** Its own keenest buyer. */
  readonly unit: string;
  /** What a subscription costs each month; null for others. */
  readonly monthlyPence: number | null;
  readonly monthlyDay: number;
}

const BEGINNINGS =
  "Bram Tarn Ox Quil Fen Wit Sel Dun Hob Yar Crin Pell Vos Ard Nim Lorn Thist Gal Zeph Mos Kep Rud Ilk Brax"
    .split(" ");
const ENDINGS = "wick ley mere by combe dell stow more shaw thorn ford ner"
  .split(" ");
/** Frequencies fall with the rank to this power, as words and suppliers do (Zipf). */
const ZIPF = 1.05;
const CHAIN_SHARE = 0.3;

/** The suppliers of every category, invented from syllables; about 250. */
export function companySuppliers(random: SeededRandom): readonly Supplier[] {
  return CATEGORY_HABITS.flatMap((habit) => {
    const ranks = Array.from(
      { length: habit.suppliers },
      (_, i) => (i + 1) ** -ZIPF,
    );
    const total = ranks.reduce((sum, rank) => sum + rank, 0);
    return ranks.map((rank) =>
      inventSupplier(random, habit, habit.weight * rank / total)
    );
  });
}

/** One more fictional supplier of that category. */
export function inventSupplier(
  random: SeededRandom,
  habit: CategoryHabit,
  weight: number,
): Supplier {
  const chain = habit.paidBy === "card" && random.chance(CHAIN_SHARE);
  const [low, high] = habit.pence;
  return {
    name: `${inventName(random)} ${random.pick(habit.trades)}`,
    weight,
    habit,
    paidBy: habit.paidBy,
    town: inventName(random),
    stores: chain
      ? Array.from(
        { length: random.between(3, 12) },
        () => random.between(100, 9_899),
      )
      : [],
    width: random.between(22, 25),
    manner: random.between(0, 3),
    casing: random.pick(["upper", "upper", "upper", "lower", "title"]),
    showsTown: random.chance(0.4),
    unit: random.pick(habit.units),
    monthlyPence: habit.monthly ? spread(random, low, high) : null,
    monthlyDay: random.between(1, 28),
  };
}

/** An amount between the two, small ones likelier: evenly spread over the magnitudes. */
export function spread(
  random: SeededRandom,
  low: number,
  high: number,
): number {
  return Math.round(low * (high / low) ** random.next());
}

export function inventName(random: SeededRandom): string {
  return random.pick(BEGINNINGS) + random.pick(ENDINGS);
}
