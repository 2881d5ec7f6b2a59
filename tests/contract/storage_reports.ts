import type { RecordId } from "../../src/kernel/ids.ts";
import assert from "node:assert/strict";
import fc from "fast-check";
import type { CompanyRecord } from "../../src/records/record.ts";
import type { Trace } from "../../src/processing/trace.ts";
import { newReport } from "../../src/reports/new_report.ts";
import { GROUPINGS } from "../../src/reports/report_demand.ts";
import type { Report } from "../../src/reports/report.ts";
import { openSpendTally, type SpendRow } from "../../src/reports/spend.ts";
import {
  permitTo,
  SAMPLE_AT,
  sampleApproval,
  sampleDeadLetter,
  sampleIds,
  sampleOutcome,
  sampleScope,
  sampleTrace,
} from "../support/samples.ts";
import { type FreshTenant, freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const day = (n: number) => `2026-04-${10 + n}T12:00:00.000Z` as const;
const PERIOD = { from: day(1), to: day(5) };

export function reportCases(test: Case): void {
  test("lists reports by kind, state, schedule and age, and changes them by their version", async (subject) => {
    const { run } = await freshTenant(subject);
    const spend = report("spend");
    const later = report("audit_trail", { createdAt: day(2) });
    await run((tx) => tx.reports.add([spend, later]));
    const list = async (filter: object) =>
      (await run((tx) => tx.reports.list(filter, { limit: 5, cursor: null })))
        .data.map(({ id }) => id);
    assert.deepEqual(await list({}), [later.id, spend.id]);
    assert.deepEqual(await list({ kinds: ["spend"] }), [spend.id]);
    assert.deepEqual(await list({ since: day(9) }), [later.id, spend.id]);
    const done: Report = {
      ...spend,
      state: "done",
      tables: [{
        name: "totals",
        title: "Totals",
        columns: [{ name: "currency", label: "Currency", kind: "text" }],
        rows: [["EUR"], [null]],
        note: null,
      }],
      rows: 7,
      files: {
        json: { id: sampleIds.next("rpf"), bytes: 3, sha256: "0".repeat(64) },
      },
      progress: { done: 8, total: 8 },
      endedAt: day(3),
    };
    await run((tx) => tx.reports.save([done]));
    assert.deepEqual(await run((tx) => tx.reports.find([spend.id])), [
      { ...done, version: 2 },
    ]);
    assert.deepEqual(await list({ state: "done" }), [spend.id]);
    assert.deepEqual(await list({ since: day(3) }), [later.id, spend.id]);
    assert.deepEqual(await list({ since: day(4) }), [later.id]);
    assert.deepEqual(
      await list({ scheduleId: sampleIds.next("rps") }),
      [],
    );
    const removed = await run((tx) =>
      tx.retention.remove("reports", day(4), 10)
    );
    assert.equal(removed, 1, "what is not done has no age");
    assert.deepEqual(await list({}), [later.id]);
  });

  test("sums spend as its rows add up, by every grouping and for whichever groups", async (subject) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(recordParts, { maxLength: 40 }),
        fc.constantFrom(...GROUPINGS),
        fc.nat(4),
        fc.boolean(),
        async (parts, grouping, groups, byCurrency) => {
          const tenant = await freshTenant(subject);
          await tenant.admit(parts.map((part) => placed(part, tenant)));
          const filters = byCurrency ? { currency: "JPY" } : {};
          const asked = { period: PERIOD, filters, grouping };
          const found = await tenant.run(async (tx) => {
            const keys = await tx.reportFigures.spendKeys(asked, groups);
            return {
              keys,
              sums: await tx.reportFigures.spendSums(asked, keys),
              rows: await pages((after) =>
                tx.reportRows.spend(asked, after, 7)
              ),
            };
          });
          const tally = openSpendTally(grouping, found.keys);
          tally.add(found.rows);
          assert.deepEqual(sorted(found.sums), sorted(tally.sums()));
          const counted = parts.filter((part) =>
            part.status !== "rejected" &&
            (part.occurredAt ?? SAMPLE_AT) >= PERIOD.from &&
            (part.occurredAt ?? SAMPLE_AT) < PERIOD.to &&
            (!byCurrency || part.amount?.currency === "JPY")
          );
          assert.equal(found.rows.length, counted.length);
          assert.equal(
            found.rows.reduce(
              (sum, { amount }) => sum + BigInt(amount?.minor ?? 0),
              0n,
            ),
            counted.reduce(
              (sum, { amount }) => sum + BigInt(amount?.minor ?? 0),
              0n,
            ),
          );
        },
      ),
      { numRuns: 12 },
    );
  });

  test("tells which counterparties records have, whoever else's records", async (subject) => {
    const tenant = await freshTenant(subject);
    const other = await freshTenant(subject);
    await tenant.admit([
      { counterparty: "Ann" },
      { counterparty: "Ann" },
      { counterparty: null },
    ]);
    await other.admit([{ counterparty: "Bo" }]);
    const among = (names: readonly string[]) =>
      tenant.run((tx) => tx.reportFigures.counterpartiesAmong(names));
    assert.deepEqual(await among(["Ann", "ann", "Bo", "Ann"]), ["Ann"]);
    assert.deepEqual(await among([]), []);
  });

  test("tells what reviewers and rules did, and what goes on over time", async (subject) => {
    const tenant = await freshTenant(subject);
    const [a, b] = tenant.categories.map(({ id }) => id);
    const [one, other] = [sampleIds.next("rule"), sampleIds.next("rule")];
    const records = await tenant.admit([
      { trace: triedRules([one, other], other, "rule") },
      { trace: triedRules([one], one, "rule") },
      { trace: triedRules([one], one, "rule", day(7)) },
      { trace: triedRules([], null, "similarity") },
    ]);
    const [first, second] = records.map(({ id }) => id);
    const waits = (createdAt: Report["createdAt"], at: number) =>
      sampleApproval({ recordId: records[at]!.id, createdAt });
    const decided = (
      verdict: "approve" | "override" | "reject",
      hours: number,
      by = "usr_ann",
    ) =>
      sampleApproval({
        recordId: first!,
        createdAt: day(2),
        state: {
          kind: "decided",
          verdict,
          categoryId: null,
          by,
          at: new Date(Date.parse(day(2)) + hours * 3_600_000)
            .toISOString() as Report["createdAt"],
          note: null,
          decisionId: null,
          verdicts: [],
        },
      });
    await tenant.run(async (tx) => {
      await tx.outcomes.keep([
        sampleOutcome({
          recordId: first!,
          source: "rule",
          proposed: a!,
          decided: b!,
          settled: true,
          inclusion: 0.5,
          decidedAt: day(3),
        }),
        sampleOutcome({
          recordId: second!,
          source: "rule",
          proposed: a!,
          decided: a!,
          settled: true,
          decidedAt: day(4),
        }),
      ]);
      await tx.approvals.add([
        decided("approve", 1),
        decided("override", 4),
        decided("approve", 2),
        decided("reject", 1, "key_bot"),
        decided("approve", 1_000),
        waits(day(1), 0),
        waits(day(4), 1),
        waits(day(6), 2),
      ]);
    });
    const found = await tenant.run(async (tx) => ({
      reviewers: await tx.reportFigures.reviewers(PERIOD),
      rules: await tx.reportFigures.ruleUse(PERIOD),
      outcomes: await tx.timeFigures.outcomes(PERIOD, "week"),
      firstDays: await Promise.all(
        (["day", "month", "quarter", "year"] as const).map(async (step) =>
          (await tx.timeFigures.outcomes(PERIOD, step)).map(({ day }) => day)
            .sort()
        ),
      ),
      backlog: await tx.timeFigures.backlog(day(8)),
    }));
    assert.deepEqual(by(found.reviewers, "by"), [
      {
        by: "key_bot",
        approved: 0,
        overridden: 0,
        rejected: 1,
        meanSeconds: 3_600,
        medianSeconds: 3_600,
      },
      {
        by: "usr_ann",
        approved: 2,
        overridden: 1,
        rejected: 0,
        meanSeconds: 8_400,
        medianSeconds: 7_200,
      },
    ]);
    assert.deepEqual(
      by(found.rules, "ruleId"),
      by([
        { ruleId: one, hits: 2, settled: 1, judged: 1, overridden: 0 },
        { ruleId: other, hits: 1, settled: 1, judged: 1, overridden: 1 },
      ], "ruleId"),
    );
    assert.deepEqual(found.outcomes, [{
      day: "2026-04-13",
      source: "rule",
      settled: true,
      n: 2,
      weight: 3,
      weightSquared: 5,
      weightRight: 1,
      wrong: 1,
      foundWrong: 0,
      sorted: 2,
      amongCandidates: 0,
    }]);
    assert.deepEqual(found.firstDays, [
      ["2026-04-13", "2026-04-14"],
      ["2026-04-01"],
      ["2026-04-01"],
      ["2026-01-01"],
    ]);
    assert.deepEqual(found.backlog, {
      waiting: 3,
      oldestSince: day(1),
      byAge: [0, 1, 1, 1],
    });
  });

  test("pages through what is open, each kind counted", async (subject) => {
    const tenant = await freshTenant(subject);
    const [failed, kept] = await tenant.admit([
      { status: "failed", receivedAt: day(1) },
      { receivedAt: day(1) },
      { status: "failed", receivedAt: day(6) },
    ]);
    const letter = sampleDeadLetter({ diedAt: day(2) });
    const approval = sampleApproval({
      recordId: kept!.id,
      because: "not_sure_enough",
      createdAt: day(2),
    });
    await tenant.run(async (tx) => {
      await tx.jobs.bury(letter);
      await tx.approvals.add([approval]);
    });
    const asked = { period: PERIOD, filters: {}, overdueBefore: day(3) };
    const { rows, counts } = await tenant.run(async (tx) => ({
      rows: await pages((after) => tx.reportRows.exceptions(asked, after, 1)),
      counts: await tx.reportRows.countExceptions(asked),
    }));
    const waits = {
      id: approval.id,
      since: day(2),
      recordId: kept!.id,
      reason: "not_sure_enough",
    };
    assert.deepEqual(rows, [
      {
        kind: "dead_letter",
        id: letter.id,
        since: day(2),
        recordId: null,
        reason: letter.errorClass,
      },
      {
        kind: "failed",
        id: failed!.id,
        since: day(1),
        recordId: failed!.id,
        reason: null,
      },
      { kind: "low_confidence", ...waits },
      { kind: "overdue", ...waits },
    ]);
    assert.deepEqual(
      by(counts, "kind"),
      rows.map(({ kind }) => ({ kind, count: 1 })),
    );
  });

  test("tells audits that wait by the reason that is shown", async (subject) => {
    const tenant = await freshTenant(subject);
    const [one, other] = await tenant.admit([{}, {}]);
    const audit = (
      recordId: RecordId,
      because: "not_sure_enough" | "nothing_alike",
    ) =>
      sampleApproval({
        recordId,
        because: "audit",
        shownAs: { because, confidence: 0.5 },
        createdAt: day(2),
      });
    const audits = [
      audit(one!.id, "not_sure_enough"),
      audit(other!.id, "nothing_alike"),
    ] as const;
    await tenant.run((tx) => tx.approvals.add(audits));
    const asked = { period: PERIOD, filters: {}, overdueBefore: day(3) };
    const rows = await tenant.run((tx) =>
      tx.reportRows.exceptions(asked, null, 9)
    );
    assert.deepEqual(
      rows.map(({ kind, id, reason }) => [kind, id, reason]),
      [
        ["low_confidence", audits[0].id, "not_sure_enough"],
        ["overdue", audits[0].id, "not_sure_enough"],
        ["overdue", audits[1].id, "nothing_alike"],
      ],
    );
  });

  test("counts events and decisions by the time they happened", async (subject) => {
    const tenant = await freshTenant(subject);
    const permit = permitTo("records.write", sampleScope(tenant.tenant.id));
    const decided = (source: "rule" | null, tokens?: number) => ({
      type: "PROCESSED" as const,
      payload: {
        record_id: sampleIds.next("rec"),
        outcome: source ? "auto" as const : "needs_review" as const,
        category_id: null,
        source,
        confidence: 1,
        ...tokens !== undefined && { model: { tokens, cost_micros: 3 } },
      },
    });
    await subject.uow.run(permit, (tx) => {
      tx.events.append([decided("rule"), decided("rule"), decided(null, 40)]);
      return Promise.resolve({ ok: true as const, value: null });
    });
    const wide = {
      from: "2000-01-01T00:00:00.000Z",
      to: "2190-01-01T00:00:00.000Z",
    } as const;
    const { events, decisions, at } = await tenant.run(async (tx) => ({
      events: await tx.reportRows.countEvents(wide),
      decisions: await tx.timeFigures.decisions(wide, "month"),
      at: (await tx.events.after(0, 1))[0]!.occurredAt,
    }));
    assert.deepEqual(events, [{ type: "PROCESSED", count: 3 }]);
    const month = `${at.slice(0, 7)}-01`;
    assert.deepEqual(
      decisions.toSorted((x, y) => y.count - x.count),
      [
        { day: month, source: "rule", count: 2, tokens: 0, costMicros: 0 },
        { day: month, source: null, count: 1, tokens: 40, costMicros: 3 },
      ],
    );
    assert.deepEqual(
      await tenant.run((tx) =>
        tx.reportRows.countEvents({ from: wide.from, to: at })
      ),
      [],
    );
  });
}

