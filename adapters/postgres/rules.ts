import type { Rules } from "../../ports/rules.ts";
import type { RuleId } from "../../src/kernel/ids.ts";
import type { Rule, RuleSet } from "../../src/rules/rule.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import { StaleVersion } from "./lost_race.ts";
import { placeInOrder } from "./positions.ts";
import type { RuleCache } from "./rule_cache.ts";
import { ruleSets, textOf, withoutNull } from "./rule_sets.ts";

/** Positions may outgrow an integer, so they are sent as text and read back as numbers: all stay below 2^53. */
type Position = { readonly id: RuleId; readonly position: string };

/** A tenant's rules over time: a rule set is the rows whose span holds its version. */
export function postgresRules(
  sql: Transaction,
  { tenantId }: Pick<Permit, "tenantId">,
  cache: RuleCache,
): Rules {
  const sets = ruleSets(sql, tenantId, cache);
  const rule = sql`
    r.rule_id as id, r.version, r.name, r.enabled, r."when", r."then", r.continue, r.origin`;

  return {
    current: () => sets.current(),
    at: (version) => sets.at(version),
    async versionAt(instant) {
      const [row] = await sql<{ version: number }[]>`
        select coalesce(max(version), 0) as version from rule_sets where set_at <= ${instant}`;
      return row!.version;
    },
    async history(id) {
      // A move to another place is a row of its own; only what the rule says makes a version.
      const rows = await sql<
        (Rule & { setFrom: number; setAt: Date; setTo: number | null })[]
      >`
        select ${rule}, r.set_from as "setFrom", s.set_at as "setAt", r.set_to as "setTo"
        from (
          select distinct on (version) rule_id, version, name, enabled, "when", "then", continue, origin,
            min(set_from) over span as set_from,
            case when bool_or(set_to is null) over span then null else max(set_to) over span end as set_to
          from rule_versions where rule_id = ${id}
          window span as (partition by version)
        ) r
        join rule_sets s on s.version = r.set_from
        order by r.set_from desc`;
      return rows.map(({ setFrom, setAt, setTo, ...rest }) => ({
        rule: withoutNull(rest),
        setFrom,
        setAt: instantOf(setAt),
        setTo,
      }));
    },
    async replace(before, after, now) {
      if (after.version !== before.version + 1) {
        throw new Error(
          `rule set ${after.version} does not follow ${before.version}`,
        );
      }
      sets.leaveAlone();
      const { count } = await sql`
        insert into rule_sets (version, set_at)
        select ${after.version}, ${now}
        where ${before.version} = (select coalesce(max(version), 0) from rule_sets)
        on conflict on constraint rule_sets_pk do nothing`;
      if (count === 0) {
        throw new StaleVersion("the rules were changed in the meantime");
      }
      const placed = await sql<Position[]>`
        select rule_id as id, position from rule_versions where set_to is null`;
      const { ended, begun } = changes(before, after, placed);
      await sql`
        update rule_versions set set_to = ${after.version}
        where set_to is null and rule_id = any(${ended})`;
      await sql`
        insert into rule_versions (rule_id, set_from, position, version, name, enabled, "when", "then", continue, origin)
        select id, ${after.version}, position, version, name, enabled, "when", "then", continue, origin
        from jsonb_to_recordset(${jsonb(sql, begun)}) as given (
          id text, position bigint, version integer, name text, enabled boolean, "when" jsonb, "then" jsonb,
          continue boolean, origin jsonb)`;
    },
    async countHits(hits, now) {
      if (hits.size === 0) return;
      // In one order for all: two batches that hit the same rules wait for each other instead of blocking.
      await sql`
        insert into rule_hits (rule_id, hits, last_hit_at)
        select rule_id, hits, ${now}
        from unnest(${[...hits.keys()]}::text[], ${[
        ...hits.values(),
      ]}::bigint[]) as given (rule_id, hits)
        order by rule_id
        on conflict on constraint rule_hits_pk do update
        set hits = rule_hits.hits + excluded.hits,
          last_hit_at = greatest(rule_hits.last_hit_at, excluded.last_hit_at)`;
    },
    async statistics(ids) {
      const rows = await sql<
        { ruleId: RuleId; hits: string; lastHitAt: Date }[]
      >`
        select rule_id as "ruleId", hits, last_hit_at as "lastHitAt" from rule_hits
        ${ids ? sql`where rule_id = any(${[...ids]})` : sql``}
        order by rule_id`;
      return rows.map(({ ruleId, hits, lastHitAt }) => ({
        ruleId,
        hits: Number(hits),
        lastHitAt: instantOf(lastHitAt),
      }));
    },
  };
}

/** Which rows end with the new rule set, and which begin: those of rules that are new, gone, changed or moved. */
function changes(
  before: RuleSet,
  after: RuleSet,
  placed: readonly Position[],
): {
  readonly ended: RuleId[];
  readonly begun: readonly (Rule & { position: number })[];
} {
  const old = new Map(before.rules.map((rule) => [rule.id, rule]));
  const oldPositions = new Map(
    placed.map(({ id, position }) => [id, Number(position)]),
  );
  const positions = placeInOrder(
    after.rules.map(({ id }) => oldPositions.get(id)),
  );
  const begun = after.rules
    .map((rule, i) => ({ ...rule, position: positions[i]! }))
    .filter(({ position, ...rule }) => {
      const was = old.get(rule.id);
      return !was || position !== oldPositions.get(rule.id) ||
        was !== rule && textOf(was) !== textOf(rule);
    });
  const kept = new Set(after.rules.map(({ id }) => id));
  const gone = before.rules.filter(({ id }) => !kept.has(id));
  return {
    ended: [...gone, ...begun].map(({ id }) => id),
    begun,
  };
}
