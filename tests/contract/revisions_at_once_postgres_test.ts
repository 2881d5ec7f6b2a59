import assert from "node:assert/strict";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { openPostgresDeps } from "../http/postgres_deps.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";
import { arrive, type Told } from "../support/sourced.ts";
import { runJobs, value } from "../support/trial.ts";

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

Deno.test("PostgreSQL: versions that arrive at once, while records are decided and corrected, end in one record each", async () => {
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
    const scope = openScope(tenant.id, {
      kind: "member",
      id: owner.id,
      role: "owner",
    });
    const trial = { deps, scope };
    const page = { limit: 200, cursor: null };
    const all = async () =>
      value(await listRecords(deps, scope, {}, page)).data;
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
      runJobs(deps, feed),
    ]);
    await runJobs(deps, feed);
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
  } finally {
    await close();
  }
});
