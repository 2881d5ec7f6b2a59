import type { Supplier } from "./company_suppliers.ts";
import type { SeededRandom } from "./seeded_random.ts";

/** What the statement says of a payment. */
export interface Wording {
  readonly description: string;
  readonly counterparty: string | null;
}

const REFERENCE_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ23456789".split("");
const INVOICE_NOTES = ["Goods", "Services", "As quoted", "Call out", "Order"];

/** Words a payment to this supplier as its bank or card network would: cut, numbered, referenced. */
export function wordingOf(random: SeededRandom, supplier: Supplier): Wording {
  const { name, paidBy } = supplier;
  const legal = `${name} Ltd`;
  switch (paidBy) {
    case "card":
      return {
        description: onCard(random, supplier),
        counterparty: random.chance(0.15) ? name : null,
      };
    case "online":
      return {
        description: cased(supplier, online(random, supplier)),
        counterparty: random.chance(0.25) ? name : null,
      };
    case "debit":
      return {
        description: `DD ${name.toUpperCase()} REF ${digits(random, 7)}`,
        counterparty: random.chance(0.9) ? legal : null,
      };
    case "transfer":
      return {
        description: invoice(random, supplier),
        counterparty: random.chance(0.95) ? legal : null,
      };
  }
}

function onCard(random: SeededRandom, supplier: Supplier): string {
  const store = supplier.stores.length > 0
    ? ` ${random.pick(supplier.stores)}`
    : "";
  const printed = `${supplier.name}${store}`.slice(0, supplier.width).trim();
  const town = supplier.showsTown ? ` ${supplier.town.slice(0, 13)}` : "";
  const dated = random.chance(0.04)
    ? ` ${digits(random, 2)}/${digits(random, 2)}`
    : "";
  return cased(supplier, printed + town + dated);
}

function online(random: SeededRandom, supplier: Supplier): string {
  const joined = supplier.name.replaceAll(" ", "");
  switch (supplier.manner) {
    case 0:
      return `${joined}.example/bill`.slice(0, 25);
    case 1:
      return `Payleaf *${joined}`.slice(0, supplier.width);
    case 2:
      return `${joined.slice(0, 14)}*${reference(random, 9)}`;
    default:
      return supplier.name.slice(0, supplier.width);
  }
}

function invoice(random: SeededRandom, { name, manner }: Supplier): string {
  const number = digits(random, 5);
  switch (manner) {
    case 0:
      return `INV ${number}/${random.between(1, 3)}`;
    case 1:
      return `${name} inv ${number}`;
    case 2:
      return `${random.pick(INVOICE_NOTES)} ${number}`;
    default:
      return name;
  }
}

function cased({ casing }: Supplier, text: string): string {
  if (casing === "upper") return text.toUpperCase();
  return casing === "lower" ? text.toLowerCase() : text;
}

function digits(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.between(0, 9)).join("");
}

function reference(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(REFERENCE_LETTERS))
    .join("");
}
