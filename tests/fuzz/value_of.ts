import fc from "fast-check";
import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import {
  type Components,
  type Json,
  type JsonSchema,
  merged,
  resolved,
} from "./json_schema.ts";

/** What values are made with. */
export interface Making {
  readonly random: SeededRandom;
  readonly components: Components;
  /** An id with this prefix, well formed. */
  id(prefix: string): string;
}

/** Beyond this depth the form that ends soonest is taken. */
const DEPTH_MAX = 6;
const ITEMS_USUAL = 4;

/** A value that fits `schema`, often at an edge of what fits. */
export function valueOf(
  schema: JsonSchema,
  making: Making,
  depth = 0,
): Json {
  const { random, components } = making;
  const own = whole(schema, components);
  if (own.const !== undefined) return own.const;
  if (own.enum) return random.pick(own.enum);
  const forms = own.anyOf ?? own.oneOf;
  if (forms) {
    const { anyOf: _, oneOf: __, ...beside } = own;
    const form = depth > DEPTH_MAX
      ? soonest(forms, components)
      : random.pick(forms);
    return valueOf(
      merged([beside, whole(form, components)]),
      making,
      depth + 1,
    );
  }
  const types = typeof own.type === "object" ? own.type : [own.type];
  switch (random.pick(types)) {
    case "null":
      return null;
    case "boolean":
      return random.chance(0.5);
    case "integer":
      return numberIn(own, making.random, 1);
    case "number":
      return numberIn(own, making.random, null);
    case "string":
      return textLike(own, making);
    case "array":
      return listOf(own, making, depth);
    case "object":
      return objectOf(own, making, depth);
    case undefined:
      return own.properties
        ? objectOf(own, making, depth)
        : anything(random, depth);
    default:
      throw new Error(`no values of type ${own.type}`);
  }
}

/** The schema with its reference followed and its `allOf` taken in. */
function whole(schema: JsonSchema, components: Components): JsonSchema {
  const { allOf, ...own } = resolved(schema, components);
  return allOf
    ? merged([...allOf.map((part) => whole(part, components)), own])
    : own;
}

function soonest(
  forms: readonly JsonSchema[],
  components: Components,
): JsonSchema {
  return forms.toSorted((a, b) =>
    heightOf(a, components) - heightOf(b, components)
  )[0]!;
}

/** How deep the shallowest value of `schema` nests; infinite for one that must hold itself. */
export function heightOf(
  schema: JsonSchema,
  components: Components,
  above: ReadonlySet<string> = new Set(),
): number {
  const { $ref } = schema;
  if ($ref !== undefined && above.has($ref)) return Infinity;
  const inside = $ref === undefined ? above : new Set([...above, $ref]);
  const own = whole(schema, components);
  const of = (inner: JsonSchema) => heightOf(inner, components, inside);
  const forms = own.anyOf ?? own.oneOf;
  if (forms) return Math.min(...forms.map(of));
  if (own.items && (own.minItems ?? 0) > 0) return 1 + of(own.items);
  const needed = (own.required ?? []).flatMap((name) =>
    own.properties?.[name] ? [of(own.properties[name])] : []
  );
  return needed.length > 0 ? 1 + Math.max(...needed) : 0;
}

function numberIn(
  schema: JsonSchema,
  random: SeededRandom,
  whole: 1 | null,
): number {
  const step = schema.multipleOf ?? whole ?? 0.25;
  const low = schema.minimum ??
    (schema.exclusiveMinimum === undefined
      ? undefined
      : schema.exclusiveMinimum + step);
  const high = schema.maximum ??
    (schema.exclusiveMaximum === undefined
      ? undefined
      : schema.exclusiveMaximum - step);
  const from = low ?? Math.min(-1_000_000, (high ?? 0) - 1_000);
  const to = high ?? Math.max(1_000_000, (low ?? 0) + 1_000);
  const edges = [low, high].filter((edge) => edge !== undefined);
  if (edges.length > 0 && random.chance(0.25)) return random.pick(edges);
  const steps = Math.floor((to - from) / step);
  return from + step * Math.floor(random.next() * (steps + 1));
}

const WORDS = [
  "rent",
  "Tallow & Reed",
  "CARD 4411 TIMBER YARD",
  "Büro",
  "日本語",
  "مكتب",
  "👩‍👩‍👧 lunch",
  "42",
  "true",
  "Canary",
] as const;

