import type { Sql } from "../../adapters/postgres/connect.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Tx } from "../../ports/unit_of_work.ts";
import type { MemberId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import {
  permitTo,
  sampleCategory,
  sampleConnection,
  sampleMember,
  sampleScope,
  sampleTenant,
} from "../../tests/support/samples.ts";
import { type Books, type Item, reviewItems } from "./review_items.ts";

const CATEGORIES = 40;
/** Records written in a unit. */
const PART = 2_000;

/** A company with what waits in it. */
export interface Company extends Books {
  /** Of one of its owners. */
  readonly scope: Scope;
  readonly memberIds: readonly MemberId[];
}

/**
 * Companies with `waiting` items each and a third as many that were decided, written through the service's own stores;
 * a part of each in turn, so that they lie between each other as they would.
 */
export async function fillCompanies(
  sql: Sql,
  waiting: readonly number[],
  members: number,
): Promise<readonly Company[]> {
  const clock = systemClock();
  const uow = postgresUnitOfWork(sql, { clock });
  const inTenant = (scope: Scope, work: (tx: Tx) => Promise<unknown>) =>
    uow.run(
      permitTo("records.write", scope),
      async (tx) => ok(await work(tx)),
    );

  const companies: Company[] = [];
  const rest: Generator<Item>[] = [];
  for (const [i, count] of waiting.entries()) {
    const tenant = sampleTenant();
    const people = Array.from({ length: members }, () => sampleMember());
    const categories = Array.from(
      { length: CATEGORIES },
      (_, n) => sampleCategory({ name: `Category ${n}` }),
    );
    const [main, second, third] = [true, false, false]
      .map((isDefault, n) => sampleConnection({ isDefault, name: `c${n}` }));
    const company: Company = {
      scope: sampleScope(tenant.id, {
        kind: "member",
        id: people[0]!.id,
        role: "owner",
      }),
      memberIds: people.map(({ id }) => id),
      categories: categories.map(({ id }) => id),
      connections: [main!.id, second!.id, third!.id],
      now: clock.now(),
    };
    await inTenant(company.scope, async (tx) => {
      await tx.tenants.add([tenant]);
      await tx.members.add(people);
      await tx.connections.add([main!, second!, third!]);
      await tx.categories.add(categories);
    });
    companies.push(company);
    const decided = Math.round(count / 3);
    rest.push(
      reviewItems({ waiting: count, decided }, seededRandom(i + 1), company),
    );
  }

  const largest = Math.max(...waiting);
  for (let left = true; left;) {
    left = false;
    for (const [i, company] of companies.entries()) {
      const part = Math.ceil(PART * waiting[i]! / largest);
      const items = nextOf(rest[i]!, part);
      if (items.length === 0) continue;
      left = true;
      await inTenant(company.scope, async (tx) => {
        await tx.records.admit(
          items.map(({ record }) => ({ record, raw: null })),
        );
        await tx.approvals.add(items.map(({ approval }) => approval));
      });
    }
  }
  return companies;
}

/** Up to `count` more; `take` would end it. */
function nextOf<T>(all: Generator<T>, count: number): readonly T[] {
  const some: T[] = [];
  while (some.length < count) {
    const next = all.next();
    if (next.done) break;
    some.push(next.value);
  }
  return some;
}
