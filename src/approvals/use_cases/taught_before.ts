import type { Tx } from "../../../ports/unit_of_work.ts";
import type { RecordId } from "../../kernel/ids.ts";
import type { Judgement } from "../../processing/outcome_of.ts";
import { rejectionOf } from "../../processing/rejection.ts";
import type { TenantSettings } from "../../tenancy/tenant.ts";
import type { RecordBefore } from "../decision.ts";

type Taught = Pick<RecordBefore, "example" | "outcomeKept" | "rejectedAt">;

/** What records have taught until now, by id: what their next decisions teach takes its place. */
export async function taughtBefore(
  tx: Pick<Tx, "examples" | "outcomes">,
  judgements: readonly Judgement[],
  { contextAttributes }: Pick<TenantSettings, "contextAttributes">,
): Promise<(id: RecordId) => Taught> {
  const ids = judgements.map(({ record }) => record.id);
  const examples = new Map(
    (await tx.examples.said(ids)).map((one) => [one.recordId, one]),
  );
  const outcomes = new Map(
    (await tx.outcomes.of(ids)).map((one) => [one.recordId, one]),
  );
  const rejections = judgements
    .flatMap((one) => rejectionOf(one, contextAttributes) ?? []);
  const since = await tx.examples.rejectedAt(rejections);
  const rejected = new Map(
    rejections.map(({ recordId }, i) => [recordId, since[i] ?? null]),
  );
  return (id) => {
    const example = examples.get(id);
    return {
      example: example
        ? { categoryId: example.categoryId, at: example.at }
        : null,
      outcomeKept: outcomes.get(id) ?? null,
      rejectedAt: rejected.get(id) ?? null,
    };
  };
}
