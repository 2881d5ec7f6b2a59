import assert from "node:assert/strict";
import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { z } from "zod";
import {
  ruleChangesSchema,
  ruleSchema,
} from "../../../src/rules/rule_schema.ts";

const CATEGORY = "cat_00000000000000000000000001";
const when = { field: "description", op: "contains", value: "shop" };
const fine = { name: "Shops", when, then: { category_id: CATEGORY } };

function flaws(schema: z.ZodType, value: unknown): string[] {
  return (schema.safeParse(value).error?.issues ?? [])
    .map(({ path, message }) =>
      `${path.map((key) => `/${String(key)}`).join("")}: ${message}`
    );
}

Deno.test("a rule gets its defaults, and texts that it sets are tidied", () => {
  assert.deepStrictEqual(
    ruleSchema.parse({
      name: "  Shops \t and more ",
      when,
      then: {
        counterparty: " The  Shop ",
        attributes: { unit: " Parks " },
        review: true,
      },
    }),
    {
      name: "Shops and more",
      enabled: true,
      when,
      then: {
        counterparty: "The Shop",
        attributes: { unit: "Parks" },
        review: true,
      },
      continue: false,
    },
  );
});

const REFUSED: readonly (readonly [string, unknown, ...string[]])[] = [
  ["being a list", [], ": is not an object"],
  [
    "missing parts",
    {},
    "/name: is not text",
    "/when: is not an object",
    "/then: is not an object",
  ],
  [
    "unknown parts",
    { ...fine, priority: 1 },
    ": has unknown members: priority",
  ],
  ["an empty name", { ...fine, name: " " }, "/name: is empty"],
  [
    "a name too long",
    { ...fine, name: "a".repeat(201) },
    "/name: is longer than 200 characters",
  ],
  [
    "NUL in its name",
    { ...fine, name: "a\0" },
    "/name: contains a NUL character",
  ],
  [
    "enabled in words",
    { ...fine, enabled: "yes" },
    "/enabled: is not a boolean",
  ],
  [
    "continue in words",
    { ...fine, continue: 1 },
    "/continue: is not a boolean",
  ],
  [
    "a wrong condition",
    { ...fine, when: { all: [when, { not: {} }] } },
    "/when/all/1/not: has none of all, any, not and field",
  ],
  ["setting nothing", { ...fine, then: {} }, "/then: sets nothing"],
  [
    "setting no attribute",
    { ...fine, then: { attributes: {} } },
    "/then/attributes: sets nothing",
  ],
  [
    "setting an unknown field",
    { ...fine, then: { ...fine.then, amount: 1 } },
    "/then: has unknown members: amount",
  ],
  [
    "a category that is no id",
    { ...fine, then: { category_id: "Food" } },
    "/then/category_id: is not the id of a category",
  ],
  ["another thing's id", {
    ...fine,
    then: { category_id: CATEGORY.replace("cat", "rec") },
  }, "/then/category_id: is not the id of a category"],
  [
    "no category",
    { ...fine, then: { category_id: null } },
    "/then/category_id: is not text",
  ],
  [
    "an empty counterparty",
    { ...fine, then: { counterparty: "" } },
    "/then/counterparty: is empty",
  ],
  [
    "a number as attribute",
    { ...fine, then: { attributes: { a: 1 } } },
    "/then/attributes/a: is not text",
  ],
  [
    "attributes in a list",
    { ...fine, then: { attributes: ["a"] } },
    "/then/attributes: is not an object",
  ],
  ["too many attributes", {
    ...fine,
    then: {
      attributes: Object.fromEntries(
        Array.from({ length: 51 }, (_, i) => [`a${i}`, "x"]),
      ),
    },
  }, "/then/attributes: sets more than 50 attributes"],
  [
    "review that is not true",
    { ...fine, then: { review: false } },
    "/then/review: is not true",
  ],
];

for (const [what, value, ...expected] of REFUSED) {
  Deno.test(`a rule is refused for ${what}`, () => {
    assert.deepEqual(flaws(ruleSchema, value), expected);
  });
}

Deno.test("an attribute's name that is no text to keep is refused", () => {
  const then = { attributes: { "a\0": "x" } };
  assert.deepEqual(flaws(ruleSchema, { ...fine, then }), [
    "/then/attributes/a\0: contains a NUL character",
  ]);
});

Deno.test("an attribute named as an object's inner part is never lost in silence", () => {
  const then = JSON.parse('{"attributes": {"__proto__": "x", "b": "y"}}');
  assert.deepEqual(flaws(ruleSchema, { ...fine, then }), [
    "/then/attributes/__proto__: cannot be a name",
  ]);
});

Deno.test("changes hold what is given and nothing by default", () => {
  assert.deepStrictEqual(ruleChangesSchema.parse({ enabled: false }), {
    enabled: false,
  });
  assert.deepEqual(flaws(ruleChangesSchema, {}), [": changes nothing"]);
  assert.deepEqual(flaws(ruleChangesSchema, { name: "x", version: 3 }), [
    ": has unknown members: version",
  ]);
  assert.deepEqual(flaws(ruleChangesSchema, { when: { not: when, any: 1 } }), [
    "/when/not: does not belong beside any",
    "/when/any: is not a list",
  ]);
});

Deno.test("JSON Schema of a rule names the condition once and refers to it", () => {
  for (const io of ["input", "output"] as const) {
    const schema = z.toJSONSchema(ruleSchema, { io });
    const condition = schema.$defs?.Condition?.anyOf ?? [];
    const self = { $ref: "#/$defs/Condition" };
    assert.deepEqual(condition[2], {
      type: "object",
      properties: { not: self },
      required: ["not"],
      additionalProperties: false,
    });
    assert.deepEqual(schema.$defs?.RuleDefinition?.properties?.when, self);
    assert.equal(condition.length, 18);
  }
});

Deno.test("an OpenAPI document of a rule names the condition once and refers to it", () => {
  const app = new OpenAPIHono();
  const body = { content: { "application/json": { schema: ruleSchema } } };
  app.openapi(
    createRoute({
      method: "post",
      path: "/rules",
      request: { body },
      responses: { 201: { description: "made", ...body } },
    }),
    (c) => c.json(c.req.valid("json"), 201),
  );
  const info = { title: "rules", version: "1" };
  const document = app.getOpenAPI31Document({ openapi: "3.1.0", info });
  const schemas = document.components?.schemas ?? {};
  assert.deepEqual(Object.keys(schemas).sort(), [
    "Condition",
    "FieldsSet",
    "RuleDefinition",
  ]);
  const self = { $ref: "#/components/schemas/Condition" };
  assert.deepEqual((schemas.Condition as z.core.JSONSchema.Schema).anyOf?.[2], {
    type: "object",
    properties: { not: self },
    required: ["not"],
    additionalProperties: false,
  });
  const rule = schemas.RuleDefinition as z.core.JSONSchema.Schema;
  assert.deepEqual(rule.properties?.when, self);
  assert.deepEqual(rule.required, ["name", "when", "then"]);
});
