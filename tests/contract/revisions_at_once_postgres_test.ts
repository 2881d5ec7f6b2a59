import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { listApprovals } from "../../src/approvals/use_cases/list_approvals.ts";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import type { ConflictInFull } from "../../src/records/conflict.ts";
import type { CompanyRecord } from "../../src/records/record.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { listConflicts } from "../../src/records/use_cases/list_conflicts.ts";
import { resolveConflict } from "../../src/records/use_cases/resolve_conflict.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { openPostgresDeps } from "../http/postgres_deps.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";
import { arrive, type Told } from "../support/sourced.ts";
import { incoming, runJobs, value } from "../support/trial.ts";

const PAYMENTS = 8;

function versions(n: number): readonly Told[] {
  const minor = `${BigInt(-100 - n)}` as const;
  const payment = {
    occurredAt: "2026-03-02T00:00:00.000Z",
    description: "Bramble Coffee",
    amount: { minor, currency: "GBP" },
  } as const;
  return [
    { ...payment, externalId: `p${n}`, pending: true },
    { ...payment, externalId: `b${n}`, supersedes: `p${n}` },
  ];
}

async function withTenant(
  work: (trial: Trial) => Promise<void>,
): Promise<void> {
  const { deps, feed, close } = await openPostgresDeps();
  try {
    const { tenant, owner } = value(
      await createTenant(deps, {
        name: "Foxglove Joinery",
        ownerEmail: "ann@foxglove.example",
        ownerName: "Ann",
        settings: FIXED_THRESHOLD,
      }),
    );
    const actor = { kind: "member", id: owner.id, role: "owner" } as const;
    const scope = openScope(tenant.id, actor);
    const page = { limit: 200, cursor: null };
    await work({
      deps,
      scope,
      work: () => runJobs(deps, feed),
      all: async () => value(await listRecords(deps, scope, {}, page)).data,
      conflicts: async () =>
        value(await listConflicts(deps, scope, { isOpen: true }, page)).data,
    });
  } finally {
    await close();
  }
}

interface Trial {
  readonly deps: Deps;
  readonly scope: Scope;
  work(): Promise<number>;
  all(): Promise<readonly CompanyRecord[]>;
  conflicts(): Promise<readonly ConflictInFull[]>;
}

Deno.test("PostgreSQL: versions that arrive at once, while records are decided and corrected, end in one record each", async () => {
  await withTenant(async (trial) => {
    const { deps, scope, work, all } = trial;
    const each = [...Array(PAYMENTS).keys()].map(versions);
    // Half of them are known before, so that people and jobs have something to work on.
    await arrive(trial, ...each.slice(0, PAYMENTS / 2).map(([held]) => held!));
    const known = await all();
    const sets = [
      ...each.flat().map((version) => [version]),
      ...each.map(([held, booked]) => [booked!, held!]),
      each.map(([, booked]) => booked!),
      each.map(([held]) => held!).toReversed(),
    ];
    await Promise.all([
      ...sets.map((set) => arrive(trial, ...set)),
      ...known.map(({ id }) =>
        correctRecord(deps, scope, id, {
          correction: { attributes: { unit: "Yard" } },
          seenVersion: null,
        }).then(value)
      ),
      work(),
    ]);
    await work();
    const records = await all();
    assert.deepEqual(
      records.map(({ externalId, amount, status, attributes }) => [
        externalId,
        amount!.minor,
        status,
        attributes["unit"],
      ]).toSorted(),
      each.map(([, booked], n) => [
        booked!.externalId,
        booked!.amount!.minor,
        "processed",
        n < PAYMENTS / 2 ? "Yard" : "Office",
      ]),
    );
  });
});

Deno.test("PostgreSQL: people decide pending payments while they are booked with a tip: each decision is on what stands", async () => {
  await withTenant(async (trial) => {
    const { deps, scope, work, all } = trial;
    const [food] = value(
      await createCategories(deps, scope, [{ name: "Food", parentId: null }]),
    );
    const each = [...Array(PAYMENTS).keys()].map(versions);
    await arrive(trial, ...each.map(([held]) => held!));
    await work();
    const waiting = value(
      await listApprovals(deps, scope, { state: "waiting" }, {
        limit: 50,
        cursor: null,
      }),
    ).page.data;
    assert.equal(waiting.length, PAYMENTS);
    const tip = { amount: { minor: "-999", currency: "GBP" } } as const;
    await Promise.all([
      ...each.map(([, booked]) => arrive(trial, { ...booked!, ...tip })),
      ...waiting.map(async ({ id }) =>
        value(
          await decideApprovals(deps, scope, [{
            approvalId: id,
            verdict: { kind: "override", categoryId: food!.id },
            note: null,
          }]),
        )
      ),
    ]);
    await work();
    const aside = new Set((await trial.conflicts())
      .map(({ record }) => record.id));
    for (const { id, status, amount } of await all()) {
      assert.deepEqual(
        [status, amount!.minor === "-999"],
        aside.has(id) ? ["approved", false] : ["processed", true],
      );
    }
    assert.equal((await all()).length, PAYMENTS);
  });
});

Deno.test("PostgreSQL: of many who resolve a conflict one verdict stands, and one record is made at most", async () => {
  await withTenant(async (trial) => {
    const { deps, scope, all } = trial;
    const [held] = versions(1);
    const tip = { amount: { minor: "-999", currency: "EUR" } } as const;
    await arrive(trial, held!);
    await arrive(trial, { ...held!, ...tip, pending: false });
    const [open] = await trial.conflicts();
    const verdicts = ["both", "take_new", "keep_old", "both", "both"] as const;
    const results = await Promise.all(
      [...verdicts, ...verdicts].map((verdict) =>
        resolveConflict(deps, scope, open!.conflict.id, {
          verdict,
          seenVersion: null,
        })
      ),
    );
    const said = new Set(
      results.flatMap((one) =>
        one.ok ? one.value.conflict.resolution!.verdict : []
      ),
    );
    assert.equal(said.size, 1);
    const refused = results.flatMap((one) => one.ok ? [] : one.failure.kind);
    assert(refused.every((kind) => kind === "conflict.resolved"));
    assert.equal((await all()).length, said.has("both") ? 2 : 1);
    assert.deepEqual(await trial.conflicts(), []);
  });
});

Deno.test("PostgreSQL: a push by API and a connector that bring one id at once: one is the record, the other is kept aside", async () => {
  await withTenant(async (trial) => {
    const { deps, scope, all } = trial;
    const each = [...Array(PAYMENTS).keys()];
    await Promise.all(each.flatMap((n) => [
      arrive(trial, ...versions(n)),
      acceptRecords(deps, scope, [
        incoming({
          externalId: `b${n}`,
          amount: { minor: "999", currency: "EUR" },
        }),
      ]).then(value),
    ]));
    const records = await all();
    const aside = await trial.conflicts();
    const told = [
      ...records.map(({ externalId, amount }) => [externalId, amount?.minor]),
      ...aside.map(({ conflict: { externalId, content } }) => [
        externalId,
        content.amount?.minor,
      ]),
    ].filter(([id]) => id!.startsWith("b"));
    assert.deepEqual(
      told.toSorted(),
      each.flatMap((n) => [[`b${n}`, `-${100 + n}`], [`b${n}`, "999"]])
        .toSorted(),
    );
  });
});
