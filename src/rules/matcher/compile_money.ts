import { readMinor, readWhole } from "../../kernel/money.ts";
import { comparison } from "./comparison.ts";
import type { Test } from "./compile_leaf.ts";
import type { MoneyLeaf, MoneyValue } from "../conditions/condition.ts";

/** False for a record without an amount or in another currency than the leaf's. */
export function compileMoney(leaf: MoneyLeaf): Test {
  const unsigned = leaf.field === "magnitude";
  const { currency, holds } = moneyTest(leaf);
  return ({ amount }) => {
    if (amount === null || amount.currency !== currency) return false;
    const { minor } = amount;
    return holds(unsigned && minor < 0 ? -minor : minor);
  };
}

function moneyTest(leaf: MoneyLeaf): {
  readonly currency: string;
  readonly holds: (minor: number | bigint) => boolean;
} {
  if (leaf.op !== "between") {
    const { currency } = leaf.value;
    return { currency, holds: comparison(leaf.op, minorOf(leaf.value)) };
  }
  const { from, to } = leaf.value;
  const [least, most] = [minorOf(from), minorOf(to)];
  return {
    currency: from.currency,
    holds: (minor) => minor >= least && minor <= most,
  };
}

function minorOf({ minor }: MoneyValue): number | bigint {
  const read = readMinor(minor);
  if ("wrong" in read) {
    throw new RangeError(`a stored rule's minor units: ${read.wrong}`);
  }
  return readWhole(read.minor);
}
