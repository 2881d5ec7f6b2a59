import { z } from "@hono/zod-openapi";
import { FILE_FORMATS } from "../../../src/imports/file_format.ts";
import {
  IMPORT_BYTES_MAX,
  importFailures,
} from "../../../src/imports/file_import.ts";
import { listImports } from "../../../src/imports/use_cases/list_imports.ts";
import { previewImport } from "../../../src/imports/use_cases/preview_import.ts";
import { readImport } from "../../../src/imports/use_cases/read_import.ts";
import { receiveImport } from "../../../src/imports/use_cases/receive_import.ts";
import { minorDigits } from "../../../src/kernel/money.ts";
import { ok } from "../../../src/kernel/result.ts";
import { recordFailures } from "../../../src/records/record.ts";
import { idText, integerText, text } from "../fields.ts";
import {
  limit,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route } from "../route.ts";
import { wholeOf } from "../sent_file.ts";
import { previewJson, previewSchema } from "./import_preview_schema.ts";
import {
  importInFullSchema,
  importJson,
  importSchema,
  remarkJson,
  remarkSchema,
} from "./import_schema.ts";

const tag = "imports";
/** A preview looks at the beginning of a file. */
const PREVIEW_BYTES_MAX = 1024 * 1024;
const REMARKS_SHOWN = 20;
/** Whatever type it says it is: its bytes tell. */
const FILE_TYPES = ["application/octet-stream"];

const id = {
  prefix: "imp",
  missing: (id: string) => importFailures.missing({ import_id: id }),
} as const;

const reading = {
  format: z.enum(["auto", ...FILE_FORMATS]).default("auto"),
  mapping_id: idText("cmp", "a mapping of columns").optional().openapi({
    description: "For CSV; columns are found by evidence where absent",
  }),
  currency: z.string().refine((code) => minorDigits(code) !== undefined, {
    error: "is not an ISO 4217 currency code",
  }).optional().openapi({
    pattern: "^[A-Z]{3}$",
    description: "For CSV: of amounts whose currency the file does not tell",
  }),
};

function askedOf(
  { format, currency }: z.output<z.ZodObject<typeof reading>>,
) {
  return {
    format: format === "auto" ? null : format,
    currency: currency ?? null,
  };
}

const send = route({
  method: "post",
  path: "/records/import",
  tag,
  summary: "Import a file of records",
  description:
    "CSV, NDJSON, OFX or QFX, CAMT.053 or MT940, as the body. It is kept, and taken in afterwards: rows that cannot be read are told by their lines, the others are taken in. The same file again adds nothing, and statements that overlap are merged.",
  action: "records.write",
  query: z.strictObject({
    connection_id: idText("con", "a connection").optional().openapi({
      description: "The tenant's default connection where absent",
    }),
    file_name: text(200).optional(),
    ...reading,
  }),
  upload: { contentTypes: FILE_TYPES, bytesMax: IMPORT_BYTES_MAX },
  answer: {
    status: 202,
    description: "Kept, to be taken in",
    schema: importSchema,
  },
  refusals: [
    recordFailures.unknown_connection(),
    importFailures.unknown_mapping(),
  ],
  async handle({ deps, scope, query, upload, scopeNow }) {
    const received = await receiveImport(deps, scope, {
      content: upload!.content,
      asked: askedOf(query),
      fileName: query.file_name ?? null,
      connectionId: query.connection_id ?? null,
      mappingId: query.mapping_id ?? null,
    }, scopeNow);
    if (!received.ok) return received;
    return ok({
      body: importJson(received.value),
      headers: { Location: `/api/v1/imports/${received.value.id}` },
    });
  },
});

const preview = route({
  method: "post",
  path: "/records/import/preview",
  expensive: true,
  tag,
  summary: "See what a file would be taken for",
  description:
    "Up to 1 MiB: a file, or its beginning. Tells format and encoding, of CSV the columns' roles, how dates and decimals are written, the first 20 rows, and what stands in the way. Nothing is kept.",
  action: "records.read",
  query: z.strictObject(reading),
  upload: { contentTypes: FILE_TYPES, bytesMax: PREVIEW_BYTES_MAX },
  answer: {
    status: 200,
    description: "What it would be taken for",
    schema: previewSchema,
  },
  refusals: [importFailures.unknown_mapping()],
  async handle({ deps, scope, query, upload }) {
    const shape = await previewImport(deps, scope, {
      bytes: await wholeOf(upload!.content),
      asked: askedOf(query),
      mappingId: query.mapping_id ?? null,
    });
    return shape.ok ? ok({ body: previewJson(shape.value) }) : shape;
  },
});

const list = route({
  method: "get",
  path: "/imports",
  tag,
  summary: "List imports, latest first",
  action: "records.read",
  query: z.strictObject(pageQuery("imp")),
  answer: {
    status: 200,
    description: "A page of imports",
    schema: pageSchema(importSchema),
  },
  async handle({ deps, scope, query }) {
    const found = await listImports(deps, scope, pageRequest(query));
    return found.ok ? ok({ body: pageJson(found.value, importJson) }) : found;
  },
});

const read = route({
  method: "get",
  path: "/imports/{id}",
  tag,
  summary: "Read an import: how far it is, and what came of its rows",
  action: "records.read",
  id,
  answer: {
    status: 200,
    description: "The import",
    schema: importInFullSchema,
  },
  async handle({ deps, scope, id }) {
    const read = await readImport(deps, scope, id, {
      limit: REMARKS_SHOWN,
      cursor: null,
    });
    if (!read.ok) return read;
    const { found, remarks } = read.value;
    return ok({
      body: { ...importJson(found), remarks: remarks.data.map(remarkJson) },
    });
  },
});

const badRows = route({
  method: "get",
  path: "/imports/{id}/bad-rows",
  tag,
  summary: "List what was said of an import's rows",
  description:
    "In the file's order, the first 10,000: rows that cannot be read, conflicts, rows that are not for taking in, and what is to be known of the file. Lines count from 1.",
  action: "records.read",
  id,
  query: z.strictObject({
    limit: limit(),
    cursor: integerText({ min: 0, max: 1_000_000 }).optional().openapi({
      description: "The `next_cursor` of the page before",
    }),
  }),
  answer: {
    status: 200,
    description: "A page of remarks",
    schema: pageSchema(remarkSchema),
  },
  async handle({ deps, scope, id, query }) {
    const read = await readImport(deps, scope, id, {
      limit: query.limit,
      cursor: query.cursor === undefined ? null : String(query.cursor),
    });
    if (!read.ok) return read;
    const { data, nextCursor } = read.value.remarks;
    return ok({
      body: { data: data.map(remarkJson), next_cursor: nextCursor },
    });
  },
});

export const importRoutes: readonly Route[] = [
  send,
  preview,
  list,
  read,
  badRows,
];
