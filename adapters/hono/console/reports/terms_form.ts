import { z } from "@hono/zod-openapi";
import {
  GROUPINGS,
  REPORT_FORMATS,
  REPORT_KINDS,
  type ReportTerms,
} from "../../../../src/reports/report_demand.ts";
import { minorDigits } from "../../../../src/kernel/money.ts";
import { idText, text } from "../../fields.ts";
import { listedTexts } from "../parts/listed_texts.ts";

/** What is asked of a report, as forms send it. */
export const termsFields = {
  kind: z.enum(REPORT_KINDS),
  grouping: z.enum(GROUPINGS).optional(),
  category_id: idText("cat", "a category").optional(),
  counterparty: text(500).optional(),
  currency: z.string().toUpperCase().refine(
    (code) => minorDigits(code) !== undefined,
    { error: "is not a currency such as GBP" },
  ).optional(),
  compare: z.literal("on").optional(),
  formats: listedTexts(REPORT_FORMATS),
};

const schema = z.object(termsFields);

/** The terms as use cases take them. Only spend is grouped. */
export function termsIn(form: z.output<typeof schema>): ReportTerms {
  const { kind, grouping, category_id, counterparty, currency } = form;
  return {
    kind,
    grouping: kind === "spend" ? grouping ?? "category" : null,
    filters: {
      ...category_id && { categoryId: category_id },
      ...counterparty && { counterparty },
      ...currency && { currency },
    },
    compare: form.compare ? "previous_period" : null,
    formats: form.formats,
  };
}

/** What the fields are called, for what is wrong with them. */
export const TERMS_LABELS = {
  kind: "Report",
  grouping: "Spend",
  category_id: "Category",
  counterparty: "Counterparty",
  currency: "Currency",
  formats: "Formats",
} as const;