function report(
  kind: Report["terms"]["kind"],
  given: Partial<Report> = {},
): Report {
  const made = newReport({
    id: sampleIds.next("rpt"),
    createdAt: SAMPLE_AT,
    createdBy: "usr_ann",
    scheduleId: null,
    terms: {
      kind,
      grouping: null,
      filters: { counterparty: "Zoë & Söhne" },
      compare: "previous_period",
      formats: ["json", "csv"],
    },
    period: PERIOD,
  });
  return { ...made, ...given };
}

type Part =
  & Pick<CompanyRecord, "occurredAt" | "amount" | "counterparty" | "status">
  & { readonly category: number | null };

const recordParts: fc.Arbitrary<Part> = fc.record({
  occurredAt: fc.option(fc.integer({ min: 0, max: 6 }).map(day), { nil: null }),
  amount: fc.option(
    fc.record({
      minor: fc.oneof(
        fc.bigInt({ min: -5_000n, max: 5_000n }),
        fc.bigInt({
          min: -9_223_372_036_854_775_807n,
          max: 9_223_372_036_854_775_807n,
        }),
      ).map((minor) => `${minor}` as const),
      currency: fc.constantFrom("EUR", "JPY", "KWD"),
    }),
    { nil: null },
  ),
  counterparty: fc.option(fc.constantFrom("Ann", "Bob", "Cleo & Co"), {
    nil: null,
  }),
  status: fc.constantFrom(
    "ingested",
    "processed",
    "approved",
    "rejected",
    "failed",
  ),
  category: fc.option(fc.nat(2), { nil: null }),
});

