import { z } from "@hono/zod-openapi";
import {
  type CsvMapping,
  csvMappingFailures,
} from "../../../src/imports/csv_mapping.ts";
import type { CsvTerms } from "../../../src/imports/csv_terms.ts";
import { listCsvMappings } from "../../../src/imports/use_cases/list_csv_mappings.ts";
import { readCsvMapping } from "../../../src/imports/use_cases/read_csv_mapping.ts";
import { saveCsvMapping } from "../../../src/imports/use_cases/save_csv_mapping.ts";
import { DATE_ORDERS } from "../../../src/imports/read_date.ts";
import { minorDigits } from "../../../src/kernel/money.ts";
import { ok } from "../../../src/kernel/result.ts";
import { name, text } from "../fields.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";

const tag = "imports";
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

const newMapping = z.strictObject({ name: name(), ...termsShape })
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

const mappingSchema = z.object({
  id: z.string(),
  name: z.string(),
  number: z.number().int().openapi({
    description: "1, 2, 3 … of that name",
  }),
  created_at: told,
  ...termsShape,
}).openapi("CsvMapping");

function mappingJson(
  { id, name, number, createdAt, terms }: CsvMapping,
): Told<z.input<typeof mappingSchema>> {
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

function termsOf(
  { name: _, ...given }: z.output<typeof newMapping>,
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

const save = route({
  method: "post",
  path: "/import-mappings",
  tag,
  summary: "Save how a kind of CSV file is read",
  description:
    "Columns by the names that the file gives them. A mapping never changes: the same name again is its next number, with an id of its own.",
  action: "records.write",
  body: {
    schema: newMapping,
    example: {
      name: "Harbour Bank",
      date: "Booked on",
      debit: "Out",
      credit: "In",
      description: ["Details"],
      currency: "GBP",
      date_order: "dmy",
      decimal: ".",
    },
  },
  answer: {
    status: 201,
    description: "The mapping",
    schema: mappingSchema,
  },
  async handle({ deps, scope, body }) {
    const saved = await saveCsvMapping(deps, scope, {
      name: body.name,
      terms: termsOf(body),
    });
    return saved.ok ? ok({ body: mappingJson(saved.value) }) : saved;
  },
});

const list = route({
  method: "get",
  path: "/import-mappings",
  tag,
  summary: "List mappings of columns, latest first",
  action: "records.read",
  query: z.strictObject(pageQuery("cmp")),
  answer: {
    status: 200,
    description: "A page of mappings",
    schema: pageSchema(mappingSchema),
  },
  async handle({ deps, scope, query }) {
    const found = await listCsvMappings(deps, scope, pageRequest(query));
    return found.ok ? ok({ body: pageJson(found.value, mappingJson) }) : found;
  },
});

const read = route({
  method: "get",
  path: "/import-mappings/{id}",
  tag,
  summary: "Read a mapping of columns",
  action: "records.read",
  id: {
    prefix: "cmp",
    missing: (id) => csvMappingFailures.missing({ csv_mapping_id: id }),
  },
  answer: { status: 200, description: "The mapping", schema: mappingSchema },
  async handle({ deps, scope, id }) {
    const found = await readCsvMapping(deps, scope, id);
    return found.ok ? ok({ body: mappingJson(found.value) }) : found;
  },
});

export const csvMappingRoutes: readonly Route[] = [save, list, read];
