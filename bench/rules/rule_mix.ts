import {
  type SeededRandom,
  seededRandom,
} from "../../src/main/demo/seeded_random.ts";
import type { Condition } from "../../src/rules/conditions/condition.ts";
import type { Rule } from "../../src/rules/rule.ts";
import type { Business } from "./statement.ts";

/** Kinds of rules and how many of a hundred are of each. */
export const MIX = { text: 70, amount: 15, pattern: 10, nested: 5 } as const;
type Kind = keyof typeof MIX;

/** A rule for each business, in the order of the businesses; kinds are mixed as `MIX` says. */
export function ruleMix(
  seed: number,
  businesses: readonly Business[],
): readonly Rule[] {
  const random = seededRandom(seed);
  const kinds = (Object.keys(MIX) as Kind[])
    .flatMap((kind) => Array.from({ length: MIX[kind] }, () => kind));
  return businesses.map((business, i) => ({
    id: `rule_${i}`,
    version: 1,
    name: business.name,
    enabled: true,
    // 37 and 100 have no common factor: each hundred has each kind as often as it should.
    when: CONDITIONS[kinds[i * 37 % kinds.length]!](
      random,
      business,
      businesses[(i * 7 + 1) % businesses.length]!,
    ),
    then: { category_id: `cat_${i % 40}` },
    continue: false,
  }));
}

type Writer = (
  random: SeededRandom,
  business: Business,
  other: Business,
) => Condition;

const pounds = (pence: number) => ({ minor: pence, currency: "GBP" } as const);

const CONDITIONS: Readonly<Record<Kind, Writer>> = {
  text(random, { name, manner }, other) {
    const value = name;
    switch (random.between(0, 9)) {
      case 0:
      case 1:
        return { field: "counterparty", op: "equals", value: `${name} LTD` };
      case 2:
        return {
          field: "counterparty",
          op: "in",
          value: [`${name} ltd`, `${name} limited`],
        };
      case 3:
        return {
          field: "description",
          op: "contains_any",
          value: [name, other.name],
        };
      case 4:
        return manner === 3
          ? { field: "description", op: "starts_with", value: `DD ${name}` }
          : { field: "description", op: "contains", value };
      default:
        return { field: "description", op: "contains", value };
    }
  },
  amount(random, { name, pence }) {
    const part = {
      field: "description",
      op: "contains",
      value: name,
    } as const;
    switch (random.between(0, 3)) {
      case 0:
        return {
          all: [part, {
            field: "magnitude",
            op: "between",
            value: {
              from: pounds(Math.round(pence / 2)),
              to: pounds(pence),
            },
          }],
        };
      case 1:
        // A subscription is known by its price alone.
        return {
          all: [
            { field: "attributes.recurring", op: "equals", value: true },
            { field: "amount", op: "equals", value: pounds(-pence) },
          ],
        };
      default:
        return {
          all: [
            { field: "magnitude", op: "less_than", value: pounds(2 * pence) },
            part,
          ],
        };
    }
  },
  pattern(random, { name, town, manner }) {
    const [first, second] = name.toLowerCase().split(" ");
    const value = manner === 3
      ? `^dd .*${first} ${second} ref \\d{7}$`
      : random.chance(0.5)
      ? `\\b${first} (${second}|${second}s)\\b`
      : `${first} +${second}.*(\\d{4,}|${town})`;
    return { field: "description", op: "matches", value };
  },
  nested(random, { name }, other) {
    const unit = random.pick(["Parks", "Fleet", "Office"]);
    return {
      all: [
        {
          any: [
            { field: "description", op: "contains", value: name },
            { field: "counterparty", op: "equals", value: `${name} Ltd` },
            {
              all: [
                { field: "description", op: "contains", value: other.name },
                { field: "attributes.unit", op: "equals", value: unit },
              ],
            },
          ],
        },
        { field: "direction", op: "equals", value: "out" },
        { not: { field: "attributes.unit", op: "equals", value: unit } },
      ],
    };
  },
};
