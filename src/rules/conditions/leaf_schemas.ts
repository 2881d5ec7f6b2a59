import { z } from "zod";
import {
  ATTRIBUTE_NAME_LENGTH_MAX,
  type AttributeField,
  MONEY_FIELDS,
  TEXT_FIELDS,
} from "./condition.ts";
import {
  dateOperand,
  dateRange,
  listOf,
  listOfDays,
  moneyOperand,
  moneyRange,
  numberOperand,
  numberRange,
  patternOperand,
  textOperand,
} from "./operand_schemas.ts";
import { textFlaw } from "./plain_text.ts";

const attributeField: z.ZodType<AttributeField> = z.templateLiteral([
  "attributes.",
  z.string().min(1).max(ATTRIBUTE_NAME_LENGTH_MAX),
]).refine((field) => textFlaw(field.slice("attributes.".length)) === null);
const plainField = z.enum(TEXT_FIELDS);
const textField = z.union([plainField, attributeField]);
const moneyField = z.enum(MONEY_FIELDS);
const directionField = z.enum(["direction"]);
const dateField = z.enum(["date"]);
const anyField = z.union([textField, moneyField, directionField, dateField]);

const equals = z.enum(["equals"]);
const between = z.enum(["between"]);
const order = ["less_than", "at_most", "more_than", "at_least"] as const;

/**
 * Every kind of leaf, strictly. Of one field and one operator there is just one kind,
 * so a checker can find the kind first and then tell exactly what is wrong with the value.
 */
export const leafSchemas = [
  leaf(plainField, equals, textOperand),
  leaf(
    attributeField,
    equals,
    z.union([textOperand, numberOperand, z.boolean()], {
      error: "is not text, a number or a boolean",
    }),
  ),
  leaf(
    textField,
    z.enum(["contains", "starts_with", "ends_with"]),
    textOperand,
  ),
  leaf(textField, z.enum(["in", "contains_any"]), listOf(textOperand)),
  leaf(textField, z.enum(["matches"]), patternOperand),
  leaf(
    directionField,
    equals,
    z.enum(["in", "out"], { error: "is neither in nor out" }),
  ),
  leaf(moneyField, z.enum(["equals", ...order]), moneyOperand),
  leaf(moneyField, between, moneyRange),
  leaf(dateField, z.enum(["before", "on_or_after"]), dateOperand),
  leaf(dateField, between, dateRange),
  leaf(dateField, z.enum(["weekday_in"]), listOfDays(1, 7)),
  leaf(dateField, z.enum(["day_of_month_in"]), listOfDays(1, 31)),
  leaf(attributeField, z.enum(order), numberOperand),
  leaf(attributeField, between, numberRange),
  z.strictObject({ field: anyField, op: z.enum(["is_empty"]) }),
] as const;

function leaf<Field, Op extends Record<string, string>, Value>(
  field: z.ZodType<Field>,
  op: z.ZodEnum<Op>,
  value: z.ZodType<Value>,
) {
  return z.strictObject({ field, op, value });
}
