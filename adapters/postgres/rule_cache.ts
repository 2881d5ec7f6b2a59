import type { TenantId } from "../../src/kernel/ids.ts";
import type { Instant } from "../../src/kernel/instant.ts";
import type { RuleSet } from "../../src/rules/rule.ts";

/**
 * A committed rule set. It never changes; but a database that was restored to an earlier day counts versions anew, so
 * a version alone does not tell which set it is.
 */
export interface KnownSet {
  readonly set: RuleSet;
  readonly setAt: Instant;
}

/** Of all tenants together. A rule with its compiled parts takes a few kilobytes. */
const RULES_MAX = 200_000;
/** The set in force, and the one before it, which jobs under way or a back-test still read. */
const SETS_OF_TENANT_MAX = 2;

/**
 * The rule sets that one process read lately, so that an unchanged set is the same object, and is read and compiled
 * once. Only for sets that were read as committed.
 */
export class RuleCache {
  /** Tenants and, of each, sets: what was used last stands last. */
  private readonly tenants = new Map<TenantId, readonly KnownSet[]>();
  private size = 0;

  constructor(private readonly rulesMax = RULES_MAX) {}

  find(
    tenantId: TenantId,
    version: number,
    setAt: Instant,
  ): RuleSet | undefined {
    const known = this.of(tenantId).find((one) =>
      one.set.version === version && one.setAt === setAt
    );
    if (known) this.use(tenantId, known);
    return known?.set;
  }

  /** The latest set up to `version`. */
  upTo(tenantId: TenantId, version: number): KnownSet | undefined {
    return this.of(tenantId)
      .filter(({ set }) => set.version <= version)
      .reduce<KnownSet | undefined>(
        (a, b) => a && a.set.version > b.set.version ? a : b,
        undefined,
      );
  }

  /** Keeps a set; the answer is the one that is kept, which may have been there before. */
  keep(tenantId: TenantId, known: KnownSet): RuleSet {
    const { set, setAt } = known;
    const same = this.find(tenantId, set.version, setAt);
    if (same) return same;
    this.use(tenantId, known);
    for (const [oldest] of this.tenants) {
      if (this.size <= this.rulesMax) break;
      this.put(oldest, []);
    }
    return set;
  }

  private of(tenantId: TenantId): readonly KnownSet[] {
    return this.tenants.get(tenantId) ?? [];
  }

  private use(tenantId: TenantId, known: KnownSet): void {
    const others = this.of(tenantId).filter((one) =>
      one !== known && one.set.version !== known.set.version
    );
    this.put(tenantId, [...others, known].slice(-SETS_OF_TENANT_MAX));
  }

  private put(tenantId: TenantId, sets: readonly KnownSet[]): void {
    this.size += sizeOf(sets) - sizeOf(this.of(tenantId));
    this.tenants.delete(tenantId);
    if (sets.length > 0) this.tenants.set(tenantId, sets);
  }
}

/** An empty set takes room too. */
function sizeOf(sets: readonly KnownSet[]): number {
  return sets.reduce((sum, { set }) => sum + set.rules.length + 1, 0);
}
