import { z } from "zod";
import { type CategoryId, isId } from "../kernel/ids.ts";
import type { FieldsSet } from "../processing/trace.ts";
import { tidy } from "../records/text.ts";
import {
  ATTRIBUTE_NAME_LENGTH_MAX,
  VALUE_LENGTH_MAX,
} from "./conditions/condition.ts";
import { conditionSchema } from "./conditions/condition_schema.ts";
import { plainText } from "./conditions/plain_text.ts";
import type { RuleDefinition } from "./rule.ts";

const RULE_NAME_LENGTH_MAX = 200;
/** Attributes that one rule may set. */
const ATTRIBUTES_SET_MAX = 50;

const name = plainText(RULE_NAME_LENGTH_MAX).overwrite(tidy);
const textSet = plainText(VALUE_LENGTH_MAX).overwrite(tidy);
const enabled = z.boolean({ error: "is not a boolean" });
const goOn = z.boolean({ error: "is not a boolean" });

const attributesSet = z.record(
  plainText(ATTRIBUTE_NAME_LENGTH_MAX),
  textSet,
  { error: nameFlaw },
).refine((set) => Object.keys(set).length > 0, { error: "sets nothing" })
  .refine((set) => Object.keys(set).length <= ATTRIBUTES_SET_MAX, {
    error: `sets more than ${ATTRIBUTES_SET_MAX} attributes`,
  });

/** The members of what a rule sets. */
export const fieldsSetShape = {
  category_id: z.string({ error: "is not text" })
    .refine((text): text is CategoryId => isId("cat", text), {
      error: "is not the id of a category",
    }).optional(),
  counterparty: textSet.optional(),
  attributes: z.preprocess(refuseProto, attributesSet).optional(),
  review: z.literal(true, { error: "is not true" }).optional(),
};

const fieldsSet = z.strictObject(fieldsSetShape, { error: objectFlaw })
  .refine((set) => Object.keys(set).length > 0, { error: "sets nothing" })
  .meta({
    id: "FieldsSet",
    description: "What a rule sets on a record that meets it; at least one.",
  }) as unknown as z.ZodType<FieldsSet>; // JSON has no `undefined`, which zod's type of an optional key allows

/** The members of a rule as a person writes it, and their defaults. */
export const ruleShape = {
  name,
  enabled: enabled.default(true),
  when: conditionSchema,
  then: fieldsSet,
  continue: goOn.default(false),
};

/** Reads a rule as a person writes it, and fills in its defaults. */
export const ruleSchema: z.ZodType<RuleDefinition> = z.strictObject(ruleShape, {
  error: objectFlaw,
}).meta({ id: "RuleDefinition" });

/** The parts of a rule that a person changes; at least one. */
export const ruleChangesSchema = z.strictObject({
  name: name.optional(),
  enabled: enabled.optional(),
  when: conditionSchema.optional(),
  then: fieldsSet.optional(),
  continue: goOn.optional(),
}, { error: objectFlaw })
  .refine((changes) => Object.keys(changes).length > 0, {
    error: "changes nothing",
  })
  .meta({ id: "RuleChanges" }) as unknown as z.ZodType<Partial<RuleDefinition>>;

/** zod leaves this one key out of what it reads, without a word. */
function refuseProto(value: unknown, context: z.RefinementCtx): unknown {
  const key = "__proto__";
  if (
    typeof value === "object" && value !== null && Object.hasOwn(value, key)
  ) {
    const message = "cannot be a name";
    context.addIssue({ code: "custom", path: [key], message });
  }
  return value;
}

function nameFlaw(issue: z.core.$ZodRawIssue): string {
  return issue.code === "invalid_key"
    ? issue.issues[0]?.message ?? "cannot be a name"
    : "is not an object";
}

/** What is wrong with a value that is no object, or has members it should not have. */
export function objectFlaw(issue: z.core.$ZodRawIssue): string {
  return issue.code === "unrecognized_keys"
    ? `has unknown members: ${issue.keys?.join(", ")}`
    : "is not an object";
}
