import {
  type SeededRandom,
  seededRandom,
} from "../../src/main/demo/seeded_random.ts";
import type { Minor } from "../../src/kernel/money.ts";
import type { CompanyRecord } from "../../src/records/record.ts";

/** A made-up business that a company pays, put together from syllables: a likeness to a real one is chance. */
export interface Business {
  readonly name: string;
  readonly town: string;
  /** How its payments are worded: 0 to 4, see `wording`. */
  readonly manner: number;
  readonly prints: "upper" | "title";
  readonly pence: number;
}

const FIRST =
  "Bram Tarn Ox Quil Fen Wit Sel Dun Hob Yar Crin Pell Vos Ard Nim Lorn Thist Gal Zeph Mos Kep Rud Ilk Brax Haw Cald Ew Strat Min Alder"
    .split(" ");
const MIDDLE = ["", "", "", "er", "in", "a", "ow", "en", "ing", "o"];
const LAST =
  "wick ley mere by combe dell stow more shaw thorn ford ner gate holm well rise mouth burn"
    .split(" ");
const TRADES =
  "Stores Foods Energy Motors Telecom Print Travel Hotels Catering Supplies Timber Tools Cleaning Security Legal Media Software Couriers Plumbing Electrical Insurance Fuels Books Fitness"
    .split(" ");
const UNITS = ["Parks", "Fleet", "Office", "Workshop", "Sales", "Events"];
const FIRST_DAY = Date.UTC(2025, 3, 1);
const DAY_MS = 86_400_000;

/** So many businesses, no two of one name. */
export function businesses(seed: number, count: number): readonly Business[] {
  const random = seededRandom(seed);
  const known = new Map<string, Business>();
  while (known.size < count) {
    const name = `${word(random)} ${random.pick(TRADES)}`;
    known.set(name, {
      name,
      town: word(random),
      manner: random.between(0, 4),
      prints: random.chance(0.75) ? "upper" : "title",
      pence: Math.round(300 * 400 ** random.next()),
    });
  }
  return [...known.values()];
}

/**
 * Records of a bank's and a card's statements, `share` of them of `known` businesses, each as likely as another, and
 * the rest of `others`. They have been through JSON, as all that the service gets: texts are flat, objects alike.
 */
export function statement(
  seed: number,
  count: number,
  { known, others, share }: {
    readonly known: readonly Business[];
    readonly others: readonly Business[];
    readonly share: number;
  },
): readonly CompanyRecord[] {
  const random = seededRandom(seed);
  const records = Array.from(
    { length: count },
    (_, i) =>
      recordOf(random, i, random.pick(random.chance(share) ? known : others)),
  );
  return JSON.parse(JSON.stringify(records));
}

function recordOf(
  random: SeededRandom,
  index: number,
  business: Business,
): CompanyRecord {
  const pence = Math.round(business.pence * (0.5 + random.next()));
  const isIn = random.chance(0.1);
  return {
    id: `rec_${index}`,
    version: 1,
    externalId: `${index}`,
    connectionId: business.manner < 2 ? "con_card" : "con_bank",
    fingerprint: "",
    receivedAt: "2026-04-01T00:00:00.000Z",
    occurredAt: new Date(FIRST_DAY + random.between(0, 364) * DAY_MS)
      .toISOString() as `${string}Z`,
    description: wording(random, business),
    counterparty: random.chance(0.6) ? `${business.name} Ltd` : null,
    amount: { minor: `${isIn ? pence : -pence}` as Minor, currency: "GBP" },
    attributes: {
      unit: random.pick(UNITS),
      cost_centre: random.between(100, 140),
      recurring: business.manner === 3,
    },
    status: "ingested",
    outcome: null,
    categoryId: null,
    source: null,
    confidence: null,
    trace: null,
    settledByPerson: [],
  };
}

function wording(random: SeededRandom, business: Business): string {
  const { name, town, manner, prints } = business;
  const digits = (count: number) =>
    Array.from({ length: count }, () => random.between(0, 9)).join("");
  const text = [
    () => `Card ${digits(4)} ${name} ${town} GB`,
    () => `${name} *${digits(9)}`,
    () => `Faster payment ${name} inv ${digits(5)}`,
    () => `DD ${name} ref ${digits(7)}`,
    () => `${name}  ${town}`,
  ][manner]!();
  // A few statements keep accents, and then fold the slow way.
  const printed = random.chance(0.02) ? text.replace(/e/, "é") : text;
  return prints === "upper" ? printed.toUpperCase() : printed;
}

function word(random: SeededRandom): string {
  return random.pick(FIRST) + random.pick(MIDDLE) + random.pick(LAST);
}
