import assert from "node:assert/strict";
import fc from "fast-check";
import type { CategoryId, ConnectionId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Trace } from "../../src/processing/trace.ts";
import { EXCEPTION_KINDS } from "../../src/reports/exceptions.ts";
import {
  permitTo,
  sampleApproval,
  sampleConnection,
  sampleDeadLetter,
  sampleIds,
  sampleOutcome,
  sampleScope,
  sampleTrace,
} from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const AT = "2026-04-12T12:00:00.000Z";
const LATER = "2026-04-12T14:00:00.000Z";
const PERIOD = {
  from: "2026-04-01T00:00:00.000Z",
  to: "2026-05-01T00:00:00.000Z",
} as const;
/** Events are of when they are told. */
const EVER = {
  from: "2000-01-01T00:00:00.000Z",
  to: "2190-01-01T00:00:00.000Z",
} as const;
const REVIEWERS = [sampleIds.next("usr"), sampleIds.next("key")] as const;
const RULES = [sampleIds.next("rule"), sampleIds.next("rule")] as const;
const VERDICTS = ["approve", "override", "reject"] as const;

/** By which connection, category, and reviewer or rule. */
const NARROWED = [
  [undefined, undefined, 0],
  [0, undefined, 1],
  [1, undefined, 0],
  [undefined, 0, 1],
  [0, 1, 0],
  [1, 2, 1],
] as const;

/** What became of one record; everything is about it. */
const part = fc.record({
  connection: fc.nat(1),
  category: fc.option(fc.nat(2), { nil: null }),
  source: fc.constantFrom("rule", "similarity", null),
  rule: fc.nat(1),
  outcome: fc.option(fc.boolean(), { nil: null }),
  reviewer: fc.option(fc.nat(1), { nil: null }),
  verdict: fc.nat(2),
  isFailed: fc.boolean(),
  conflicts: fc.boolean(),
});
type Part = typeof part extends fc.Arbitrary<infer T> ? T : never;

