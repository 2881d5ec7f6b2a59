import type { Tx } from "../../ports/unit_of_work.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import type { Approval, Verdict } from "../../src/approvals/approval.ts";
import type { RecordId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { createRule } from "../../src/rules/use_cases/create_rule.ts";
import type { TenantSettings } from "../../src/tenancy/tenant.ts";
import { permitTo } from "./samples.ts";
import { incoming, openTrial, value } from "./trial.ts";

/** A tenant whose only rule says that everything is fuel, so that each record is settled; audited at the rate given. */
export async function openSettled(settings: Partial<TenantSettings>) {
  const trial = await openTrial({
    settings: { similarityThreshold: 0.9, ...settings },
  });
  const [fuel, office] = await trial.categories("Fuel", "Office");
  value(
    await createRule(trial.deps, trial.scope, {
      definition: {
        name: "all is fuel",
        enabled: true,
        when: { all: [] },
        then: { category_id: fuel! },
        continue: false,
      },
      position: null,
    }),
  );
  return {
    ...trial,
    fuel: fuel!,
    office: office!,
    /** Sends so many records, all in one batch, and has them settled. */
    async settle(count: number): Promise<readonly RecordId[]> {
      const ids = await trial.send(
        ...Array.from({ length: count }, () => incoming()),
      );
      await trial.runJobs();
      return ids;
    },
    async decide(
      approvals: readonly Approval[],
      verdict: Verdict,
    ): Promise<void> {
      const { results } = value(
        await decideApprovals(
          trial.deps,
          trial.scope,
          approvals.map(({ id }) => ({
            approvalId: id,
            verdict,
            note: null,
          })),
        ),
      );
      results.forEach((one) => {
        if (!one.ok) throw new Error(one.failure.kind);
      });
    },
    async correct(
      id: RecordId,
      correction: Parameters<typeof correctRecord>[3]["correction"],
    ): Promise<void> {
      value(
        await correctRecord(trial.deps, trial.scope, id, {
          correction,
          seenVersion: null,
        }),
      );
    },
    /** What a unit of its own reads. */
    async read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
      const permit = permitTo("records.read", trial.scope);
      const { value } = await trial.deps.uow.run(
        permit,
        async (tx) => ok(await work(tx)),
      );
      return value;
    },
  };
}
