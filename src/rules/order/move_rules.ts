import type { Failure } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { moveFlaws } from "./move_flaws.ts";
import { type Rule, ruleFailures, type RuleSet } from "../rule.ts";
import { anchorOf, type RuleMove } from "./rule_move.ts";

/**
 * Makes all moves at once: each rule that is moved stands directly at its anchor. Of several at one anchor, or at one
 * end, the order of the moves is their order. The other rules keep theirs, and every rule its version.
 */
export function moveRules(
  set: RuleSet,
  moves: readonly RuleMove[],
): Result<RuleSet, Failure<"rule.order_impossible">> {
  const flaws = moveFlaws(set, moves);
  if (flaws.length > 0) return fail(ruleFailures.order_impossible({}, flaws));
  const byId = new Map(set.rules.map((rule) => [rule.id, rule]));
  const moved = new Set(moves.map(({ rule_id }) => rule_id));
  const atEnd = (end: "first" | "last") =>
    moves.filter((move) => "to" in move && move.to === end)
      .map(({ rule_id }) => rule_id);
  const roots = [
    ...atEnd("first"),
    ...set.rules.map(({ id }) => id).filter((id) => !moved.has(id)),
    ...atEnd("last"),
  ];
  const rules = withNeighbours(roots, moves).map((id): Rule => byId.get(id)!);
  return ok({ version: set.version + 1, rules });
}

/** Each of `roots` with the rules that are moved next to it, and those next to them. */
function withNeighbours(
  roots: readonly RuleId[],
  moves: readonly RuleMove[],
): readonly RuleId[] {
  const neighbours = Map.groupBy(moves, (move) => anchorOf(move)?.id);
  const at = (id: RuleId, by: "after" | "before") =>
    (neighbours.get(id) ?? []).filter((move) => anchorOf(move)?.by === by)
      .map(({ rule_id }) => rule_id);
  const placed: RuleId[] = [];
  // A stack, since each of 10,000 rules may stand next to the one before it.
  const waiting = roots.map((id) => ({ id, isOpen: false })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, isOpen } = next;
    if (isOpen) {
      placed.push(id);
      continue;
    }
    const around = [
      ...at(id, "before").map((id) => ({ id, isOpen: false })),
      { id, isOpen: true },
      ...at(id, "after").map((id) => ({ id, isOpen: false })),
    ];
    waiting.push(...around.reverse());
  }
  return placed;
}
