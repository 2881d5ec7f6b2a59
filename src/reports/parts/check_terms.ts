import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure, Flaw } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  inOrder,
  KINDS_WITH_FILTERS,
  type ReportTerms,
} from "../report_demand.ts";
import { reportFailures } from "../report.ts";

/** Terms as they are kept, or what they name that is not there. */
export async function checkTerms(
  tx: Pick<Tx, "categories" | "connections">,
  asked: ReportTerms,
): Promise<Result<ReportTerms, Failure<"report.unknown_filter">>> {
  const { kind, filters } = asked;
  const flaws: Flaw[] = [];
  if (!KINDS_WITH_FILTERS.includes(kind) && Object.keys(filters).length > 0) {
    flaws.push({
      pointer: "/filters",
      detail: `is not taken by reports of the kind ${kind}`,
    });
  }
  if (kind !== "spend" && asked.grouping !== null) {
    flaws.push({
      pointer: "/grouping",
      detail: `is not taken by reports of the kind ${kind}`,
    });
  }
  if (filters.categoryId !== undefined) {
    const [found] = await tx.categories.find([filters.categoryId]);
    if (!found) {
      flaws.push({
        pointer: "/filters/category_id",
        detail: "is no category of yours",
      });
    }
  }
  if (filters.connectionId !== undefined) {
    const [found] = await tx.connections.find([filters.connectionId]);
    if (!found) {
      flaws.push({
        pointer: "/filters/connection_id",
        detail: "is no connection of yours",
      });
    }
  }
  if (flaws.length > 0) return fail(reportFailures.unknown_filter({}, flaws));
  return ok({
    ...asked,
    grouping: kind === "spend" ? asked.grouping ?? "category" : null,
    formats: inOrder(asked.formats),
  });
}
