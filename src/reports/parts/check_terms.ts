import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure, Flaw } from "../../kernel/failure.ts";
import { isId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { FILTER_NAMES } from "../filter_names.ts";
import {
  FILTERS_OF,
  inOrder,
  type ReportFilters,
  type ReportTerms,
} from "../report_demand.ts";
import { reportFailures } from "../report.ts";

type Known = Pick<
  Tx,
  "categories" | "connections" | "members" | "apiKeys" | "rules"
>;

/** Terms as they are kept, or what they name that is not there. `at` is where they stand in what was asked: `/report`. */
export async function checkTerms(
  tx: Known,
  asked: ReportTerms,
  at = "",
): Promise<Result<ReportTerms, Failure<"report.unknown_filter">>> {
  const { kind, filters } = asked;
  const flaws: Flaw[] = [];
  if (kind !== "spend" && asked.grouping !== null) {
    flaws.push({
      pointer: `${at}/grouping`,
      detail: `is not taken by reports of the kind ${kind}`,
    });
  }
  for (const name of Object.keys(filters) as (keyof ReportFilters)[]) {
    const detail = FILTERS_OF[kind].includes(name)
      ? await flawOf(tx, filters, name)
      : `is not taken by reports of the kind ${kind}`;
    if (detail === null) continue;
    const pointer = `${at}/filters/${FILTER_NAMES[name]}`;
    flaws.push({ pointer, detail });
  }
  if (flaws.length > 0) return fail(reportFailures.unknown_filter({}, flaws));
  return ok({
    ...asked,
    grouping: kind === "spend" ? asked.grouping ?? "category" : null,
    formats: inOrder(asked.formats),
  });
}

/** What is wrong with a filter that the kind takes; null: it names what is there. */
async function flawOf(
  tx: Known,
  filters: ReportFilters,
  name: keyof ReportFilters,
): Promise<string | null> {
  const { categoryId, connectionId, ruleId, memberId } = filters;
  if (name === "categoryId" && categoryId !== undefined) {
    const found = await tx.categories.find([categoryId]);
    return found.length === 0 ? "is no category of yours" : null;
  }
  if (name === "connectionId" && connectionId !== undefined) {
    const found = await tx.connections.find([connectionId]);
    return found.length === 0 ? "is no connection of yours" : null;
  }
  // What a removed rule did is still told.
  if (name === "ruleId" && ruleId !== undefined) {
    const found = await tx.rules.history(ruleId);
    return found.length === 0 ? "is no rule of yours" : null;
  }
  if (name === "memberId" && memberId !== undefined) {
    const found = isId("key", memberId)
      ? await tx.apiKeys.find([memberId])
      : await tx.members.find([memberId]);
    return found.length === 0 ? "is no member or key of yours" : null;
  }
  return null;
}
