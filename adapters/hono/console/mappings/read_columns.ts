import { z } from "@hono/zod-openapi";
import type { CsvTerms } from "../../../../src/imports/csv_terms.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail, ok, type Result } from "../../../../src/kernel/result.ts";
import { name } from "../../fields.ts";
import { readBy } from "../../flaws_in.ts";
import { requestFailures } from "../../request_failures.ts";
import {
  csvTermsOf,
  newCsvMappingSchema,
} from "../../routes/csv_mapping_schema.ts";
import { flawsText } from "../connections/settings_form.ts";
import { readYamlText } from "../parts/yaml_text.ts";

/** What the form of a mapping of columns holds. */
export const columnsForm = z.object({ name: name(), columns: z.string() });

/** How columns are read, as the form tells it. */
export function readColumns(
  form: z.output<typeof columnsForm>,
): Result<{ readonly name: string; readonly terms: CsvTerms }, Failure> {
  const yaml = readYamlText(form.columns);
  if ("wrong" in yaml) return wrong(yaml.wrong);
  const { value } = yaml;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return wrong("is no list of names and columns");
  }
  if ("name" in value) return wrong("has a name, which has its own field");
  const read = readBy(newCsvMappingSchema, { ...value, name: form.name });
  if (!read.ok) return wrong(flawsText(read.flaws));
  return ok({ name: read.value.name, terms: csvTermsOf(read.value) });
}

function wrong(detail: string): Result<never, Failure> {
  return fail(requestFailures.invalid({}, [{ pointer: "/columns", detail }]));
}
