import type { Category } from "../../../../../src/categories/category.ts";
import type { Failure, Flaw } from "../../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../../src/kernel/result.ts";
import { documentRuleSchema } from "../../../../../src/rules/files/document_schema.ts";
import { resolveDocument } from "../../../../../src/rules/files/resolve_document.ts";
import {
  type Rule,
  type RuleDefinition,
  ruleFailures,
} from "../../../../../src/rules/rule.ts";
import { ruleSchema } from "../../../../../src/rules/rule_schema.ts";
import { readBy } from "../../../flaws_in.ts";
import {
  type FormState,
  type FormValues,
  NOTHING_SENT,
  textOf,
} from "../../shell/form_state.ts";
import { conditionOfRow } from "./condition_of_rows.ts";
import { type Row, rowsIn, type SetRow, setsIn } from "./row.ts";
import { readYamlText } from "../../parts/yaml_text.ts";

/** More of them help nobody to mend a text. */
const TOLD_MAX = 5;

type Refused = Failure<"rule.invalid">;

/** What the editor's form says, or what is wrong with it, at the names of its fields. `rule` is the one that is changed. */
export function readDraft(
  values: FormValues,
  rule: Rule | null,
  categories: readonly Category[],
): Result<RuleDefinition, Refused> {
  const form: FormState = { ...NOTHING_SENT, values };
  return textOf(form, "as") === "text"
    ? readText(textOf(form, "text"), rule, categories)
    : readRows(form);
}

function readRows(form: FormState): Result<RuleDefinition, Refused> {
  const rows = rowsIn(form.values);
  const sets = setsIn(form.values);
  const read = rows.map(conditionOfRow);
  const wrongSets = setFlaws(sets);
  const flaws = [
    ...rows.length === 0
      ? [{
        pointer: "/add",
        detail: "is needed: the rule has no condition yet",
      }]
      : [],
    ...read.flatMap((one) => "flaws" in one ? one.flaws : []),
    ...wrongSets,
  ];
  const conditions = read.map((one) =>
    "condition" in one ? one.condition : null
  );
  const fits = readBy(ruleSchema, ruleOf(form, conditions, sets));
  // What could not be read at all is told already.
  const told = new Set(
    rows.filter((_, i) => "flaws" in read[i]!).map(({ key }) => key),
  );
  const others = fits.ok
    ? []
    : fits.flaws.map((flaw) => atField(flaw, rows, sets))
      .filter(({ pointer }) =>
        pointer.startsWith("/set-")
          ? wrongSets.length === 0
          : pointer === "/add"
          ? rows.length > 0
          : !told.has(rowKeyIn(pointer) ?? "")
      );
  const all = inOrder([...flaws, ...others], rows);
  return fits.ok && all.length === 0
    ? ok(fits.value)
    : fail(ruleFailures.invalid({}, all));
}

/** The row that a field belongs to. */
function rowKeyIn(pointer: string): string | undefined {
  return /^\/(?!set-)\w+-(\d+)$/.exec(pointer)?.[1];
}

/** As the form has its fields, so that they are mended from the top. */
function inOrder(
  flaws: readonly Flaw[],
  rows: readonly Row[],
): readonly Flaw[] {
  const rank = ({ pointer }: Flaw) => {
    if (pointer === "/name") return -1;
    const key = rowKeyIn(pointer);
    const at = rows.findIndex((row) => row.key === key);
    return at < 0 ? rows.length : at;
  };
  return flaws.toSorted((a, b) => rank(a) - rank(b));
}

function setFlaws(sets: readonly SetRow[]): readonly Flaw[] {
  return sets.flatMap(({ key, name }, i) => {
    const detail = name === ""
      ? "is missing"
      : sets.findIndex((one) => one.name === name) < i
      ? "is set twice"
      : null;
    return detail === null ? [] : [{ pointer: `/set-name-${key}`, detail }];
  });
}