export function reportFilterCases(test: Case): void {
  test("whatever narrows a report, its figures are those of just what fits", async (subject) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 12 }),
        async (parts) => {
          const tenant = await freshTenant(subject);
          const other = sampleConnection();
          await tenant.run((tx) => tx.connections.add([other]));
          const connections = [tenant.connection.id, other.id] as const;
          const categories = tenant.categories.map(({ id }) => id);
          const records = await tenant.admit(parts.map((one) => ({
            connectionId: connections[one.connection]!,
            categoryId: one.category === null
              ? null
              : categories[one.category]!,
            status: one.isFailed ? "failed" as const : "processed" as const,
            receivedAt: AT,
            trace: tried(RULES[one.rule]!, one.source),
          })));
          const idOf = (one: Part) => records[parts.indexOf(one)]!.id;
          await tenant.run(async (tx) => {
            await tx.outcomes.keep(
              parts.filter(({ outcome }) => outcome !== null).map((one) =>
                sampleOutcome({
                  recordId: idOf(one),
                  source: one.source,
                  proposed: one.source && categories[0]!,
                  decided: categories[one.outcome ? 0 : 1]!,
                  settled: one.source !== null,
                  decidedAt: AT,
                })
              ),
            );
            await tx.approvals.add(parts.map((one) =>
              sampleApproval({
                recordId: idOf(one),
                because: "not_sure_enough",
                createdAt: AT,
                ...one.reviewer !== null && {
                  state: {
                    kind: "decided",
                    verdict: VERDICTS[one.verdict]!,
                    categoryId: null,
                    by: REVIEWERS[one.reviewer]!,
                    at: LATER,
                    note: null,
                    decisionId: null,
                    verdicts: [],
                  },
                },
              })
            ));
            await tx.records.keepAside(
              parts.filter(({ conflicts }) => conflicts).map((one) => {
                const record = records[parts.indexOf(one)]!;
                return {
                  id: sampleIds.next("cfl"),
                  recordId: record.id,
                  receivedAt: AT,
                  fingerprint: "other",
                  externalId: record.externalId,
                  pending: false,
                  content: record,
                  raw: null,
                  reasons: [],
                  resolution: null,
                };
              }),
            );
            await tx.jobs.bury(sampleDeadLetter({ diedAt: AT }));
          });
          const permit = permitTo(
            "records.write",
            sampleScope(tenant.tenant.id),
          );
          await subject.uow.run(permit, (tx) => {
            tx.events.append(parts.map((one) => ({
              type: "PROCESSED",
              payload: {
                record_id: idOf(one),
                outcome: one.source ? "auto" : "needs_review",
                category_id: null,
                source: one.source,
                confidence: 1,
              },
            })));
            return Promise.resolve(ok(null));
          });

          for (const [connection, category, second] of NARROWED) {
            const of: {
              categoryId?: CategoryId;
              connectionId?: ConnectionId;
            } = {
              ...connection !== undefined &&
                { connectionId: connections[connection]! },
              ...category !== undefined &&
                { categoryId: categories[category]! },
            };
            const fits = parts.filter((one) =>
              (connection === undefined || one.connection === connection) &&
              (category === undefined || one.category === category)
            );
            const found = await tenant.run(async (tx) => ({
              decisions: await tx.quality.decisions(EVER, of),
              overTime: await tx.timeFigures.decisions(EVER, "year", of),
              outcomes: await tx.quality.outcomes(PERIOD, of),
              reviewers: await tx.reportFigures.reviewers(PERIOD, of),
              reviewer: await tx.reportFigures.reviewers(PERIOD, {
                ...of,
                memberId: REVIEWERS[second]!,
              }),
              rules: await tx.reportFigures.ruleUse(PERIOD, of),
              rule: await tx.reportFigures.ruleUse(PERIOD, {
                ...of,
                ruleId: RULES[second]!,
              }),
              exceptions: await Promise.all(
                [undefined, ...EXCEPTION_KINDS].map(async (exception) => {
                  const asked = {
                    period: PERIOD,
                    filters: { ...of, ...exception && { exception } },
                    overdueBefore: LATER,
                  } as const;
                  return {
                    exception,
                    rows: await tx.reportRows.exceptions(asked, null, 99),
                    counts: await tx.reportRows.countExceptions(asked),
                  };
                }),
              ),
            }));

            const count = (by: (one: Part) => unknown, some = fits) =>
              counted(some.map(by));
            const sources = count(({ source }) => source);
            assert.deepEqual(
              told(found.decisions, ({ source }) => source),
              sources,
            );
            assert.deepEqual(
              told(found.overTime, ({ source }) => source),
              sources,
            );
            const judged = fits.filter(({ outcome }) => outcome !== null);
            assert.deepEqual(
              counted(
                found.outcomes.flatMap(({ source, n }) =>
                  Array(n).fill(source)
                ),
              ),
              count(({ source }) => source, judged),
            );
            const decided = fits.filter(({ reviewer }) => reviewer !== null);
            const verdicts = (some: typeof found.reviewers) =>
              counted(some.flatMap((one) => [
                ...Array(one.approved).fill(`${one.by} approve`),
                ...Array(one.overridden).fill(`${one.by} override`),
                ...Array(one.rejected).fill(`${one.by} reject`),
              ]));
            const verdictOf = ({ reviewer, verdict }: Part) =>
              `${REVIEWERS[reviewer!]} ${VERDICTS[verdict]}`;
            assert.deepEqual(
              verdicts(found.reviewers),
              count(verdictOf, decided),
            );
            assert.deepEqual(
              verdicts(found.reviewer),
              count(
                verdictOf,
                decided.filter(({ reviewer }) => reviewer === second),
              ),
            );
            const hits = (some: typeof found.rules) =>
              counted(
                some.flatMap(({ ruleId, hits, judged, settled }) => [
                  ...Array(hits).fill(`${ruleId} hit`),
                  ...Array(settled).fill(`${ruleId} settled`),
                  ...Array(judged).fill(`${ruleId} judged`),
                ]),
              );
            const uses = (some: readonly Part[]) =>
              counted(some.flatMap(({ rule, source, outcome }) => [
                `${RULES[rule]} hit`,
                ...source === "rule" ? [`${RULES[rule]} settled`] : [],
                ...source === "rule" && outcome !== null
                  ? [`${RULES[rule]} judged`]
                  : [],
              ]));
            assert.deepEqual(hits(found.rules), uses(fits));
            assert.deepEqual(
              hits(found.rule),
              uses(fits.filter(({ rule }) => rule === second)),
            );
            const open = counted([
              ...fits.filter(({ conflicts }) => conflicts)
                .map(() => "conflict"),
              ...fits.filter(({ isFailed }) => isFailed).map(() => "failed"),
              ...fits.filter(({ reviewer }) => reviewer === null)
                .flatMap(() => ["low_confidence", "overdue"]),
              // It is of no record.
              ...connection === undefined && category === undefined
                ? ["dead_letter"]
                : [],
            ]);
            for (const { exception, rows, counts } of found.exceptions) {
              const expected = Object.fromEntries(
                Object.entries(open).filter(([kind]) =>
                  kind === (exception ?? kind)
                ),
              );
              assert.deepEqual(counted(rows.map(({ kind }) => kind)), expected);
              assert.deepEqual(told(counts, ({ kind }) => kind), expected);
            }
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  test("counts the events of one type and of one who acted as it lists them", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const member = sampleScope(tenant.id);
    const key = sampleScope(tenant.id, {
      kind: "api_key",
      id: sampleIds.next("key"),
      role: "admin",
      scopes: [],
    });
    for (const scope of [member, key, key]) {
      await subject.uow.run(permitTo("reports.write", scope), (tx) => {
        const report_id = sampleIds.next("rpt");
        tx.events.append([
          { type: "REPORT_CANCELLED", payload: { report_id } },
          { type: "REPORT_CANCELLED", payload: { report_id } },
          {
            type: "REPORT_FORMATS_REQUESTED",
            payload: { report_id, formats: ["csv"] },
          },
        ]);
        return Promise.resolve(ok(null));
      });
    }
    for (
      const [only, expected] of [
        [{ actor: key.actor.id }, {
          REPORT_CANCELLED: 4,
          REPORT_FORMATS_REQUESTED: 2,
        }],
        [{ types: ["REPORT_CANCELLED"] }, { REPORT_CANCELLED: 6 }],
        [
          { types: ["REPORT_CANCELLED"], actor: member.actor.id },
          { REPORT_CANCELLED: 2 },
        ],
        [{ types: ["PROCESSED"] }, {}],
      ] as const
    ) {
      const { counts, events } = await run(async (tx) => ({
        counts: await tx.reportRows.countEvents({ ...EVER, ...only }),
        events: await tx.events.after(0, 99, { ...EVER, ...only }),
      }));
      assert.deepEqual(told(counts, ({ type }) => type), expected);
      assert.deepEqual(counted(events.map(({ type }) => type)), expected);
    }
  });
}

function counted(all: readonly unknown[]): Record<string, number> {
  const groups = Map.groupBy(all, String);
  return Object.fromEntries(
    [...groups].map(([key, some]) => [key, some.length] as const)
      .sort(([a], [b]) => a < b ? -1 : 1),
  );
}

function told<T extends { readonly count: number }>(
  all: readonly T[],
  by: (one: T) => unknown,
): Record<string, number> {
  return counted(all.flatMap((one) => Array(one.count).fill(by(one))));
}

function tried(rule: (typeof RULES)[number], source: Part["source"]): Trace {
  return {
    ...sampleTrace(),
    steps: [{
      kind: "rules_tried",
      at: AT,
      ruleset_version: 1,
      considered: 1,
      matched: rule,
      hits: [{ rule_id: rule, version: 1 }],
      sets: {},
      replaced: {},
    }],
    conclusion: source === null ? sampleTrace().conclusion : {
      kind: "settled",
      category_id: "cat_rent",
      source,
      confidence: 1,
      threshold: 0,
    },
  };
}
