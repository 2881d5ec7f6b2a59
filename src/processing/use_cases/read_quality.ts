import type { Deps } from "../../../ports/deps.ts";
import type { CategoryId } from "../../kernel/ids.ts";
import { type Instant, plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { CALIBRATION_BINS } from "../quality/calibration.ts";
import type { Span } from "../quality/figures.ts";
import {
  type QualityReport,
  qualityReport,
} from "../quality/quality_report.ts";
import { type SourceTrust, trusted } from "../quality/trust.ts";

/** So many days are looked back on where nothing else is asked for. */
export const QUALITY_DAYS = 90;

/** A report with what it is of. */
export interface Quality extends QualityReport {
  readonly span: Span;
  readonly targetPrecision: number;
  readonly trust: readonly SourceTrust[];
  readonly categoryNames: ReadonlyMap<CategoryId, string>;
}

/** How well records were decided from one instant on and before another; `to` null: until now, `from` null: 90 days before. */
export async function readQuality(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  asked: { readonly from: Instant | null; readonly to: Instant | null },
): Promise<Result<Quality, AccessDenied>> {
  const allowed = permit(scope, "quality.read");
  if (!allowed.ok) return allowed;
  // What was decided in this very moment belongs to it.
  const to = asked.to ?? plusMs(deps.clock.now(), 1);
  const from = asked.from ?? plusMs(to, -QUALITY_DAYS * 24 * 60 * 60 * 1_000);
  const span = { from, to };
  return deps.uow.run(allowed.value, async (tx) => {
    const [tenants, categories, trust, learned, ...sums] = await Promise.all([
      tx.tenants.find([scope.tenantId]),
      tx.categories.all(),
      tx.outcomes.trust(),
      tx.learning.current(),
      tx.quality.decisions(span),
      tx.quality.outcomes(span),
      tx.quality.scores(span, CALIBRATION_BINS),
      tx.quality.confusions(span),
    ]);
    const [tenant] = tenants;
    if (!tenant) throw new Error(`tenant ${scope.tenantId} has no row`);
    const [decisions, outcomes, scores, confusions] = sums;
    // What targets would settle is told by what the pipeline itself goes by.
    const judged = trusted("similarity", learned?.judged ?? [], trust);
    return ok({
      ...qualityReport({ decisions, outcomes, scores, confusions, judged }),
      span,
      targetPrecision: tenant.settings.targetPrecision,
      trust,
      categoryNames: new Map(categories.map(({ id, name }) => [id, name])),
    });
  });
}
