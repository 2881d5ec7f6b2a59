import type { Deps } from "../../../ports/deps.ts";
import type { Records } from "../../../ports/records.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { withoutRuleFields } from "../../processing/rule_fields.ts";
import { isErased } from "../../records/erased.ts";
import type { CompanyRecord } from "../../records/record.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import {
  findOverlaps as overlapsOf,
  type Overlaps,
} from "../overlaps/find_overlaps.ts";

/** The latest records that rules are tried on. */
export const SAMPLE_MAX = 5_000;
/** Records read at once. */
const PAGE = 1_000;

/** What is wrong, or may be, with the rules in force, by themselves and on the latest records. Writes nothing. */
export async function findOverlaps(
  deps: Pick<Deps, "uow" | "clock">,
  scope: Scope,
  asked: { readonly days: number; readonly limit: number },
): Promise<
  Result<Overlaps & { readonly ruleSetVersion: number }, AccessDenied>
> {
  const allowed = permit(scope, "rules.read");
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const read = await deps.uow.run(allowed.value, async (tx) =>
    ok({
      set: await tx.rules.current(),
      statistics: await tx.rules.statistics(),
      records: await latest(tx.records),
    }));
  // Outside the transaction: what may take a second holds no connection.
  return ok({
    ...overlapsOf(read.value, { ...asked, now }),
    ruleSetVersion: read.value.set.version,
  });
}

/** The latest records as rules see them. */
async function latest(records: Records): Promise<readonly CompanyRecord[]> {
  const read: CompanyRecord[] = [];
  let cursor: string | null = null;
  do {
    const page = await records.list({}, { limit: PAGE, cursor });
    const told = page.data.filter((record) => !isErased(record));
    read.push(...told.map(withoutRuleFields));
    cursor = page.nextCursor;
  } while (cursor !== null && read.length < SAMPLE_MAX);
  return read;
}
