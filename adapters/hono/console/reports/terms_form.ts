import { z } from "@hono/zod-openapi";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { minorDigits } from "../../../../src/kernel/money.ts";
import { FILTER_NAMES } from "../../../../src/reports/filter_names.ts";
import {
  GROUPINGS,
  REPORT_FORMATS,
  REPORT_KINDS,
  type ReportFilters,
  type ReportTerms,
} from "../../../../src/reports/report_demand.ts";
import { filtersOf, filtersSchema } from "../../routes/report_schema.ts";
import type { FormValues } from "../shell/form_state.ts";
import { listedTexts } from "../parts/listed_texts.ts";
import { FILTER_WORDS } from "./report_words.ts";

/** What is asked of a report, as forms send it. */
export const termsFields = {
  ...filtersSchema.shape,
  kind: z.enum(REPORT_KINDS),
  grouping: z.enum(GROUPINGS).optional(),
  currency: z.string().toUpperCase().refine(
    (code) => minorDigits(code) !== undefined,
    { error: "is not a currency such as GBP" },
  ).optional(),
  compare: z.literal("on").optional(),
  formats: listedTexts(REPORT_FORMATS),
};

const schema = z.object(termsFields);

/** The terms as use cases take them. */
export function termsIn(form: z.output<typeof schema>): ReportTerms {
  const { kind, grouping, compare, formats } = form;
  return {
    kind,
    grouping: grouping ?? null,
    filters: filtersOf(form),
    compare: compare ? "previous_period" : null,
    formats,
  };
}

/** What stands in the fields of terms that are there. */
export function termsValues(
  { kind, grouping, filters, compare, formats }: ReportTerms,
): FormValues {
  return {
    kind,
    grouping: grouping ?? "",
    compare: compare ? "on" : "",
    formats,
    ...Object.fromEntries(
      Object.entries(filters).map(([filter, value]) => [
        FILTER_NAMES[filter as keyof ReportFilters],
        value,
      ]),
    ),
  };
}

/** A refusal of terms, as of a form: the API has them deeper. */
export function atFields<F extends Failure>(failure: F): F {
  return {
    ...failure,
    flaws: failure.flaws.map(({ pointer, detail }) => ({
      pointer: pointer.slice(pointer.lastIndexOf("/")),
      detail,
    })),
  };
}

/** What the fields are called, for what is wrong with them. */
export const TERMS_LABELS: Readonly<Record<string, string>> = {
  kind: "Report",
  grouping: "Added up",
  formats: "Formats",
  ...Object.fromEntries(
    Object.entries(FILTER_NAMES).map(([filter, name]) => [
      name,
      FILTER_WORDS[filter as keyof ReportFilters],
    ]),
  ),
};
