import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  backtestDemand,
  type BacktestRequired,
} from "../history/backtest_demand.ts";
import {
  importFacts,
  importRules as imported,
  type RuleSetDiff,
} from "../files/import_rules.ts";
import { resolveDocument } from "../files/resolve_document.ts";
import { ruleFailures, RULES_MAX } from "../rule.ts";
import type { DocumentRule } from "../files/rule_document.ts";

/** How the rules differ from those before, and the version now in force. */
export interface RulesImport {
  readonly diff: RuleSetDiff;
  readonly ruleSetVersion: number;
}

/**
 * Puts the rules of a document in the place of all that are in force, in one version; a document that says what is in
 * force already changes nothing. A dry run only tells. A wrong `seenVersion` of the set is refused; null takes
 * whichever is there.
 */
export async function importRules(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { rules, dryRun, seenVersion }: {
    readonly rules: readonly DocumentRule[];
    readonly dryRun: boolean;
    readonly seenVersion: number | null;
  },
): Promise<
  Result<
    RulesImport,
    | AccessDenied
    | BacktestRequired
    | Failure<"rule.too_many" | "rule.stale" | "rule.document_invalid">
  >
> {
  const allowed = permit(scope, "rules.write");
  if (!allowed.ok) return allowed;
  if (rules.length > RULES_MAX) {
    return fail(ruleFailures.too_many({ limit: RULES_MAX }));
  }
  const newIds = rules.map(() => deps.ids.next("rule"));
  const now = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const before = await tx.rules.current();
    const { version } = before;
    if (seenVersion !== null && seenVersion !== version) {
      return fail(ruleFailures.stale({ ruleset_version: version }));
    }
    const categories = await tx.categories.all();
    const resolved = resolveDocument(before, rules, categories);
    if (!resolved.ok) return resolved;
    const { set, diff } = imported(before, resolved.value, newIds);
    if (dryRun || set === before) return ok({ diff, ruleSetVersion: version });
    const [tenant] = await tx.tenants.find([scope.tenantId]);
    const demand = backtestDemand(tenant);
    if (!demand.ok) return demand;
    await tx.rules.replace(before, set, now);
    tx.events.append(importFacts(before, set, diff));
    return ok({ diff, ruleSetVersion: set.version });
  });
}