/** The prefix of the ids that a pattern of ours describes. */
const ID_PATTERN = /^\^([a-z]+)_\[0-7\]\[0-9a-hjkmnp-tv-z\]\{25\}\$$/;

/** The prefix of the ids that `schema` is of; undefined for any other text. */
export function idPrefix(schema: JsonSchema): string | undefined {
  return ID_PATTERN.exec(schema.pattern ?? "")?.[1];
}

function textLike(schema: JsonSchema, making: Making): string {
  const { random } = making;
  const { minLength = 0, maxLength = 200 } = schema;
  const prefix = idPrefix(schema);
  if (prefix !== undefined) return making.id(prefix);
  if (schema.pattern !== undefined) {
    return matching(schema.pattern, random);
  }
  switch (schema.format) {
    case "date-time":
      return instant(random);
    case "date":
      return instant(random).slice(0, 10);
    case "email":
      return `p${random.between(1, 1_000_000)}@example.com`;
    case "uri":
      return `https://example.com/${random.between(1, 1_000)}`;
  }
  if (random.chance(0.05)) {
    return "é".repeat(random.chance(0.5) ? maxLength : Math.max(minLength, 1));
  }
  // Together with a number, so that names which must differ mostly do.
  const text = `${random.pick(WORDS)} ${random.between(1, 10_000)}`;
  return [...text.padEnd(minLength, "x")].slice(0, maxLength).join("");
}

const matchers = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: string, random: SeededRandom): string {
  const matcher = matchers.get(pattern) ??
    fc.stringMatching(new RegExp(pattern), { maxLength: 100 });
  matchers.set(pattern, matcher);
  const seed = random.between(0, 2 ** 31 - 1);
  return fc.sample(matcher, { seed, numRuns: 1 })[0]!;
}

function instant(random: SeededRandom): string {
  const at = Date.UTC(2024, 0, 1) + random.between(0, 900) * 86_400_000 +
    random.between(0, 86_399) * 1_000;
  return new Date(at).toISOString();
}

function listOf(
  schema: JsonSchema,
  making: Making,
  depth: number,
): readonly Json[] {
  const { random } = making;
  const { minItems = 0, maxItems = Infinity } = schema;
  const most = Math.min(
    maxItems,
    minItems + (depth > DEPTH_MAX ? 0 : ITEMS_USUAL),
  );
  const length = random.between(minItems, most);
  return Array.from(
    { length },
    () => valueOf(schema.items ?? {}, making, depth + 1),
  );
}

function objectOf(
  schema: JsonSchema,
  making: Making,
  depth: number,
): Json {
  const { random } = making;
  const { properties = {}, required = [], additionalProperties } = schema;
  const made: Record<string, Json> = {};
  const optional = Object.keys(properties)
    .filter((name) => !required.includes(name));
  const room = () =>
    Object.keys(made).length < (schema.maxProperties ?? Infinity);
  const add = (name: string, inner: JsonSchema) =>
    Object.defineProperty(made, name, {
      value: valueOf(inner, making, depth + 1),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  for (const name of required) add(name, properties[name] ?? {});
  const likely = depth > DEPTH_MAX ? 0 : 0.4;
  for (const name of optional) {
    if (room() && random.chance(likely)) add(name, properties[name]!);
  }
  const least = schema.minProperties ?? 0;
  for (const name of optional) {
    if (Object.keys(made).length >= least) break;
    if (!(name in made)) add(name, properties[name]!);
  }
  if (typeof additionalProperties === "object") {
    const more = Math.max(
      least - Object.keys(made).length,
      random.between(0, 3),
    );
    for (let i = 0; i < more && room(); i++) {
      const name = schema.propertyNames
        ? String(valueOf(schema.propertyNames, making, depth + 1))
        : `${random.pick(["unit", "vat", "kostenstelle", "x"])}${i}`;
      add(name, additionalProperties);
    }
  }
  return made;
}

function anything(random: SeededRandom, depth: number): Json {
  const flat = random.pick([
    null,
    true,
    0,
    -1.5,
    "text",
    "",
  ]);
  if (depth > DEPTH_MAX || random.chance(0.6)) return flat;
  return random.chance(0.5)
    ? [flat, anything(random, depth + 1)]
    : { a: flat, b: anything(random, depth + 1) };
}
