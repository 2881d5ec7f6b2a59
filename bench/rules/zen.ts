import { ZenDecisionContent, ZenEngine } from "@gorules/zen-engine";
import type { Condition } from "../../src/rules/conditions/condition.ts";
import { patternNeeds } from "../../src/rules/matcher/pattern_needs.ts";
import type { Rule } from "../../src/rules/rule.ts";
import type { Facts } from "./facts.ts";
import { type LeafPart, leafParts } from "./leaf_parts.ts";
import type { Peer } from "./peer.ts";

/**
 * A decision table with hit policy `first`, a row for each rule, made once and evaluated for each record. Of the forms
 * that its documentation has, `columns` gives each fact an input column, whose empty cells cost nothing, and conditions
 * that are no plain `all` of facts a column of expressions; `expressions` writes every rule as one expression.
 */
export function zen(
  rules: readonly Rule[],
  form: "columns" | "expressions",
): Peer {
  const engine = new ZenEngine();
  const place = { x: 0, y: 0 };
  const decision = engine.createDecision(
    new ZenDecisionContent({
      nodes: [
        { id: "in", type: "inputNode", name: "in", position: place },
        {
          id: "table",
          type: "decisionTableNode",
          name: "table",
          position: place,
          content: {
            hitPolicy: "first",
            inputs: [
              ...FACTS.map((field) => ({ id: field, name: field, field })),
              { id: EXPRESSION, name: EXPRESSION },
            ],
            outputs: [{ id: "place", name: "place", field: "place" }],
            rules: rules.map(({ id, when }, i) => ({
              _id: id,
              ...EMPTY,
              ...(form === "columns" ? cellsOf(when) : null) ??
                { [EXPRESSION]: expressionOf(when) },
              place: `${i}`,
            })),
          },
        },
        { id: "out", type: "outputNode", name: "out", position: place },
      ],
      edges: [
        { id: "1", type: "edge", sourceId: "in", targetId: "table" },
        { id: "2", type: "edge", sourceId: "table", targetId: "out" },
      ],
    }),
  );
  return {
    name: `zen, ${form}`,
    async first(facts: Facts) {
      const { result } = await decision.evaluate(facts);
      return result.place ?? Infinity;
    },
  };
}

const FACTS = [
  "description",
  "description_tidied",
  "counterparty",
  "currency",
  "minor",
  "magnitude",
  "direction",
  "unit",
  "recurring",
];
const EXPRESSION = "expression";
const EMPTY = Object.fromEntries([...FACTS, EXPRESSION].map((id) => [id, ""]));

/** A row of the table: a cell for each fact; null where the condition is no `all` of leaves. */
function cellsOf(condition: Condition): Record<string, string> | null {
  const leaves = "all" in condition ? condition.all : [condition];
  const cells: Record<string, string> = {};
  for (const leaf of leaves) {
    if (!("op" in leaf)) return null;
    for (const part of leafParts(leaf)) {
      if (part.is === "contains_any" || part.is === "matches") return null;
      if (part.fact in cells) return null;
      cells[part.fact] = tested("$", part);
    }
  }
  return cells;
}

function expressionOf(condition: Condition): string {
  if ("all" in condition) {
    return `(${condition.all.map(expressionOf).join(" and ")})`;
  }
  if ("any" in condition) {
    return `(${condition.any.map(expressionOf).join(" or ")})`;
  }
  if ("not" in condition) return `not (${expressionOf(condition.not)})`;
  const parts = leafParts(condition).map((part) => tested(part.fact, part));
  return `(${parts.join(" and ")})`;
}

function tested(fact: string, { is, value }: LeafPart): string {
  // Texts of the language have no escapes, and those of the rule mix no quotes.
  const text = (each: unknown) =>
    typeof each === "string" ? `"${each}"` : JSON.stringify(each);
  switch (is) {
    case "equal":
      return `${fact} == ${text(value)}`;
    case "least":
      return `${fact} >= ${value}`;
    case "most":
      return `${fact} <= ${value}`;
    case "below":
      return `${fact} < ${value}`;
    case "contains":
      return `contains(${fact}, ${text(value)})`;
    case "starts_with":
      return `startsWith(${fact}, ${text(value)})`;
    case "matches":
      return `(${guarded(fact, value)}matches(${fact}, ${
        text(`(?i)${value}`)
      }))`;
    case "in":
      return `${fact} in ${text(value)}`;
    case "contains_any":
      return `(${
        (value as readonly string[])
          .map((each) => `contains(${fact}, ${text(each)})`).join(" or ")
      })`;
  }
}

/** It compiles a pattern anew for each record, so whoever writes rules for it looks for a needed text first. */
function guarded(fact: string, pattern: string): string {
  const needs = patternNeeds(pattern, "description");
  const texts = needs.kind === "all" ? needs.of : [needs];
  return texts.map((each) =>
    each.kind === "text"
      ? `(${
        each.oneOf.map((text) => `contains(lower(${fact}), "${text}")`)
          .join(" or ")
      }) and `
      : ""
  ).join("");
}
