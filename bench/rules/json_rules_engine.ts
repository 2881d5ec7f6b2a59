import {
  Engine,
  type NestedCondition,
  Operator,
  Rule,
  type TopLevelCondition,
} from "json-rules-engine";
import type { Condition } from "../../src/rules/conditions/condition.ts";
import type { Rule as OurRule } from "../../src/rules/rule.ts";
import type { Facts } from "./facts.ts";
import { type LeafPart, leafParts } from "./leaf_parts.ts";
import type { Peer } from "./peer.ts";

/**
 * One engine with all rules, as its documentation sets it up. It knows two ways to a first match:
 * - `by priority`: each rule has a priority of its own, and `engine.stop()` when one succeeds ends the run before the
 *   next priority;
 * - `all at once`: all rules have the same priority, so all are evaluated, and of the events the first rule's is taken.
 */
export function jsonRulesEngine(
  rules: readonly OurRule[],
  way: "by priority" | "all at once",
): Peer {
  const engine = new Engine([], { allowUndefinedFacts: true });
  addOperators(engine);
  for (const [place, { when }] of rules.entries()) {
    const rule = new Rule({
      conditions: topLevel(when),
      event: { type: "met", params: { place } },
      priority: way === "by priority" ? rules.length - place : 1,
    });
    engine.addRule(rule);
  }
  if (way === "by priority") engine.on("success", () => void engine.stop());
  return {
    name: `json-rules-engine, ${way}`,
    async first(facts: Facts) {
      const { events } = await engine.run(facts);
      return events.reduce(
        (first, { params }) => Math.min(first, params!.place),
        Infinity,
      );
    },
  };
}

/** Facts are folded and patterns compiled beforehand, so that an operator costs as little as it can. */
function addOperators(engine: Engine): void {
  const add = <Value>(
    name: string,
    holds: (fact: string, value: Value) => boolean,
  ) =>
    engine.addOperator(
      new Operator(name, holds, (fact) => typeof fact === "string"),
    );
  add<string>("contains_text", (fact, value) => fact.includes(value));
  add<string>("starts_with", (fact, value) => fact.startsWith(value));
  add<string[]>(
    "contains_any",
    (fact, values) => values.some((value) => fact.includes(value)),
  );
  const patterns = new Map<string, RegExp>();
  add<string>("matches", (fact, source) => {
    let pattern = patterns.get(source);
    if (pattern === undefined) {
      pattern = new RegExp(source, "i");
      patterns.set(source, pattern);
    }
    return pattern.test(fact);
  });
}

const OPERATORS: Readonly<Record<LeafPart["is"], string>> = {
  equal: "equal",
  least: "greaterThanInclusive",
  most: "lessThanInclusive",
  below: "lessThan",
  contains: "contains_text",
  starts_with: "starts_with",
  matches: "matches",
  in: "in",
  contains_any: "contains_any",
};

function topLevel(condition: Condition): TopLevelCondition {
  const nested = nestedOf(condition);
  return "all" in nested || "any" in nested || "not" in nested
    ? nested as TopLevelCondition
    : { all: [nested] };
}

function nestedOf(condition: Condition): NestedCondition {
  if ("all" in condition) return { all: condition.all.map(nestedOf) };
  if ("any" in condition) return { any: condition.any.map(nestedOf) };
  if ("not" in condition) return { not: nestedOf(condition.not) };
  const parts = leafParts(condition).map(({ fact, is, value }) => ({
    fact,
    operator: OPERATORS[is],
    value,
  }));
  return parts.length === 1 ? parts[0]! : { all: parts };
}
