import type { ReportFilters } from "../../../../src/reports/report_demand.ts";
import { FILTER_WORDS } from "./report_words.ts";
import type { TermsChoices } from "./terms_choices.ts";

/** What a report was narrowed to, in words: `category` and `Rent`. What has no name any more is told by its id. */
export function filterTexts(
  filters: ReportFilters,
  choices: TermsChoices,
): readonly { readonly name: string; readonly value: string }[] {
  return (Object.keys(filters) as (keyof ReportFilters)[]).map((name) => {
    const value = filters[name] ?? "";
    const [, label] = choices.get(name)?.find(([one]) => one === value) ?? [];
    return { name: FILTER_WORDS[name].toLowerCase(), value: label ?? value };
  });
}
