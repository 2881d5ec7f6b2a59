import type { Tx } from "../../../ports/unit_of_work.ts";
import { rejectionOf } from "../../processing/rejection.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { withoutOverrides } from "../../rules/rule_overrides.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RecordBefore } from "../decision.ts";
import { undoneExample } from "../undone_record.ts";

/** A record whose decision is taken back: as it was decided, as it is again, and what is known of that. */
export interface TakenBack {
  readonly decided: CompanyRecord;
  readonly restored: CompanyRecord;
  readonly before: RecordBefore;
}

/** Puts what was learned of these decisions back to what it was without them. */
export async function unteach(
  tx: Pick<Tx, "tenants" | "examples" | "outcomes" | "ruleOverrides">,
  scope: Scope,
  back: readonly TakenBack[],
): Promise<void> {
  if (back.length === 0) return;
  const [tenant] = await tx.tenants.find([scope.tenantId]);
  if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
  const { contextAttributes } = tenant.settings;
  const ids = back.map(({ restored }) => restored.id);
  await tx.examples.forget(ids);
  await tx.examples.remember(
    back.flatMap(({ restored, before }) =>
      undoneExample(restored, before, contextAttributes) ?? []
    ),
  );
  await tx.examples.restoreRejections(
    back.flatMap(({ decided, restored, before }) => {
      const rejection = rejectionOf({
        record: restored,
        categoryId: decided.categoryId,
        audit: null,
      }, contextAttributes);
      return rejection ? [{ ...rejection, at: before.rejectedAt }] : [];
    }),
  );
  await tx.outcomes.restore(
    ids,
    back.flatMap(({ before }) => before.outcomeKept ?? []),
  );
  const counted = back.flatMap(({ before }) => before.override ?? []);
  const byRule = Map.groupBy(counted, ({ ruleId }) => ruleId);
  const overrides = await tx.ruleOverrides.find([...byRule.keys()]);
  await tx.ruleOverrides.save(
    overrides.map((one) => withoutOverrides(one, byRule.get(one.id)!)),
  );
}
