import assert from "node:assert/strict";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import type { Tx, UnitOfWork } from "../../ports/unit_of_work.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Rule, RuleSet } from "../../src/rules/rule.ts";
import { freshPostgres } from "../support/databases.ts";
import { SAMPLE_AT, sampleRule } from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";

const clock = systemClock();

/** Two processes at one database, and a tenant that the first one made. */
async function withProcesses(
  body: (given: {
    readonly one: UnitOfWork;
    readonly two: UnitOfWork;
    readonly tenant: FreshTenant;
    readonly sql: Awaited<ReturnType<typeof freshPostgres>>["sql"];
  }) => Promise<void>,
): Promise<void> {
  const { sql, drop } = await freshPostgres();
  try {
    const one = postgresUnitOfWork(sql, { clock });
    const two = postgresUnitOfWork(sql, { clock });
    await body({ one, two, tenant: await freshTenant({ uow: one }), sql });
  } finally {
    await drop();
  }
}

/** Puts `rules` in force as the next version. */
async function put(tx: Tx, rules: readonly Rule[]): Promise<RuleSet> {
  const before = await tx.rules.current();
  const after = { version: before.version + 1, rules };
  await tx.rules.replace(before, after, SAMPLE_AT);
  return after;
}

const current = (tx: Tx) => tx.rules.current();

async function inProcess<T>(
  uow: UnitOfWork,
  { permit }: FreshTenant,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return (await uow.run(permit, async (tx) => ok(await work(tx)))).value;
}

Deno.test("an unchanged rule set is the same object in every unit, also when asked for by version", () =>
  withProcesses(async ({ tenant: { run } }) => {
    const after = await run((tx) => put(tx, [sampleRule(), sampleRule()]));
    const set = await run(current);
    assert.deepEqual(set, after);
    assert.equal(await run(current), set);
    assert.equal(await run((tx) => tx.rules.at(1)), set);
  }));

Deno.test("in a changed set the rules that stayed are the same objects, moved or not", () =>
  withProcesses(async ({ tenant: { run } }) => {
    const rules = Array.from({ length: 5 }, () => sampleRule());
    await run((tx) => put(tx, rules));
    const before = await run(current);
    const [a, b, c, d, e] = before.rules;
    const changed = { ...b!, version: 2, name: "changed" };
    const added = sampleRule({ origin: { kind: "import" } });
    const wanted = [e!, a!, added, changed, d!];
    await run((tx) => put(tx, wanted));
    const after = await run(current);
    assert.deepEqual(after, { version: 2, rules: wanted });
    assert.equal(after.rules[0], e);
    assert.equal(after.rules[1], a);
    assert.equal(after.rules[4], d);
    assert.deepEqual(await run((tx) => tx.rules.at(1)), before);
    // The first set was pushed out by later ones, and is read again as it was.
    await run((tx) => put(tx, []));
    await run(current);
    await run((tx) => put(tx, [c!]));
    assert.deepEqual(await run(current), { version: 4, rules: [c] });
    assert.deepEqual(await run((tx) => tx.rules.at(1)), {
      version: 1,
      rules: [a, b, c, d, e],
    });
    assert.deepEqual(await run((tx) => tx.rules.at(3)), {
      version: 3,
      rules: [],
    });
  }));

Deno.test("a unit sees the set that it wrote, and leaves nothing of it when it is undone", () =>
  withProcesses(async ({ tenant: { run } }) => {
    const kept = [sampleRule()];
    await run((tx) => put(tx, kept));
    await assert.rejects(
      run(async (tx) => {
        const undone = await put(tx, [sampleRule({ name: "undone" })]);
        assert.deepEqual(await tx.rules.current(), undone);
        assert.deepEqual(await tx.rules.at(2), undone);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await run(current), { version: 1, rules: kept });
    assert.equal(await run((tx) => tx.rules.at(2)), undefined);
    const other = await run((tx) => put(tx, [sampleRule({ name: "kept" })]));
    assert.deepEqual(await run(current), other);
    assert.deepEqual(await run((tx) => tx.rules.at(2)), other);
  }));

Deno.test("tenants whose sets have equal versions each get their own", () =>
  withProcesses(async ({ one, tenant }) => {
    const other = await freshTenant({ uow: one });
    const mine = await tenant.run((tx) => put(tx, [sampleRule()]));
    const theirs = await other.run((tx) => put(tx, [sampleRule()]));
    for (let i = 0; i < 2; i++) {
      assert.deepEqual(await tenant.run(current), mine);
      assert.deepEqual(await other.run(current), theirs);
      assert.deepEqual(await tenant.run((tx) => tx.rules.at(1)), mine);
      assert.deepEqual(await other.run((tx) => tx.rules.at(1)), theirs);
    }
  }));

Deno.test("what one process changes another sees in its next unit", () =>
  withProcesses(async ({ one, two, tenant }) => {
    for (let version = 1; version <= 4; version++) {
      const [writer, reader] = version % 2 === 0 ? [one, two] : [two, one];
      const set = await inProcess(writer, tenant, async (tx) => {
        const { rules } = await tx.rules.current();
        return await put(tx, [...rules, sampleRule()]);
      });
      assert.equal(set.version, version);
      assert.deepEqual(await inProcess(reader, tenant, current), set);
      assert.deepEqual(await inProcess(writer, tenant, current), set);
    }
  }));

Deno.test("a database that was restored to an earlier day is not taken for the one before", () =>
  withProcesses(async ({ one, two, tenant, sql }) => {
    const first = [sampleRule()];
    await tenant.run((tx) => put(tx, first));
    await tenant.run((tx) => put(tx, [...first, sampleRule()]));
    await tenant.run(current);
    // As after a restore: version 2 never was.
    await sql`delete from rule_versions where set_from = 2`;
    await sql`delete from rule_sets where version = 2`;
    const later = "2026-06-01T00:00:00.000Z";
    const restored = { version: 2, rules: [sampleRule(), ...first] };
    await inProcess(two, tenant, async (tx) => {
      await tx.rules.replace(await tx.rules.current(), restored, later);
    });
    assert.deepEqual(await inProcess(one, tenant, current), restored);
    await inProcess(two, tenant, (tx) => put(tx, [sampleRule(), ...first]));
    const third = await inProcess(two, tenant, current);
    assert.deepEqual(await inProcess(one, tenant, current), third);
  }));

Deno.test("units that read at once all get the same object", () =>
  withProcesses(async ({ tenant: { run } }) => {
    await run((tx) => put(tx, [sampleRule()]));
    const all = await Promise.all(
      Array.from({ length: 8 }, () => run(current)),
    );
    assert.equal(new Set(all).size, 1);
  }));
