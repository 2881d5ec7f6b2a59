import { conjunction } from "./canonical_form.ts";
import {
  type Formula,
  isNever,
  type Junction,
  type Literal,
} from "./formula.ts";

/** Ways to meet a condition that are looked at. */
const WAYS_MAX = 8;

/** Ways to meet a formula: literals that together make it hold, a few of all the ways, those known to be impossible left out. */
export function alternatives(
  formula: Formula,
): readonly (readonly Literal[])[] {
  const ways: (readonly Literal[])[] = [];
  const open: Formula[] = [formula];
  // Each turn decides one choice, depth first: the number of turns bounds the work.
  for (let turn = 0; turn < 4 * WAYS_MAX && ways.length < WAYS_MAX; turn++) {
    const one = open.pop();
    if (one === undefined) break;
    if (isNever(one)) continue;
    const parts = one.kind === "all" ? one.parts : [one];
    const choice = parts.find((part): part is Junction => part.kind === "any");
    if (choice === undefined) {
      ways.push(parts.filter((part) => part.kind === "literal"));
      continue;
    }
    const others = parts.filter((part) => part !== choice);
    const next = choice.parts.slice(0, WAYS_MAX)
      .map((part) => conjunction([...others, part]));
    open.push(...next.reverse());
  }
  return ways;
}
