import assert from "node:assert/strict";
import type { UsageReport } from "../../src/billing/usage.ts";
import { laterJob } from "../../src/events/later_job.ts";
import { SAMPLE_AT, sampleIds, sampleMember } from "../support/samples.ts";
import { take } from "../support/take.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

function sampleReport(given: Partial<UsageReport> = {}): UsageReport {
  return {
    id: sampleIds.next("urp"),
    version: 1,
    month: "2026-01",
    meter: "records",
    amount: 5,
    createdAt: SAMPLE_AT,
    firstSentAt: null,
    state: "due",
    ...given,
  };
}

/** What the account of what is used promises. */
export function usageCases(test: Case): void {
  test("counts up to a limit and never beyond it", async (subject) => {
    const { run } = await freshTenant(subject);
    const count = (
      month: "2026-01" | "2026-02",
      count: number,
      limit: number | null,
    ) => run((tx) => tx.usage.take("records", month, count, limit));
    assert.deepEqual(await count("2026-01", 1, 0), { taken: false, used: 0 });
    assert.deepEqual(await count("2026-01", 3, 2), { taken: false, used: 0 });
    assert.deepEqual(await run((tx) => tx.usage.months("2026-01")), []);
    assert.deepEqual(await count("2026-01", 2, 5), { taken: true, used: 2 });
    assert.deepEqual(await count("2026-01", 4, 5), { taken: false, used: 2 });
    assert.deepEqual(await count("2026-01", 3, 5), { taken: true, used: 5 });
    assert.deepEqual(await count("2026-01", 1, 4), { taken: false, used: 5 });
    assert.deepEqual(await count("2026-01", 9, null), {
      taken: true,
      used: 14,
    });
    assert.deepEqual(await count("2026-02", 1, 1), { taken: true, used: 1 });
    const months = [
      { month: "2026-02", meter: "records", used: 1 },
      { month: "2026-01", meter: "records", used: 14 },
    ];
    assert.deepEqual(await run((tx) => tx.usage.months("2026-01")), months);
    assert.deepEqual(
      await run((tx) => tx.usage.months("2026-02")),
      months.slice(0, 1),
    );
  });

  test("lets just twenty of two hundred through at once where there is room for twenty", async (subject) => {
    const { run } = await freshTenant(subject);
    const other = await freshTenant(subject);
    const taken = await Promise.all(
      Array.from({ length: 200 }, async (_, i) => {
        const { run: of } = i % 10 === 0 ? other : { run };
        return await of((tx) => tx.usage.take("records", "2026-01", 1, 20));
      }),
    );
    assert.equal(taken.filter(({ taken }) => taken).length, 40);
    const all = [{ month: "2026-01", meter: "records", used: 20 }];
    assert.deepEqual(await run((tx) => tx.usage.months("2026-01")), all);
    assert.deepEqual(await other.run((tx) => tx.usage.months("2026-01")), all);
  });

  test("leaves no room unused that a set at once would have fitted into", async (subject) => {
    const { run } = await freshTenant(subject);
    const sizes = Array.from({ length: 60 }, (_, i) => 1 + i % 7);
    const taken = await Promise.all(sizes.map(async (size) => {
      const { taken } = await run((tx) =>
        tx.usage.take("records", "2026-01", size, 100)
      );
      return { size, taken };
    }));
    const sum = taken.reduce((n, one) => n + (one.taken ? one.size : 0), 0);
    const [month] = await run((tx) => tx.usage.months("2026-01"));
    assert.equal(month!.used, sum);
    const refused = taken.filter(({ taken }) => !taken).map(({ size }) => size);
    assert(Math.min(...refused) > 100 - sum, `${sum} of 100 were used`);
  });

  test("undoes what was counted with its unit", async (subject) => {
    const { run } = await freshTenant(subject);
    await assert.rejects(
      run(async (tx) => {
        await tx.usage.take("records", "2026-01", 7, 10);
        await tx.usage.noteReached("records", "2026-01", 10);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.deepEqual(await run((tx) => tx.usage.months("2026-01")), []);
    assert(await run((tx) => tx.usage.noteReached("records", "2026-01", 10)));
  });

  test("notes once that a limit was reached, and again when it is another", async (subject) => {
    const { run } = await freshTenant(subject);
    const note = (month: "2026-01" | "2026-02", limit: number) =>
      run((tx) => tx.usage.noteReached("records", month, limit));
    const many = await Promise.all(
      Array.from({ length: 8 }, () => note("2026-01", 5)),
    );
    assert.equal(many.filter((first) => first).length, 1);
    assert.equal(await note("2026-02", 5), true);
    assert.equal(await note("2026-01", 6), true);
    assert.equal(await note("2026-01", 6), false);
    // Nothing was counted by it.
    assert.deepEqual(await run((tx) => tx.usage.months("2026-01")), []);
  });

  test("cuts off what was counted, each part once, while more is counted", async (subject) => {
    const { run } = await freshTenant(subject);
    assert.deepEqual(await run((tx) => tx.usage.cutOff()), []);
    const cuts: number[] = [];
    await Promise.all(Array.from({ length: 40 }, async (_, i) => {
      await run((tx) => tx.usage.take("records", "2026-01", 1 + i % 3, null));
      if (i % 4 !== 0) return;
      const parts = await run((tx) => tx.usage.cutOff());
      cuts.push(...parts.map(({ amount }) => amount));
    }));
    const rest = await run((tx) => tx.usage.cutOff());
    cuts.push(...rest.map(({ amount }) => amount));
    const [month] = await run((tx) => tx.usage.months("2026-01"));
    assert.equal(cuts.reduce((sum, amount) => sum + amount, 0), month!.used);
    assert(cuts.every((amount) => amount > 0));
    await run((tx) => tx.usage.take("records", "2026-02", 2, null));
    assert.deepEqual(await run((tx) => tx.usage.cutOff()), [
      { month: "2026-02", meter: "records", amount: 2 },
    ]);
  });

  test("keeps what a provider is told of what was used", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    await run((tx) => tx.usage.take("records", "2026-01", 5, null));
    const report = sampleReport();
    const other = { ...report, id: sampleIds.next("urp"), amount: 2 };
    await run((tx) => tx.usageReports.add([report, other]));
    const open = () => run((tx) => tx.usageReports.open());
    const inOrder = [report, other].sort((a, b) => a.id < b.id ? -1 : 1);
    assert.deepEqual(await open(), inOrder);
    const told = { firstSentAt: SAMPLE_AT, version: 2 };
    const [sent, unsure] = [
      { ...report, ...told, state: "sent" },
      { ...other, ...told, state: "unsure" },
    ] as const;
    await run((tx) =>
      tx.usageReports.save(
        [sent, unsure].map((one) => ({ ...one, version: 1 })),
      )
    );
    assert.deepEqual(await open(), [unsure], "what was heard is not open");
    assert.deepEqual(await run((tx) => tx.usageReports.find([report.id])), [
      sent,
    ]);
    const theirs = await freshTenant(subject);
    assert.deepEqual(await theirs.run((tx) => tx.usageReports.open()), []);
    await run((tx) => tx.usageReports.save([{ ...unsure, state: "replaced" }]));
    assert.deepEqual(await open(), [], "nothing is to be done any more");
    const { directory } = subject;
    for (const { id } of [report, other]) {
      assert.equal(await directory.tenantOfUsageReport(id), tenant.id);
    }
    const nobodys = sampleIds.next("urp");
    assert.equal(await directory.tenantOfUsageReport(nobodys), undefined);
  });

  test("keeps a report that was too late before it was ever told", async (subject) => {
    const { run } = await freshTenant(subject);
    await run((tx) => tx.usage.take("records", "2026-01", 5, null));
    const unsure = sampleReport({ state: "unsure" });
    await run((tx) => tx.usageReports.add([unsure]));
    assert.deepEqual(await run((tx) => tx.usageReports.open()), [unsure]);
  });

  test("makes those who count members and add one take turns", async (subject) => {
    const { run } = await freshTenant(subject);
    const added = await Promise.all(
      Array.from({ length: 50 }, () =>
        run(async (tx) => {
          await tx.usage.takeTurn("members");
          if ((await tx.members.all()).length >= 5) return false;
          await tx.members.add([sampleMember()]);
          return true;
        })),
    );
    assert.equal(added.filter((one) => one).length, 5);
    assert.equal((await run((tx) => tx.members.all())).length, 5);
  });

  test("hastens jobs of the kinds asked for, of this tenant, that wait for later", async (subject) => {
    const at = (hour: number) => `2199-02-01T0${hour}:00:00.000Z` as const;
    while ((await take(subject.feed, 500, at(9), at(9))).length > 0);
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const later = async (
      { tenant, run }: typeof mine,
      kind: "ingest_payloads" | "learn_examples",
    ) => {
      const connectionId = sampleIds.next("con");
      const job = laterJob(
        tenant.id,
        kind === "learn_examples" ? { kind } : { kind, connectionId },
        { dueAt: at(8), turn: "put off" },
      );
      await run((tx) => tx.jobs.later([job]));
      return job.id;
    };
    const hastened = await later(mine, "ingest_payloads");
    const left = [
      await later(mine, "learn_examples"),
      await later(theirs, "ingest_payloads"),
    ];
    await mine.run((tx) => tx.jobs.hasten(["ingest_payloads"], at(1)));
    const due = async (hour: number) =>
      (await take(subject.feed, 100, at(hour), at(0))).map(({ id }) => id);
    assert.deepEqual(await due(0), []);
    assert.deepEqual(await due(1), [hastened]);
    assert.deepEqual((await due(8)).toSorted(), left.toSorted());
  });
}
