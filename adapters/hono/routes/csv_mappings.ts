import { z } from "@hono/zod-openapi";
import { csvMappingFailures } from "../../../src/imports/csv_mapping.ts";
import { listCsvMappings } from "../../../src/imports/use_cases/list_csv_mappings.ts";
import { readCsvMapping } from "../../../src/imports/use_cases/read_csv_mapping.ts";
import { saveCsvMapping } from "../../../src/imports/use_cases/save_csv_mapping.ts";
import { ok } from "../../../src/kernel/result.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route } from "../route.ts";
import {
  csvMappingJson,
  csvMappingSchema,
  csvTermsOf,
  newCsvMappingSchema,
} from "./csv_mapping_schema.ts";

const tag = "imports";

const save = route({
  method: "post",
  path: "/import-mappings",
  tag,
  summary: "Save how a kind of CSV file is read",
  description:
    "Columns by the names that the file gives them. A mapping never changes: the same name again is its next number, with an id of its own.",
  action: "records.write",
  body: {
    schema: newCsvMappingSchema,
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
    schema: csvMappingSchema,
  },
  async handle({ deps, scope, body }) {
    const saved = await saveCsvMapping(deps, scope, {
      name: body.name,
      terms: csvTermsOf(body),
    });
    return saved.ok ? ok({ body: csvMappingJson(saved.value) }) : saved;
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
    schema: pageSchema(csvMappingSchema),
  },
  async handle({ deps, scope, query }) {
    const found = await listCsvMappings(deps, scope, pageRequest(query));
    return found.ok
      ? ok({ body: pageJson(found.value, csvMappingJson) })
      : found;
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
  answer: { status: 200, description: "The mapping", schema: csvMappingSchema },
  async handle({ deps, scope, id }) {
    const found = await readCsvMapping(deps, scope, id);
    return found.ok ? ok({ body: csvMappingJson(found.value) }) : found;
  },
});

export const csvMappingRoutes: readonly Route[] = [save, list, read];