function ruleOf(
  form: FormState,
  conditions: readonly unknown[],
  sets: readonly SetRow[],
): unknown {
  const given = (name: string) => textOf(form, name) || undefined;
  const [only] = conditions;
  const join = textOf(form, "join") === "any" ? "any" : "all";
  const attributes = sets.map(({ name, value }) => [name, value]);
  const [category_id, counterparty] = [
    given("category_id"),
    given("counterparty"),
  ];
  return {
    name: textOf(form, "name"),
    enabled: textOf(form, "enabled") !== "",
    continue: textOf(form, "continue") !== "",
    when: conditions.length === 1 ? only : { [join]: conditions },
    then: {
      ...category_id !== undefined && { category_id },
      ...counterparty !== undefined && { counterparty },
      ...attributes.length > 0 &&
        { attributes: Object.fromEntries(attributes) },
      ...textOf(form, "review") !== "" && { review: true },
    },
  };
}

/** A wrong place in a rule as the field that it came from. */
function atField(
  { pointer, detail }: Flaw,
  rows: readonly Row[],
  sets: readonly SetRow[],
): Flaw {
  const parts = pointer.slice(1).split("/");
  const [member, part = ""] = parts;
  if (member === "then") {
    if (part === "attributes") {
      const name = unescaped(parts[2] ?? "");
      const key = sets.find((one) => one.name === name)?.key ?? sets[0]?.key;
      return { pointer: `/set-value-${key}`, detail };
    }
    return part === ""
      ? {
        pointer: "/category_id",
        detail: "nothing, and the rule sets nothing else",
      }
      : { pointer: `/${part}`, detail };
  }
  if (member !== "when") return { pointer: `/${member}`, detail };
  const isOne = rows.length === 1;
  const row = isOne ? rows[0] : rows[Number(parts[2])];
  if (!row) return { pointer: "/add", detail };
  const inside = parts.slice(isOne ? 1 : 3);
  if (row.kind === "other") {
    const where = inside.length > 0 ? `at /${inside.join("/")} ` : "";
    return { pointer: `/value-${row.key}`, detail: `${where}${detail}` };
  }
  return { pointer: `/${fieldIn(inside, row)}-${row.key}`, detail };
}

function fieldIn(inside: readonly string[], { kind }: Row): string {
  const places = inside.filter((one) => one !== "not");
  if (places[0] === "field") return "name";
  if (places[0] === "op") return "op";
  if (places.includes("to")) return "to";
  if (places.includes("currency")) return "currency";
  return kind === "weekday" ? "days" : "value";
}

function readText(
  text: string,
  rule: Rule | null,
  categories: readonly Category[],
): Result<RuleDefinition, Refused> {
  const refused = (detail: string) =>
    fail(ruleFailures.invalid({}, [{ pointer: "/text", detail }]));
  if (text === "") return refused("is empty");
  const yaml = readYamlText(text);
  if ("wrong" in yaml) return refused(yaml.wrong);
  const read = readBy(documentRuleSchema, yaml.value);
  if (!read.ok) return refused(inWords(read.flaws));
  const { id: _, ...written } = read.value;
  // With its id, what the rule in force sets may stay.
  const asked = rule ? { ...written, id: rule.id } : written;
  const set = { version: 0, rules: rule ? [rule] : [] };
  const resolved = resolveDocument(set, [asked], categories);
  return resolved.ok
    ? ok(resolved.value[0]!.definition)
    : refused(inWords(resolved.failure.flaws));
}

function inWords(flaws: readonly Flaw[]): string {
  return flaws.slice(0, TOLD_MAX).map(({ pointer, detail }) =>
    `${detail}${
      pointer === "" ? "" : `, at ${pointer.replace("/rules/0", "")}`
    }`
  ).join("; ");
}

function unescaped(part: string): string {
  return part.replaceAll("~1", "/").replaceAll("~0", "~");
}
