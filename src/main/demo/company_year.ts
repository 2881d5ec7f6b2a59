import { CATEGORY_HABITS, WAGES } from "./company_categories.ts";
import { categoryBought, mixedSuppliers } from "./company_mixed.ts";
import {
  companySuppliers,
  inventName,
  inventSupplier,
  spread,
  type Supplier,
} from "./company_suppliers.ts";
import { wordingOf } from "./company_wording.ts";
import type { DemoRow } from "./csv.ts";
import type { DemoRule } from "./rules.ts";
import { type SeededRandom, seededRandom } from "./seeded_random.ts";

const FIRST_DAY = Date.UTC(2025, 3, 1);
const DAYS = 365;
const DAY_MS = 86_400_000;
const MONTHS = 12;

/** One employee for so many records of a year. */
const RECORDS_PER_EMPLOYEE = 330;
/** Subscriptions and wages never fill more than this share. */
const REGULAR_SHARE_MAX = 0.4;
/** Bought from a business that is seen this once. */
const ONE_OFF_SHARE = 0.03;
const REFUND_SHARE = 0.025;
/** People put a record into a wrong category about this often. */
const MISLABEL_SHARE = 0.02;
/** Of a supplier's payments: by its keenest buyer, and by one of the trade's usual buyers. */
const OWN_UNIT_SHARE = 0.65;
const USUAL_UNIT_SHARE = 0.92;
/** A small purchase where a large one is usual: a sandwich at the filling station. */
const SIDE_PURCHASE_SHARE = 0.07;

const UNITS = [...new Set(CATEGORY_HABITS.flatMap(({ units }) => units))];

/** Rules that the demo's bookkeeper writes; the category by name. */
export const COMPANY_RULES: readonly DemoRule[] = [
  {
    name: "Salaries",
    when: { field: "description", op: "starts_with", value: "SALARY " },
    then: { category: WAGES },
  },
  {
    name: "Electricity and gas by direct debit",
    when: {
      field: "description",
      op: "matches",
      value: "^dd .*(energy|power|gas) ref",
    },
    then: { category: "Energy" },
  },
  {
    name: "Money in from customers by invoice",
    when: {
      all: [
        { field: "direction", op: "equals", value: "in" },
        {
          field: "counterparty",
          op: "contains_any",
          value: ["joinery", "interiors", "kitchens", "council"],
        },
      ],
    },
    then: { category: "Customer Receipts" },
  },
  {
    name: "Car parks",
    when: { field: "description", op: "contains", value: "car park" },
    then: { category: "Parking and Tolls" },
  },
];

/**
 * A made-up company's bank and card statements of one year, by date: synthetic data, the same
 * for the same seed. Every name is put together from syllables; a likeness to a real business
 * is chance. Money out is negative, money in and refunds positive, all in GBP.
 */
export function companyYear(
  { seed, records }: { readonly seed: number; readonly records: number },
): readonly DemoRow[] {
  const random = seededRandom(seed);
  const suppliers = [...companySuppliers(random), ...mixedSuppliers(random)];
  const regular = [
    ...suppliers.filter((each) => each.monthlyPence !== null)
      .flatMap((each) => everyMonth(random, each)),
    ...wages(random, Math.floor(records / RECORDS_PER_EMPLOYEE)),
  ];
  const room = Math.floor(records * REGULAR_SHARE_MAX);
  const stride = Math.max(1, Math.ceil(regular.length / Math.max(1, room)));
  const rows = regular.filter((_, i) => i % stride === 0).slice(0, records);
  const irregular = suppliers.filter((each) => each.monthlyPence === null);
  const habits = CATEGORY_HABITS.filter(({ monthly }) => !monthly);
  while (rows.length < records) {
    rows.push(payment(
      random,
      random.chance(ONE_OFF_SHARE)
        ? inventSupplier(random, random.weighted(habits), 0)
        : random.weighted(irregular),
    ));
  }
  return rows.sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
}

function payment(random: SeededRandom, supplier: Supplier): DemoRow {
  const { habit } = supplier;
  const unit = buyer(random, supplier);
  const [low, high] = habit.pence;
  const aside = (habit.name === "Vehicle Fuel" || habit.name === "Hotels") &&
    random.chance(SIDE_PURCHASE_SHARE);
  const pence = aside
    ? spread(random, Math.round(low / 8), Math.round(low / 2))
    : spread(random, low, high);
  const category = categoryBought(random, supplier, unit, pence);
  const refund = !habit.income && supplier.paidBy !== "debit" &&
    random.chance(REFUND_SHARE);
  return {
    date: day(random, habit.months),
    amount: money(habit.income || refund ? pence : -pence),
    ...wordingOf(random, supplier),
    unit,
    category: asFiled(random, category),
  };
}

/** Twelve payments of one subscription, its price raised once or never. */
function everyMonth(
  random: SeededRandom,
  supplier: Supplier,
): readonly DemoRow[] {
  const raisedFrom = random.between(3, 24);
  return Array.from({ length: MONTHS }, (_, month) => {
    const price = supplier.monthlyPence ?? 0;
    const pence = month >= raisedFrom ? Math.round(price * 1.08) : price;
    return {
      date: dayOfMonth(month, supplier.monthlyDay),
      amount: money(-pence),
      ...wordingOf(random, supplier),
      unit: supplier.unit,
      category: asFiled(random, supplier.habit.name),
    };
  });
}

function wages(random: SeededRandom, employees: number): readonly DemoRow[] {
  return Array.from({ length: employees }, () => {
    const initial = random.pick("ABCDEGHJKLMNPRSTW".split(""));
    const name = `${initial} ${inventName(random)}`;
    const unit = random.pick(UNITS);
    const pence = random.between(165_000, 420_000);
    return Array.from({ length: MONTHS }, (_, month): DemoRow => {
      const date = dayOfMonth(month, 27);
      return {
        date,
        amount: money(-pence),
        description: `SALARY ${date.slice(0, 7)} ${name.toUpperCase()}`,
        counterparty: name,
        unit,
        category: WAGES,
      };
    });
  }).flat();
}

function buyer(random: SeededRandom, { unit, habit }: Supplier): string {
  const draw = random.next();
  if (draw < OWN_UNIT_SHARE) return unit;
  return random.pick(draw < USUAL_UNIT_SHARE ? habit.units : UNITS);
}

/** The category as a person filed it: now and then a wrong one. */
function asFiled(random: SeededRandom, category: string): string {
  return random.chance(MISLABEL_SHARE)
    ? random.pick(CATEGORY_HABITS).name
    : category;
}

function day(random: SeededRandom, months?: readonly number[]): string {
  for (;;) {
    const date = isoDay(FIRST_DAY + random.between(0, DAYS - 1) * DAY_MS);
    if (!months || months.includes(Number(date.slice(5, 7)))) return date;
  }
}

function dayOfMonth(month: number, dayInMonth: number): string {
  const first = new Date(FIRST_DAY);
  return isoDay(
    Date.UTC(
      first.getUTCFullYear(),
      first.getUTCMonth() + month,
      dayInMonth,
    ),
  );
}

function isoDay(unixMs: number): string {
  return new Date(unixMs).toISOString().slice(0, 10);
}

function money(pence: number): DemoRow["amount"] {
  return { minor: `${BigInt(pence)}`, currency: "GBP" };
}
