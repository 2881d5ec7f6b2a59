import { z } from "@hono/zod-openapi";
import { FILE_FORMATS } from "../../../src/imports/file_format.ts";
import type {
  FileImport,
  ImportRemark,
} from "../../../src/imports/file_import.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

export const remarkSchema = z.object({
  line: z.number().int(),
  kind: z.enum(["bad", "conflict", "skipped", "told"]).openapi({
    description:
      "`bad`: not taken in; `conflict`: kept aside beside a record; `skipped`: fine, and not for taking in; `told`: no row, something about the file",
  }),
  field: z.string().nullable(),
  detail: z.string(),
}).openapi("ImportRemark");

export function remarkJson(
  { line, kind, field, detail }: ImportRemark,
): Told<z.input<typeof remarkSchema>> {
  return { line, kind, field, detail };
}

export const importSchema = z.object({
  id: z.string(),
  status: z.enum(["received", "running", "done", "failed"]),
  created_at: told,
  ended_at: told.nullable(),
  connection_id: z.string(),
  file_name: z.string().nullable(),
  bytes: z.number().int(),
  sha256: z.string(),
  format: z.enum(FILE_FORMATS).nullable(),
  mapping_id: z.string().nullable(),
  rows_read: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  conflicts: z.number().int(),
  bad_rows: z.number().int(),
  skipped: z.number().int(),
  failure: z.object({
    line: z.number().int(),
    detail: z.string(),
  }).nullable().openapi({
    description: "Where the file could not be read further, and why",
  }),
}).openapi("Import");

export function importJson(
  { file, counts, failure, ...found }: FileImport,
): Told<z.input<typeof importSchema>> {
  return {
    id: found.id,
    status: found.state,
    created_at: found.createdAt,
    ended_at: found.endedAt,
    connection_id: found.connectionId,
    file_name: file.name,
    bytes: file.bytes,
    sha256: file.sha256,
    format: found.format,
    mapping_id: found.mappingId,
    rows_read: counts.read,
    accepted: counts.accepted,
    duplicates: counts.duplicates,
    conflicts: counts.conflicts,
    bad_rows: counts.bad,
    skipped: counts.skipped,
    failure: failure && { line: failure.line, detail: failure.detail },
  };
}

export const importInFullSchema = importSchema.extend({
  remarks: z.array(remarkSchema).openapi({
    description: "The first 20; all of them by `/bad-rows`",
  }),
}).openapi("ImportInFull");
