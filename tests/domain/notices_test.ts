import assert from "node:assert/strict";
import fc from "fast-check";
import type { Fact } from "../../src/events/fact.ts";
import { reactionsTo } from "../../src/events/reactions.ts";
import { type Instant, plusMs } from "../../src/kernel/instant.ts";
import {
  dailyDigestAt,
  hourlyDigestAt,
} from "../../src/notifications/digest.ts";
import {
  afterFailure,
  afterSuccess,
  type Endpoint,
} from "../../src/notifications/endpoint.ts";
import { type Incident, incidentOf } from "../../src/notifications/incident.ts";
import { isOpen, type Notice } from "../../src/notifications/notice.ts";
import { openNotices } from "../../src/notifications/open_notices.ts";
import {
  nextAttemptAt,
  RETRY_WAITS_MS,
} from "../../src/notifications/retry_schedule.ts";
import { countingIds } from "../support/counting_ids.ts";
import { degraded, flagged } from "../support/notice_trial.ts";
import { sampleEndpoint } from "../support/notice_samples.ts";
import { SAMPLE_AT, sampleIds } from "../support/samples.ts";

const DAY_MS = 86_400_000;

Deno.test("the waits are those of the schedule, longer by up to a fifth, and end after seven attempts", () => {
  fc.assert(fc.property(
    fc.integer({ min: 1, max: 9 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    (attempts, chance) => {
      const next = nextAttemptAt(SAMPLE_AT, attempts, chance);
      const wait = RETRY_WAITS_MS[attempts - 1];
      if (wait === undefined) return assert.equal(next, null);
      const ms = Date.parse(next!) - Date.parse(SAMPLE_AT);
      assert(ms >= wait && ms <= wait * 1.2, `${attempts}: ${ms}`);
    },
  ));
  assert.deepEqual(
    RETRY_WAITS_MS.map((ms) => ms / 1_000),
    [5, 300, 1_800, 7_200, 18_000, 36_000],
  );
});

Deno.test("digests go out in the future, within an hour or a day, on the hour", () => {
  const instants = fc.date({
    min: new Date("2020-01-01"),
    max: new Date("2100-01-01"),
    noInvalidDate: true,
  }).map((date) => date.toISOString() as Instant);
  fc.assert(fc.property(
    instants,
    fc.integer({ min: 0, max: 23 }),
    (now, hour) => {
      const [hourly, daily] = [hourlyDigestAt(now), dailyDigestAt(now, hour)];
      assert(hourly > now && hourly <= plusMs(now, 3_600_000));
      assert(daily > now && daily <= plusMs(now, DAY_MS));
      assert.match(hourly, /:00:00\.000Z$/);
      assert.equal(new Date(daily).getUTCHours(), hour);
    },
  ));
});

/** What may happen to two connections, in order of time. */
const histories = fc.array(
  fc.record({
    waitMs: fc.nat({ max: 2 * DAY_MS }),
    type: fc.constantFrom<
      ("CONNECTION_DEGRADED" | "CONNECTION_RESTORED" | "RULE_FLAGGED")[]
    >("CONNECTION_DEGRADED", "CONNECTION_RESTORED", "RULE_FLAGGED"),
    which: fc.nat({ max: 1 }),
  }),
  { maxLength: 30 },
);
const cons = [sampleIds.next("con"), sampleIds.next("con")] as const;
const rule = flagged();

function incidentsOf(
  history: readonly {
    readonly waitMs: number;
    readonly type: Fact["type"];
    readonly which: number;
  }[],
): readonly Incident[] {
  let at: Instant = SAMPLE_AT;
  return history.map(({ waitMs, type, which }) => {
    at = plusMs(at, waitMs);
    const fact = type === "RULE_FLAGGED"
      ? rule
      : { ...degraded(cons[which]), type } as Fact;
    return incidentOf(fact, at)!;
  });
}

Deno.test("every incident is told once, all that happens is counted, and it matters not in which jobs it comes", () => {
  fc.assert(fc.property(
    histories,
    fc.array(fc.nat({ max: 30 }), { maxLength: 5 }),
    (history, cuts) => {
      const incidents = incidentsOf(history);
      const run = (edges: readonly number[]) => {
        const ids = countingIds();
        let kept: readonly Notice[] = [];
        const told: string[] = [];
        for (let i = 0; i + 1 < edges.length; i++) {
          const latest = [
            ...new Map(
              kept.toSorted((a, b) => a.occurrence - b.occurrence)
                .map((one) => [`${one.kind} ${one.incidentKey}`, one]),
            ).values(),
          ];
          const { opened, changed } = openNotices(
            incidents.slice(edges[i], edges[i + 1]),
            latest,
            () => ids.next("ntc"),
          );
          told.push(...opened.map(({ id }) => id));
          kept = [
            ...kept.map((one) =>
              changed.find(({ id }) => id === one.id) ?? one
            ),
            ...opened,
          ];
        }
        assert.equal(new Set(told).size, told.length);
        return kept.map(({ id: _, ...notice }) => notice);
      };
      const whole = run([0, incidents.length]);
      const parts = run(
        [
          0,
          ...cuts.map((cut) => Math.min(cut, incidents.length)),
          incidents.length,
        ]
          .toSorted((a, b) => a - b),
      );
      assert.deepEqual(parts, whole);
      assert.equal(
        whole.reduce((sum, { count }) => sum + count, 0),
        incidents.length,
      );
      // Of one kind and key no two are open at a time.
      for (const one of whole) {
        const next = whole.find((other) =>
          other.kind === one.kind && other.incidentKey === one.incidentKey &&
          other.occurrence === one.occurrence + 1
        );
        if (next) assert(!isOpen(one as Notice, next.openedAt));
      }
    },
  ));
});

Deno.test("an end that comes before its beginning, as jobs may, leaves nothing open", () => {
  const ids = countingIds();
  const later = plusMs(SAMPLE_AT, 1_000);
  const beginning = incidentOf(degraded(cons[0]), SAMPLE_AT)!;
  const end = incidentOf({
    ...degraded(cons[0]),
    type: "CONNECTION_RESTORED",
  } as Fact, later)!;
  const first = openNotices([end], [], () => ids.next("ntc"));
  const second = openNotices(
    [beginning],
    first.opened,
    () => ids.next("ntc"),
  );
  assert.deepEqual(second.opened.map(({ closedAt }) => closedAt), [later]);
});

Deno.test("a failed notice is not told by another one", () => {
  const dead = (queue: string): Fact => ({
    type: "JOB_DEAD_LETTERED",
    payload: {
      dead_letter_id: sampleIds.next("dlt"),
      job_id: "x",
      queue,
      attempts: 5,
      records: 0,
      error_class: "TypeError",
      reason: "TypeError was thrown",
    },
  });
  const jobs = (queue: string) =>
    reactionsTo(sampleIds.next("ten"), 1, [dead(queue)]).length;
  assert.equal(incidentOf(dead("notifications:deliver"), SAMPLE_AT), null);
  assert.deepEqual(
    [jobs("notifications:deliver"), jobs("records:ingest")],
    [0, 1],
  );
});

Deno.test("an endpoint is disabled after five days in which nothing went well and two deliveries were given up", () => {
  const fail = (endpoint: Endpoint, days: number, isLast: boolean) =>
    afterFailure(endpoint, {
      isGone: false,
      isLast,
      now: plusMs(SAMPLE_AT, days * DAY_MS),
    });
  let endpoint = sampleEndpoint();
  for (const [days, isLast] of [[0, true], [4.9, true], [5, false]] as const) {
    endpoint = fail(endpoint, days, isLast);
    assert.equal(endpoint.disabledAt, null, String(days));
  }
  assert.equal(fail(endpoint, 5, true).disabledFor, "failing");
  const once = fail(fail(sampleEndpoint(), 0, false), 9, true);
  assert.equal(once.disabledAt, null, "one delivery says little");
  const after = fail(afterSuccess(endpoint), 5, true);
  assert.deepEqual([after.disabledAt, after.exhausted], [null, 1]);
  const asked = {
    ...endpoint,
    disabledAt: SAMPLE_AT,
    disabledFor: "asked",
  } as const;
  assert.equal(fail(asked, 9, true).disabledFor, "asked");
});
