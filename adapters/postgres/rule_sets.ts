import type { TenantId } from "../../src/kernel/ids.ts";
import { canonicalJson, type Json } from "../../src/kernel/json.ts";
import type { Rule, RuleSet } from "../../src/rules/rule.ts";
import { instantOf } from "./columns.ts";
import type { Transaction } from "./connect.ts";
import type { KnownSet, RuleCache } from "./rule_cache.ts";

const EMPTY: RuleSet = { version: 0, rules: [] };

type Head = { readonly version: number; readonly setAt: Date };
type Read = Head & {
  /** Of all its rules, in order. */
  readonly ids: readonly Rule["id"][];
  /** Those that a known set does not have, in any order. */
  readonly begun: readonly Rule[];
};

/** Reads a tenant's rule sets: what is known already is not read again, and stays the same object. */
export interface RuleSets {
  current(): Promise<RuleSet>;
  at(version: number): Promise<RuleSet | undefined>;
  /** From here on this transaction sees a set that is not committed: nothing more is kept. */
  leaveAlone(): void;
}

export function ruleSets(
  sql: Transaction,
  tenantId: TenantId,
  cache: RuleCache,
): RuleSets {
  let isLeftAlone = false;

  /** `read` may find a later set than the head's. */
  async function setOf(
    head: Head,
    read: (known: KnownSet | undefined) => Promise<Read | undefined>,
  ): Promise<RuleSet> {
    if (isLeftAlone) return setFrom(await read(undefined), undefined).set;
    const { version } = head;
    const same = cache.find(tenantId, version, instantOf(head.setAt));
    if (same) return same;
    const known = cache.upTo(tenantId, version);
    return cache.keep(tenantId, setFrom(await read(known), known));
  }

  /** The ids of all, the rest only of what is not known: 10 ms after a change of one in 10,000 rules, 36 to read all. */
  function columns(known: KnownSet | undefined) {
    // What began with a known set or before, and still is, is one of that set's rules.
    const isBegun = known
      ? sql`r.set_from > ${known.set.version} or not exists (
          select from rule_sets
          where version = ${known.set.version} and set_at = ${known.setAt})`
      : sql`true`;
    return sql`
      sets.version, sets.set_at as "setAt",
      coalesce(json_agg(r.rule_id order by r.position) filter (where r.rule_id is not null), '[]') as ids,
      coalesce(
        json_agg(json_build_object(
          'id', r.rule_id, 'version', r.version, 'name', r.name, 'enabled', r.enabled, 'when', r."when",
          'then', r."then", 'continue', r.continue, 'origin', r.origin
        )) filter (where r.rule_id is not null and (${isBegun})),
        '[]') as begun`;
  }

  return {
    async current() {
      const [head] = await sql<Head[]>`
        select version, set_at as "setAt" from rule_sets order by version desc limit 1`;
      if (!head) return EMPTY;
      // One statement, so that number and rules belong together.
      return setOf(head, async (known) => {
        const [read] = await sql<Read[]>`
          select ${columns(known)}
          from (select version, set_at from rule_sets order by version desc limit 1) sets
          left join rule_versions r on r.set_to is null
          group by sets.version, sets.set_at`;
        return read;
      });
    },
    async at(version) {
      if (version === 0) return EMPTY;
      const [head] = await sql<Head[]>`
        select version, set_at as "setAt" from rule_sets where version = ${version}`;
      if (!head) return undefined;
      return setOf(head, async (known) => {
        const [read] = await sql<Read[]>`
          select ${columns(known)}
          from (select version, set_at from rule_sets where version = ${version}) sets
          left join rule_versions r on r.set_from <= sets.version and (r.set_to is null or r.set_to > sets.version)
          group by sets.version, sets.set_at`;
        return read;
      });
    },
    leaveAlone() {
      isLeftAlone = true;
    },
  };
}

function setFrom(
  read: Read | undefined,
  known: KnownSet | undefined,
): KnownSet {
  if (!read) throw new Error("a rule set went away while it was read");
  const { version, setAt, ids, begun } = read;
  const rules = new Map(known?.set.rules.map((rule) => [rule.id, rule]));
  for (const row of begun) {
    const rule = withoutNull(row);
    const same = rules.get(rule.id);
    // A rule that was only moved has a new row.
    if (!same || textOf(same) !== textOf(rule)) rules.set(rule.id, rule);
  }
  return {
    set: {
      version,
      rules: ids.map((id) => {
        const rule = rules.get(id);
        if (!rule) throw new Error(`${id} began before a set without it`);
        return rule;
      }),
    },
    setAt: instantOf(setAt),
  };
}

/** A column is null where a rule leaves its origin out. */
export function withoutNull({ origin, ...rule }: Rule): Rule {
  return origin ? { ...rule, origin } : rule;
}

/** Equal rules give equal text. */
export function textOf(rule: Rule): string {
  return canonicalJson(rule as unknown as Json);
}
