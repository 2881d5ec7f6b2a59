import type { Deps } from "../../../ports/deps.ts";
import { openCategories } from "../../categories/category_tree.ts";
import type { RecordId } from "../../kernel/ids.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { limitsOf } from "../limits.ts";
import { concludeCases, type Decided } from "./conclude_cases.ts";
import { runPipeline } from "./run_pipeline.ts";

/**
 * The job that decides a batch of one tenant's records: what they need is read in sets, decided by the
 * pure pipeline, and written in one unit that also settles the job, so that it has its effect just once. What was
 * decided by another delivery of the job, or changed by a person meanwhile, is not counted.
 */
export async function processRecords(
  deps: Pick<Deps, "uow" | "clock" | "ids" | "embedder" | "model">,
  scope: Scope,
  job: { readonly id: string; readonly recordIds: readonly RecordId[] },
): Promise<Result<Decided, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  const { value: frame } = await deps.uow.run(allowed.value, async (tx) => {
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const records = await tx.records.find(job.recordIds);
    return ok({
      records: records.filter((record) => record.status === "ingested"),
      ruleSet: await tx.rules.current(),
      categories: await tx.categories.all(),
      settings: tenant.settings,
    });
  });
  const open = openCategories(frame.categories);
  const cases = await runPipeline(deps, allowed.value, frame.records, {
    ruleSet: frame.ruleSet,
    limits: limitsOf(frame.settings, deps.model.profile),
    contextAttributes: frame.settings.contextAttributes,
    open,
    labels: frame.categories.filter(({ id }) => open.has(id))
      .map(({ id, name }) => ({ categoryId: id, name })),
  });
  return deps.uow.run(
    allowed.value,
    (tx) => concludeCases(deps, tx, job, cases),
  );
}
