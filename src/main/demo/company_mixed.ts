import { CATEGORY_HABITS, type CategoryHabit } from "./company_categories.ts";
import { inventName, type Supplier } from "./company_suppliers.ts";
import type { SeededRandom } from "./seeded_random.ts";

/** A business that sells for several categories: what is bought there depends on who buys, or on nothing. */
interface MixedSupplier {
  readonly name: string;
  readonly weight: number;
  readonly paidBy: "card" | "online";
  readonly stores: number;
  readonly pence: readonly [number, number];
  /** What each cost centre mostly buys there. */
  readonly usual: Readonly<Record<string, string>>;
  /** How often it does. */
  readonly certainty: number;
  /** What anyone may buy there. */
  readonly any: readonly string[];
}

const MIXED: readonly MixedSupplier[] = [
  {
    name: "Bazaroo Mktplce",
    weight: 4,
    paidBy: "online",
    stores: 0,
    pence: [400, 26_000],
    usual: {
      "Workshop": "Tools",
      "IT": "Computer Equipment",
      "Training Room": "Books and Journals",
      "Warehouse": "Packaging",
    },
    certainty: 0.9,
    any: [
      "Office Supplies",
      "Tools",
      "Books and Journals",
      "Cleaning Supplies",
    ],
  },
  {
    name: "Greenlarder Stores",
    weight: 4,
    paidBy: "card",
    stores: 14,
    pence: [250, 16_000],
    usual: {
      "Canteen": "Canteen Supplies",
      "Field North": "Staff Meals",
      "Field South": "Staff Meals",
    },
    certainty: 0.94,
    any: ["Staff Meals", "Canteen Supplies", "Cleaning Supplies"],
  },
  {
    name: "Hobnail DIY Centre",
    weight: 2.5,
    paidBy: "card",
    stores: 6,
    pence: [500, 32_000],
    usual: { "Workshop": "Tools", "Field North": "Tools" },
    certainty: 0.85,
    any: ["Building Repairs", "Tools", "Raw Materials"],
  },
  {
    name: "Pennyfold Discount",
    weight: 1.5,
    paidBy: "card",
    stores: 5,
    pence: [100, 4_500],
    usual: {},
    certainty: 0,
    any: ["Cleaning Supplies", "Office Supplies", "Canteen Supplies"],
  },
];

const BY_NAME: ReadonlyMap<string, MixedSupplier> = new Map(
  MIXED.map((mixed) => [mixed.name, mixed]),
);

/** The mixed businesses as suppliers, in the form of the others. */
export function mixedSuppliers(random: SeededRandom): readonly Supplier[] {
  return MIXED.map(({ name, weight, paidBy, stores, pence, usual, any }) => ({
    name,
    weight,
    habit: {
      ...habitNamed(any[0]!),
      pence,
      units: [...Object.keys(usual), "Head Office", "Events", "Sales"],
    },
    paidBy,
    town: inventName(random),
    stores: Array.from({ length: stores }, () => random.between(1_000, 9_899)),
    width: 25,
    manner: 2,
    casing: "upper",
    showsTown: false,
    unit: random.pick(Object.keys(usual).concat("Head Office")),
    monthlyPence: null,
    monthlyDay: 1,
  }));
}

/** What a payment was for; of most suppliers the one thing they sell. */
export function categoryBought(
  random: SeededRandom,
  supplier: Supplier,
  unit: string,
  pence: number,
): string {
  const mixed = BY_NAME.get(supplier.name);
  const { name } = supplier.habit;
  if (mixed) {
    const usual = mixed.usual[unit];
    return usual && random.chance(mixed.certainty)
      ? usual
      : random.pick(mixed.any);
  }
  // Filling stations sell sandwiches, hotels sell dinners: only the amount tells.
  if (name === "Vehicle Fuel" && pence < 1_500) return "Staff Meals";
  if (name === "Hotels" && pence < 6_000) return "Client Entertaining";
  return name;
}

export function habitNamed(name: string): CategoryHabit {
  const habit = CATEGORY_HABITS.find((each) => each.name === name);
  if (!habit) throw new Error(`no category ${name}`);
  return habit;
}
