import type { Flaw } from "../../kernel/failure.ts";
import type { RuleId } from "../../kernel/ids.ts";
import { ORDER_FLAWS_MAX } from "./order_flaws.ts";
import type { RuleSet } from "../rule.ts";
import { anchorOf, type RuleMove } from "./rule_move.ts";

/** Members of a cycle that a message names. */
const CYCLE_SHOWN_MAX = 10;

/** Why moves cannot all be made: rules that are not there, moved twice, next to themselves, or round in a circle. */
export function moveFlaws(
  set: RuleSet,
  moves: readonly RuleMove[],
): readonly Flaw[] {
  const known = new Set(set.rules.map(({ id }) => id));
  const first = new Map<RuleId, number>();
  const flaws: Flaw[] = [];
  for (const [index, move] of moves.entries()) {
    const wrong = (member: string, detail: string) =>
      flaws.push({ pointer: `/moves/${index}/${member}`, detail });
    const earlier = first.get(move.rule_id);
    if (!known.has(move.rule_id)) wrong("rule_id", "is not a rule of yours");
    else if (earlier === undefined) first.set(move.rule_id, index);
    else wrong("rule_id", `is moved by /moves/${earlier} too`);
    const anchor = anchorOf(move);
    if (anchor === null) continue;
    if (anchor.id === move.rule_id) wrong(anchor.by, "is the rule itself");
    else if (!known.has(anchor.id)) wrong(anchor.by, "is not a rule of yours");
  }
  // A cycle is of moves that are right by themselves.
  return (flaws.length > 0 ? flaws : cycles(moves, first))
    .slice(0, ORDER_FLAWS_MAX);
}

/** Of each cycle: the move that closes it, the last of its moves, and all that belong to it. */
function cycles(
  moves: readonly RuleMove[],
  moveOf: ReadonlyMap<RuleId, number>,
): readonly Flaw[] {
  const flaws: Flaw[] = [];
  /** The move from which each was first come to. */
  const seenFrom = new Map<number, number>();
  for (const start of moves.keys()) {
    const path: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && !seenFrom.has(at)) {
      seenFrom.set(at, start);
      path.push(at);
      const anchor = anchorOf(moves[at]!);
      at = anchor === null ? undefined : moveOf.get(anchor.id);
    }
    if (at === undefined || seenFrom.get(at) !== start) continue;
    const cycle = path.slice(path.indexOf(at));
    flaws.push({
      pointer: `/moves/${cycle.reduce((a, b) => Math.max(a, b))}`,
      detail: `closes a cycle: ${cycleInWords(cycle.map((i) => moves[i]!))}`,
    });
  }
  return flaws;
}

function cycleInWords(cycle: readonly RuleMove[]): string {
  const shown = cycle.slice(0, CYCLE_SHOWN_MAX).map((move) => {
    const anchor = anchorOf(move);
    return `${move.rule_id} ${anchor?.by} ${anchor?.id}`;
  }).join(", ");
  const more = cycle.length - CYCLE_SHOWN_MAX;
  return more > 0 ? `${shown} and ${more} more` : shown;
}
