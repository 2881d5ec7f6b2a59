import { compilePattern } from "../matcher/compile_pattern.ts";
import {
  CONDITION_DEPTH_MAX,
  LEAVES_MAX,
  PATTERN_STEPS_MAX,
} from "./condition.ts";
import { leafSchemas } from "./leaf_schemas.ts";

/** One wrong place in a condition, by the keys that lead to it. */
export interface ConditionFlaw {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** More flaws than anyone reads; the check stops there. */
const FLAWS_MAX = 50;

/**
 * All that is wrong with `value` as a condition, in the order of its parts; empty when nothing is.
 * Safe on hostile input: the first limit broken (depth, leaves, size of patterns) ends the check.
 */
export function conditionFlaws(value: unknown): readonly ConditionFlaw[] {
  const check: Check = { flaws: [], leaves: 0, patternSteps: 0, over: false };
  checkCondition(value, [], 1, check);
  return check.flaws;
}

interface Check {
  readonly flaws: ConditionFlaw[];
  leaves: number;
  patternSteps: number;
  over: boolean;
}
type Path = ConditionFlaw["path"];
type Part = { readonly [key: string]: unknown };

function checkCondition(
  value: unknown,
  path: Path,
  depth: number,
  check: Check,
): void {
  if (check.over) return;
  if (depth > CONDITION_DEPTH_MAX) {
    return stop(check, path, `is nested deeper than ${CONDITION_DEPTH_MAX}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return note(check, path, "is not an object");
  }
  const part = value as Part;
  const head = ["all", "any", "not", "field"]
    .find((key) => Object.hasOwn(part, key));
  if (head === undefined) {
    return note(check, path, "has none of all, any, not and field");
  }
  if (head === "field") return checkLeaf(part, path, check);
  noteOthers(part, [head], path, check);
  const inside = [...path, head];
  if (head === "not") {
    return checkCondition(part[head], inside, depth + 1, check);
  }
  const members = part[head];
  if (!Array.isArray(members)) return note(check, inside, "is not a list");
  if (members.length === 0) return note(check, inside, "is an empty list");
  for (const [index, member] of members.entries()) {
    if (check.over) return;
    checkCondition(member, [...inside, index], depth + 1, check);
  }
}

function checkLeaf(leaf: Part, path: Path, check: Check): void {
  check.leaves++;
  if (check.leaves > LEAVES_MAX) {
    return stop(check, path, `is one leaf more than the ${LEAVES_MAX} allowed`);
  }
  const forField = leafSchemas
    .filter(({ shape }) => shape.field.safeParse(leaf.field).success);
  if (forField.length === 0) {
    return note(check, [...path, "field"], "is not a field of a record");
  }
  const kind = forField
    .find(({ shape }) => shape.op.safeParse(leaf.op).success);
  if (kind === undefined) {
    const operators = forField.flatMap(({ shape }) => shape.op.options);
    const known = [...new Set<string>(operators)].join(", ");
    return note(
      check,
      [...path, "op"],
      `is not an operator of this field, which has ${known}`,
    );
  }
  noteOthers(leaf, Object.keys(kind.shape), path, check);
  if ("value" in kind.shape) checkValue(kind.shape.value, leaf, path, check);
}

function checkValue(
  schema: ValueSchema,
  leaf: Part,
  path: Path,
  check: Check,
): void {
  const inside = [...path, "value"];
  if (!Object.hasOwn(leaf, "value")) return note(check, inside, "is missing");
  const read = schema.safeParse(leaf.value);
  for (const issue of read.error?.issues ?? []) {
    note(check, [...inside, ...issue.path as Path], issue.message);
  }
  if (!read.success || leaf.op !== "matches") return;
  check.patternSteps += compilePattern(leaf.value as string).programSize();
  if (check.patternSteps > PATTERN_STEPS_MAX) {
    stop(
      check,
      inside,
      "is too large a pattern, alone or with the patterns before it",
    );
  }
}

type ValueSchema = Extract<
  typeof leafSchemas[number]["shape"],
  { readonly value: unknown }
>["value"];

function noteOthers(
  part: Part,
  known: readonly string[],
  path: Path,
  check: Check,
): void {
  for (const key of Object.keys(part)) {
    if (check.over) return;
    if (!known.includes(key)) {
      note(check, [...path, key], `does not belong beside ${known.join(", ")}`);
    }
  }
}

function note(check: Check, path: Path, message: string): void {
  if (check.over) return;
  check.flaws.push({ path, message });
  check.over = check.flaws.length >= FLAWS_MAX;
}

function stop(check: Check, path: Path, message: string): void {
  note(check, path, message);
  check.over = true;
}