function placed(
  { category, ...part }: Part,
  tenant: FreshTenant,
): Partial<CompanyRecord> {
  return {
    ...part,
    receivedAt: SAMPLE_AT,
    categoryId: category === null ? null : tenant.categories[category]!.id,
  };
}

async function pages<T extends object>(
  // deno-lint-ignore no-explicit-any
  read: (after: any) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (;;) {
    const last = all.at(-1) as (T & Partial<SpendRow>) | undefined;
    const page = await read(
      last?.recordId && "at" in last ? last.recordId : last ?? null,
    );
    if (page.length === 0) return all;
    all.push(...page);
  }
}

function by<T>(all: readonly T[], name: keyof T): readonly T[] {
  return all.toSorted((a, b) => a[name] < b[name] ? -1 : 1);
}

function sorted(all: readonly object[]): readonly string[] {
  return all.map((one) =>
    JSON.stringify(Object.entries(one).sort(([a], [b]) => a < b ? -1 : 1))
  ).sort();
}

function triedRules(
  hits: readonly `rule_${string}`[],
  matched: `rule_${string}` | null,
  source: "rule" | "similarity",
  at: Report["createdAt"] = day(2),
): Trace {
  return {
    ...sampleTrace(),
    steps: [{
      kind: "rules_tried",
      at,
      ruleset_version: 1,
      considered: hits.length,
      matched,
      hits: hits.map((rule_id) => ({ rule_id, version: 1 })),
      sets: {},
      replaced: {},
    }],
    conclusion: {
      kind: "settled",
      category_id: "cat_rent",
      source,
      confidence: 1,
      threshold: 0,
    },
  };
}
