import { z } from "@hono/zod-openapi";
import { COLUMN_ROLES } from "../../../src/imports/column_roles.ts";
import { FILE_FORMATS } from "../../../src/imports/file_format.ts";
import type { FileShape } from "../../../src/imports/file_shape.ts";
import type { FoundRow } from "../../../src/imports/found_row.ts";
import { DATE_ORDERS } from "../../../src/imports/read_date.ts";
import { type Money, writeMinor } from "../../../src/kernel/money.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const rowSchema = z.object({
  line: z.number().int(),
  record: z.object({
    occurred_at: told.nullable(),
    description: z.string(),
    counterparty: z.string().nullable(),
    amount: z.object({
      minor: z.union([z.number().int(), z.string()]),
      currency: z.string(),
    }).nullable(),
  }).nullable().openapi({ description: "Null where the row is none" }),
  problem: z.object({ field: z.string().nullable(), detail: z.string() })
    .nullable(),
});

export const previewSchema = z.object({
  format: z.enum(FILE_FORMATS).nullable(),
  encoding: z.string(),
  csv: z.object({
    delimiter: z.string(),
    header_line: z.number().int().nullable(),
    columns: z.array(z.object({
      name: z.string(),
      role: z.enum(COLUMN_ROLES).nullable(),
    })),
    date_orders: z.array(z.enum(DATE_ORDERS)).openapi({
      description: "More than one where the dates do not tell",
    }),
    decimal: z.enum([".", ",", "any"]).nullable(),
    currency: z.string().nullable(),
  }).nullable(),
  flaws: z.array(z.object({ field: z.string(), detail: z.string() })).openapi({
    description: "What stands in the way of an import",
  }),
  rows: z.array(rowSchema),
}).openapi("ImportPreview");

export function previewJson(
  { format, encoding, csv, flaws, rows }: FileShape,
): Told<z.input<typeof previewSchema>> {
  return {
    format,
    encoding,
    csv: csv && {
      delimiter: csv.delimiter,
      header_line: csv.headerLine,
      columns: csv.columns,
      date_orders: csv.dateOrders,
      decimal: csv.decimal,
      currency: csv.currency,
    },
    flaws,
    rows: rows.filter(({ kind }) => kind !== "begun").map(rowJson),
  };
}

function rowJson(row: FoundRow): Told<z.input<typeof rowSchema>> {
  const { line } = row;
  if (row.kind === "entry" || row.kind === "record") {
    const { occurredAt, description, counterparty, amount } =
      row.kind === "entry" ? row.entry : row.incoming;
    const record = {
      occurred_at: occurredAt,
      description,
      counterparty,
      amount: amount && moneyJson(amount),
    };
    return { line, record, problem: null };
  }
  const problem = row.kind === "begun"
    ? null
    : { field: row.field, detail: row.detail };
  return { line, record: null, problem };
}

function moneyJson({ minor, currency }: Money) {
  return { minor: writeMinor(minor), currency };
}
