import { z } from "@hono/zod-openapi";
import type { CsvMapping } from "../../../src/imports/csv_mapping.ts";
import type { CsvTerms } from "../../../src/imports/csv_terms.ts";
import { DATE_ORDERS } from "../../../src/imports/read_date.ts";
import { minorDigits } from "../../../src/kernel/money.ts";
import { name, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const column = () => text(200);
const optional = () => column().nullable().default(null);

const termsShape = {
  date: column(),
  amount: optional().openapi({
    description: "Signed; or name `debit`, `credit` or both",
  }),
  debit: optional(),
  credit: optional(),
  direction: optional().openapi({
    description: "Says of `amount` whether it went out: D, DR, debit, S, Af",
  }),
  description: z.array(column()).max(10).default([]).openapi({
    description: "Joined in this order",
  }),
  counterparty: optional(),
  bank_id: optional().openapi({
    description: "What the bank gives to one entry of the account only",
  }),
  account: optional(),
  currency_column: optional(),
  currency: z.string().refine((code) => minorDigits(code) !== undefined, {
    error: "is not an ISO 4217 currency code",
  }).nullable().default(null).openapi({
    pattern: "^[A-Z]{3}$",
    description: "Where no column says so",
  }),
  date_order: z.enum(DATE_ORDERS).nullable().default(null).openapi({
    description: "Told by the dates where absent, if they can",
  }),
  decimal: z.enum([".", ","]).nullable().default(null),
  spending_is_positive: z.boolean().default(false),
  attributes: z.record(text(64), column())
    .refine((given) => Object.keys(given).length <= 20, {
      error: "has more than 20 members",
    }).default({}).openapi({
      description: "Further columns to keep, by the attribute's name",
      maxProperties: 20,
    }),
};

/** The body of `POST /import-mappings`. */
export const newCsvMappingSchema = z.strictObject({
  name: name(),
  ...termsShape,
})
  .refine(
    ({ amount, debit, credit }) =>
      (amount !== null) !== (debit !== null || credit !== null),
    {
      path: ["amount"],
      error: "or else debit and credit must be named, and not both kinds",
    },
  ).refine(
    ({ description, counterparty }) =>
      description.length > 0 || counterparty !== null,
    {
      path: ["description"],
      error: "or else counterparty must be named",
    },
  ).openapi("NewCsvMapping");

/** A mapping of columns as the API shows it. */
export const csvMappingSchema = z.object({
  id: z.string(),
  name: z.string(),
  number: z.number().int().openapi({
    description: "1, 2, 3 … of that name",
  }),
  created_at: told,
  ...termsShape,
}).openapi("CsvMapping");

export function csvMappingJson(
  { id, name, number, createdAt, terms }: CsvMapping,
): Told<z.input<typeof csvMappingSchema>> {
  const { bankId, currencyColumn, dateOrder, spendingIsPositive, ...same } =
    terms;
  return {
    id,
    name,
    number,
    created_at: createdAt,
    ...same,
    bank_id: bankId,
    currency_column: currencyColumn,
    date_order: dateOrder,
    spending_is_positive: spendingIsPositive,
  };
}

/** How columns are read, as the core takes it. */
export function csvTermsOf(
  { name: _, ...given }: z.output<typeof newCsvMappingSchema>,
): CsvTerms {
  const {
    bank_id,
    currency_column,
    date_order,
    spending_is_positive,
    ...same
  } = given;
  return {
    ...same,
    bankId: bank_id,
    currencyColumn: currency_column,
    dateOrder: date_order,
    spendingIsPositive: spending_is_positive,
  };
}
