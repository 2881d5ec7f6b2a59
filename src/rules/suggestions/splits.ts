import { minorDigits } from "../../kernel/money.ts";
import type { Leaf } from "../conditions/condition.ts";
import type { MiningSample } from "./mining_sample.ts";

/** Some of the records that meet a condition, and the leaf that tells them from the rest. */
export interface Part {
  readonly leaf: Leaf;
  readonly members: readonly number[];
}

/** One way to part the records that meet a condition. */
export type Split = (members: readonly number[]) => readonly Part[];

/** The ways to part records, the most telling first: by each attribute of context, by direction, by size. */
export function splitsOf(sample: MiningSample): readonly Split[] {
  return [
    ...[...sample.attributes].map(([field, groupOf]): Split => (members) =>
      [...Map.groupBy(members, (i) => groupOf[i] ?? null)]
        .flatMap(([group, members]) =>
          group === null ? [] : [{
            leaf: { field, op: "equals", value: group.value } as const,
            members,
          }]
        )
    ),
    byDirection(sample),
    bySize(sample),
  ];
}

function byDirection({ views }: MiningSample): Split {
  return (members) => {
    const parts = (["in", "out"] as const).map((value): Part => ({
      leaf: { field: "direction", op: "equals", value },
      members: members.filter((i) => {
        const { amount } = views[i]!;
        return amount !== null && (amount.minor < 0n) === (value === "out");
      }),
    }));
    return parts.filter((part) => part.members.length < members.length);
  };
}

/** Major units at which records are parted by size: few, since each is one more thing looked at. */
const ROUND = [10, 100, 1_000];

function bySize({ views }: MiningSample): Split {
  const sizes = views.map(({ amount }) =>
    amount && {
      currency: amount.currency,
      minor: Math.abs(Number(amount.minor)),
    }
  );
  return (members) => {
    const currency = commonCurrency(members.map((i) => sizes[i]?.currency));
    if (currency === null) return [];
    const unit = 10 ** (minorDigits(currency) ?? 2);
    const same = members.filter((i) => sizes[i]?.currency === currency);
    return ROUND.flatMap((round): readonly Part[] => {
      const value = { minor: round * unit, currency };
      const [small, large]: [number[], number[]] = [[], []];
      for (const i of same) {
        (sizes[i]!.minor <= value.minor ? small : large).push(i);
      }
      if (small.length === 0 || large.length === 0) return [];
      return [
        { leaf: { field: "magnitude", op: "at_most", value }, members: small },
        {
          leaf: { field: "magnitude", op: "more_than", value },
          members: large,
        },
      ];
    });
  };
}

function commonCurrency(currencies: readonly (string | undefined)[]) {
  const counts = new Map<string, number>();
  for (const currency of currencies) {
    if (currency !== undefined) {
      counts.set(currency, (counts.get(currency) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]
    ?.[0] ?? null;
}
