import assert from "node:assert/strict";
import { incoming } from "../support/trial.ts";
import { kindOf, made, MARCH, type Table } from "./reports_client.ts";
import type { TestOn } from "./tests_on.ts";

/** Reports from the request to the download, on a given storage. */
export function reportTests(test: TestOn): void {
  test("a report is asked for, made, told of, downloaded and linked; its figures stay", async (trial) => {
    const { call, send, runJobs, events, as } = trial;
    const [rent] = await trial.categories("Rent");
    await send(
      incoming({ description: '=HYPERLINK("evil")', counterparty: "+Ann" }),
      incoming({ amount: { minor: "100000000000000001", currency: "JPY" } }),
      incoming({ amount: { minor: "-1234", currency: "KWD" } }),
      incoming({ amount: null }),
      incoming({ occurredAt: "2026-02-20T00:00:00.000Z" }),
      incoming({ occurredAt: "2026-01-20T00:00:00.000Z" }),
    );
    await runJobs();
    await trial.giveAll(() => rent!);
    await runJobs();
    const asked = await call("POST", "/api/v1/reports", {
      kind: "spend",
      ...MARCH,
      compare: "previous_period",
    });
    assert.equal(asked.status, 202, asked.text);
    const id = asked.body["id"]!;
    const path = `/api/v1/reports/${id}`;
    assert.deepEqual([asked.body["state"], asked.body["progress"]], [
      "waiting",
      { done: 0, total: null },
    ]);
    const early = await call("GET", `${path}/download`);
    assert.deepEqual([early.status, kindOf(early)], [409, "report.unfinished"]);
    await runJobs();

    const done = await call("GET", path);
    assert.equal(done.body["state"], "done", done.text);
    assert.deepEqual(done.body["progress"], { done: 20, total: 20 });
    assert.equal(done.body["rows"] as unknown, 4);
    const [totals, groups] = done.body["figures"] as unknown as Table[];
    assert.deepEqual(totals!.rows, [
      ["No amount", 1, null, null, null, 0, null, null, null, null],
      [
        "GBP",
        1,
        "12.50",
        "0.00",
        "-12.50",
        1,
        "12.50",
        "0.00",
        "-12.50",
        "0.00",
      ],
      [
        "JPY",
        1,
        "0",
        "100000000000000001",
        "100000000000000001",
        0,
        "0",
        "0",
        "0",
        "100000000000000001",
      ],
      [
        "KWD",
        1,
        "1.234",
        "0.000",
        "-1.234",
        0,
        "0.000",
        "0.000",
        "0.000",
        "-1.234",
      ],
    ]);
    assert.deepEqual(groups!.rows.map((row) => [row[1], row[2], row[3]]), [
      ["Rent", "GBP", 1],
      ["Rent", "JPY", 1],
      ["Rent", "KWD", 1],
      ["Rent", "No amount", 1],
    ]);
    const types = (await events()).map(({ type }) => type)
      .filter((type) => type.startsWith("REPORT"));
    assert.deepEqual(types, ["REPORT_REQUESTED", "REPORT_GENERATED"]);
    const notices = await call("GET", "/api/v1/notifications/notices");
    const notice = notices.body["data"]!.find((one) =>
      one["kind"] === "report_ready"
    );
    assert.equal(notice?.["path"], `${path}/download`, notices.text);

    const csv = await call("GET", `${path}/download?format=csv`);
    assert.deepEqual(
      ["content-type", "content-disposition", "content-security-policy"]
        .map((name) => csv.headers.get(name)),
      [
        "text/csv; charset=utf-8; header=present",
        `attachment; filename="spend-2026-03-01-2026-04-01.csv"; filename*=UTF-8''spend-2026-03-01-2026-04-01.csv`,
        "sandbox; default-src 'none'",
      ],
    );
    assert(
      csv.text.includes(`"'=HYPERLINK(""evil"")",'+Ann,-12.50,API`),
      csv.text,
    );
    const json = await call("GET", `${path}/download?format=json`);
    const rows = json.body["rows"] as unknown as Record<string, unknown>[];
    assert.deepEqual(
      rows.map((row) => [row["amount"], row["currency"], row["category"]]),
      [
        ["-12.50", "GBP", "Rent"],
        ["100000000000000001", "JPY", "Rent"],
        ["-1.234", "KWD", "Rent"],
        [null, null, "Rent"],
      ],
    );
    const best = await call("GET", `${path}/download`);
    assert.equal(best.headers.get("content-type"), "text/html; charset=utf-8");
    assert.match(best.text, /<svg class="chart"/);
    assert.doesNotMatch(best.text, /<script|src=|href=/);
    assert(best.text.includes("=HYPERLINK(&quot;evil&quot;)"));

    const link = await call("GET", `${path}/link?format=csv`);
    assert.equal(link.status, 200, link.text);
    const { pathname } = new URL(link.body["url"]!);
    assert.equal((await as(null)("GET", pathname)).text, csv.text);
    trial.clock.advance(301_000);
    assert.equal((await as(null)("GET", pathname)).status, 404);
    const fresh = await call("GET", `${path}/link?format=csv`);
    const again = await as(null)("GET", new URL(fresh.body["url"]!).pathname);
    assert.equal(again.text, csv.text);

    await send(incoming());
    await runJobs();
    const later = await call("GET", path);
    assert.deepEqual(later.body["figures"], done.body["figures"]);
  });

  test("every kind has figures in every format", async (trial) => {
    const { send, runJobs } = trial;
    const [rent] = await trial.categories("Rent");
    await send(incoming(), incoming(), incoming());
    await runJobs();
    await trial.giveAll(() => rent!);
    await send(incoming({ description: "nothing alike at all" }));
    await runJobs();
    const wide = { from: "2025-01-01", to: "2027-01-01" };
    const expected: Record<string, readonly string[]> = {
      automation: ["totals", "sources", "over_time"],
      reviewer_activity: ["reviewers"],
      rule_performance: ["rules"],
      exceptions: ["counts"],
      audit_trail: ["types"],
    };
    for (const [kind, names] of Object.entries(expected)) {
      const id = await made(trial, {
        kind,
        ...wide,
        compare: "previous_period",
      });
      const { body } = await trial.call("GET", `/api/v1/reports/${id}`);
      const tables = body["figures"] as unknown as Table[];
      assert.deepEqual(tables.map(({ name }) => name), names, kind);
      for (const format of ["json", "csv", "html", "xlsx"]) {
        const file = await trial.call(
          "GET",
          `/api/v1/reports/${id}/download?format=${format}`,
        );
        assert.equal(file.status, 200, `${kind} ${format}`);
        assert(file.text.length > 100, `${kind} ${format}`);
      }
      if (kind === "reviewer_activity") {
        assert.deepEqual(tables[0]!.rows[0]!.slice(1, 6), ["Ann", 3, 0, 3, 0]);
      }
      if (kind === "automation") {
        assert.deepEqual(tables[0]!.rows.slice(0, 3), [
          ["decided", 4, null, null, 0],
          ["settled", 0, null, null, 0],
          ["left_to_people", 4, null, null, 0],
        ]);
      }
    }
  });

  test("each kind is narrowed to some records, a member or a kind of event; its rows are those of its figures", async (trial) => {
    const { call, send, runJobs, clock } = trial;
    const [rent] = await trial.categories("Rent");
    const sources = await Promise.all(["Bank", "Cards"].map(async (name) => {
      const body = { kind: "api", name };
      const made = await call("POST", "/api/v1/connections", body);
      assert.equal(made.status, 201, made.text);
      return made.body["id"] as `con_${string}`;
    }));
    const [bank, cards] = sources as [`con_${string}`, `con_${string}`];
    const rule = await call("POST", "/api/v1/rules", {
      name: "Rent",
      when: { field: "description", op: "contains", value: "rent" },
      then: { category_id: rent },
    });
    assert.equal(rule.status, 201, rule.text);
    await send(
      incoming({ connectionId: bank, description: "rent of March" }),
      incoming({ connectionId: bank }),
      incoming({ connectionId: cards, description: "rent of the shop" }),
      incoming({ connectionId: cards, description: "rent of the yard" }),
      incoming({ connectionId: cards }),
    );
    await runJobs();
    // What the bank sent is decided by the key.
    for (const { id, recordId } of await trial.waiting()) {
      const { connectionId } = await trial.record(recordId);
      if (connectionId !== bank) continue;
      const decision = { approval_id: id, verdict: "override" };
      const decided = await call("POST", "/api/v1/approvals/decide-many", {
        decisions: [{ ...decision, category_id: rent }],
      });
      assert.equal(decided.status, 200, decided.text);
    }
    clock.advance(40 * 86_400_000);
    const wide = { from: "2025-01-01", to: "2027-01-01" };
    const report = async (kind: string, filters: object) => {
      const id = await made(trial, { kind, ...wide, filters });
      const { body } = await call("GET", `/api/v1/reports/${id}`);
      assert.deepEqual(body["filters"], filters);
      const path = `/api/v1/reports/${id}/download?format=json`;
      const file = (await call("GET", path)).body as unknown as {
        readonly rows: readonly Record<string, unknown>[];
        readonly report: { readonly filters: object };
      };
      assert.deepEqual(file.report.filters, filters);
      const tables = body["figures"] as unknown as Table[];
      return { rows: file.rows, tables };
    };
    const decided = async (filters: object) =>
      (await report("automation", filters)).tables[0]!.rows.slice(0, 2)
        .map(([, count]) => count);
    assert.deepEqual(await decided({}), [5, 3]);
    assert.deepEqual(await decided({ connection_id: bank }), [2, 1]);
    assert.deepEqual(await decided({ connection_id: cards }), [3, 2]);
    assert.deepEqual(
      await decided({ connection_id: cards, category_id: rent }),
      [2, 2],
    );
    const hits = async (filters: object) =>
      (await report("rule_performance", filters)).tables[0]!.rows
        .map((row) => row[2]);
    assert.deepEqual(await hits({ connection_id: cards }), [2]);
    assert.deepEqual(await hits({ rule_id: rule.body["id"] }), [3]);
    const reviewers = async (filters: object) =>
      (await report("reviewer_activity", filters)).tables[0]!.rows
        .map((row) => row[2]);
    assert.deepEqual(await reviewers({}), [1]);
    assert.deepEqual(await reviewers({ connection_id: bank }), [1]);
    assert.deepEqual(await reviewers({ connection_id: cards }), []);
    assert.deepEqual(await reviewers({ member_id: trial.owner.id }), []);
    const open = async (filters: object) => {
      const { rows, tables } = await report("exceptions", filters);
      const counts = tables[0]!.rows.filter((row) => row[2] !== 0)
        .map((row) => [row[0], row[2]]);
      return { rows: rows.length, counts };
    };
    assert.deepEqual(await open({ connection_id: bank }), {
      rows: 0,
      counts: [],
    });
    for (const more of [{}, { exception: "overdue" }]) {
      assert.deepEqual(await open({ connection_id: cards, ...more }), {
        rows: 1,
        counts: [["overdue", 1]],
      });
    }
    assert.deepEqual(await open({ exception: "failed" }), {
      rows: 0,
      counts: [],
    });
    const all = await trial.events();
    for (
      const [filters, fits] of [
        [{ event_type: "PROCESSED" }, ({ type }) => type === "PROCESSED"],
        [
          { member_id: trial.owner.id },
          ({ actor }) => actor === trial.owner.id,
        ],
        [
          { member_id: trial.owner.id, event_type: "CATEGORY_CREATED" },
          ({ actor, type }) =>
            actor === trial.owner.id && type === "CATEGORY_CREATED",
        ],
      ] as readonly (readonly [object, (one: typeof all[number]) => boolean])[]
    ) {
      const { rows, tables } = await report("audit_trail", filters);
      const told = all.filter(fits);
      assert(told.length > 0, JSON.stringify(filters));
      assert.deepEqual(
        rows.map((row) => row["seq"]),
        told.map(({ seq }) => seq),
      );
      const sum = tables[0]!.rows.reduce((sum, row) => sum + Number(row[1]), 0);
      assert.equal(sum, told.length);
    }
  });

  test("a schedule makes one report at each time, and one after a stop", async (trial) => {
    const { call, clock, runJobs, events } = trial;
    clock.set("2026-03-10T12:00:00.000Z");
    const body = {
      name: "Spend of the day",
      cron: "30 7 * * *",
      time_zone: "Europe/Berlin",
      covers: "previous_day",
      report: { kind: "spend", formats: [] },
    };
    const created = await call("POST", "/api/v1/report-schedules", body);
    assert.equal(created.status, 201, created.text);
    const path = `/api/v1/report-schedules/${created.body["id"]}`;
    assert.equal(created.body["next_at"], "2026-03-11T06:30:00.000Z");
    const reports = async () =>
      (await call("GET", `/api/v1/reports?schedule_id=${created.body["id"]}`))
        .body["data"]!.map((one) => [one["from"], one["to"], one["state"]]);
    await runJobs();
    assert.deepEqual(await reports(), []);
    clock.set("2026-03-11T06:30:00.000Z");
    await runJobs();
    const first = [
      "2026-03-09T23:00:00.000Z",
      "2026-03-10T23:00:00.000Z",
      "done",
    ];
    assert.deepEqual(await reports(), [first]);
    // Five times are missed, summer time begins among them.
    clock.set("2026-03-31T12:00:00.000Z");
    await runJobs();
    const last = [
      "2026-03-29T22:00:00.000Z",
      "2026-03-30T22:00:00.000Z",
      "done",
    ];
    assert.deepEqual(await reports(), [last, first]);
    const paused = await call("PATCH", path, { paused: true }, {
      "If-Match": '"3"',
    });
    assert.equal(paused.status, 200, paused.text);
    assert.equal(paused.body["next_at"], null);
    clock.set("2026-04-05T12:00:00.000Z");
    await runJobs();
    const resumed = await call("PATCH", path, { paused: false });
    assert.equal(resumed.body["next_at"], "2026-04-06T05:30:00.000Z");
    assert.equal((await reports()).length, 2, "none is made up for a pause");
    assert.equal((await call("DELETE", path)).status, 204);
    clock.set("2026-04-07T12:00:00.000Z");
    await runJobs();
    assert.equal((await reports()).length, 2);
    assert.equal((await call("GET", path)).status, 404);
    const told = (await events()).map(({ type }) => type)
      .filter((type) => type.startsWith("REPORT_SCHEDULE"));
    assert.deepEqual(told, [
      "REPORT_SCHEDULE_CREATED",
      "REPORT_SCHEDULE_RAN",
      "REPORT_SCHEDULE_RAN",
      "REPORT_SCHEDULE_UPDATED",
      "REPORT_SCHEDULE_UPDATED",
      "REPORT_SCHEDULE_REMOVED",
    ]);
    for (
      const [wrong, pointer] of [
        [{ cron: "* * * * *" }, "/cron"],
        [{ cron: "0 7 * *" }, "/cron"],
        [{ cron: "0 7 31 2 *" }, "/cron"],
        [{ time_zone: "Mars/Olympus" }, "/time_zone"],
      ] as const
    ) {
      const answer = await call("POST", "/api/v1/report-schedules", {
        ...body,
        ...wrong,
      });
      assert.deepEqual(
        [answer.status, answer.body["errors"]?.[0]?.["pointer"]],
        [422, pointer],
      );
    }
  });

  test("erasing a record takes the files that may tell it, and totals stay", async (trial) => {
    const { call, send, runJobs, deps, tenant } = trial;
    const [rec] = await send(incoming({ counterparty: "Zelda Quince" }));
    await runJobs();
    const terms = { kind: "spend", grouping: "counterparty", ...MARCH };
    const id = await made(trial, {
      ...terms,
      filters: { counterparty: "Zelda Quince" },
    });
    const other = await made(trial, { kind: "automation", ...MARCH });
    const erased = await call("POST", "/api/v1/privacy/erasures", {
      record_ids: [rec],
    });
    assert.equal(erased.status, 202, erased.text);
    await runJobs();
    const path = `/api/v1/reports/${id}`;
    const left = await call("GET", path);
    assert(!left.text.includes("Zelda"), left.text);
    const tables = left.body["figures"] as unknown as Table[];
    assert.deepEqual(tables.map(({ name }) => name), ["totals"]);
    const gone = await call("GET", `${path}/download`);
    assert.deepEqual([gone.status, kindOf(gone)], [404, "report.file_gone"]);
    assert.equal(
      (await call("GET", `/api/v1/reports/${other}/download`)).status,
      200,
    );
    const files = await deps.files.list(`${tenant.id}/reports/`, 99, null);
    assert.equal(files.length, 4, "those of the other report");
    const anew = await made(trial, terms);
    const csv = await call(
      "GET",
      `/api/v1/reports/${anew}/download?format=csv`,
    );
    assert(!csv.text.includes("Zelda"));
  });
}
