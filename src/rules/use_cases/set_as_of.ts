import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { ruleFailures, type RuleSet } from "../rule.ts";

/** Which version of the rules is meant: the one in force at a time, or one by its number. */
export type AsOf =
  | { readonly at: Instant }
  | { readonly version: number };

/** The rules in force, or those of an earlier time or version. */
export async function setAsOf(
  tx: Pick<Tx, "rules">,
  asOf: AsOf | null,
): Promise<Result<RuleSet, Failure<"rule.set_missing">>> {
  if (asOf === null) return ok(await tx.rules.current());
  const version = "at" in asOf
    ? await tx.rules.versionAt(asOf.at)
    : asOf.version;
  const set = await tx.rules.at(version);
  return set
    ? ok(set)
    : fail(ruleFailures.set_missing({ ruleset_version: version }));
}
