import assert from "node:assert/strict";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const V1 = "/api/v1";
const CHANGED_TWO = {
  scanned: 2,
  changed: 2,
  unchanged: 0,
  passed_over: {
    changed_since: 0,
    category_archived: 0,
    undecided: 0,
    settled_by_person: 0,
    not_sorted: 0,
  },
  left: 0,
};

/**
 * Two records that a rule sorts, two that wait, and two that a person sorted: one as the draft would and one otherwise.
 * Of each pair the first says fuel, the second rail.
 */
async function company(trial: HttpTrial) {
  const { call, runJobs } = trial;
  const made = await call("POST", `${V1}/categories`, {
    categories: [{ name: "Travel" }, { name: "Fuel" }],
  });
  const [travel, fuel] = made.body["data"]!.map((one) => one["id"]!);
  const rule = await call("POST", `${V1}/rules`, {
    name: "cards are travel",
    when: { field: "description", op: "starts_with", value: "card" },
    then: { category_id: travel },
  });
  const texts = [
    "card fuel 1",
    "card rail 2",
    "cash fuel 3",
    "cash rail 4",
    "desk fuel 5",
    "desk rail 6",
  ];
  const sent = await call("POST", `${V1}/records`, {
    records: texts.map((description, i) => ({
      external_id: `r-${i}`,
      description,
      occurred_at: `2026-01-0${i + 1}`,
      amount: { minor: -100 * i, currency: "GBP" },
      attributes: {},
    })),
  });
  const ids = sent.body["record_ids"] as unknown as readonly string[];
  await runJobs();
  for (const i of [4, 5]) {
    await call("PATCH", `${V1}/records/${ids[i]}`, { category_id: fuel });
  }
  await runJobs();
  return { travel: travel!, fuel: fuel!, rule: rule.body["id"]!, ids };
}

const fuelRule = (fuel: string) => ({
  name: "fuel",
  when: {
    all: [
      { field: "description", op: "contains", value: "fuel" },
      { field: "direction", op: "equals", value: "out" },
    ],
  },
  then: { category_id: fuel, counterparty: "A pump" },
});

async function recordsOf({ call }: HttpTrial, ids: readonly string[]) {
  const records = await Promise.all(
    ids.map(async (id) => (await call("GET", `${V1}/records/${id}`)).body),
  );
  return records as unknown as Record<string, unknown>[];
}

/** What an undo must give back: all but the version, and the traces that were replaced. */
async function contentOf(trial: HttpTrial, ids: readonly string[]) {
  return (await recordsOf(trial, ids)).map((
    { version: _, earlier_traces: __, ...rest },
  ) => rest);
}

/** Trying rules before they act, applying them to history, and taking that back. */
export function ruleRunTests(test: TestOn): void {
  test("a back-test tells what a draft would do, and writes nothing else", async (trial) => {
    const { call, runJobs, events } = trial;
    const { travel, fuel, rule, ids } = await company(trial);
    const before = await recordsOf(trial, ids);
    const known = (await events()).length;
    const asked = await call("POST", `${V1}/rules/backtest`, {
      changes: [{ op: "create", rule: fuelRule(fuel), position: 0 }],
    });
    assert.equal(asked.status, 202, asked.text);
    assert.equal(asked.body["state"], "waiting");
    await runJobs();
    const { body } = await call(
      "GET",
      `${V1}/rules/backtests/${asked.body["id"]}`,
    );
    const report = body["report"] as unknown as Record<string, unknown>;
    const created = (body["changes"] as unknown as { rule_id: string }[])[0]!
      .rule_id;
    assert.deepEqual(
      [body["state"], body["progress"] as unknown],
      ["done", { scanned: 6, total: 6 }],
    );
    const [rules, rest] = [report["rules"], { ...report, rules: 0 }];
    assert.deepEqual(rest, {
      changed: 2,
      becomes: { settled: 1, review: 0, undecided: 0, kept: 1 },
      fields: { category_id: 1, counterparty: 2 },
      agreement: {
        before: { right: 0, wrong: 0, undecided: 2 },
        after: { right: 1, wrong: 0, undecided: 1 },
      },
      reviews: { saved: 2, added: 0 },
      model_calls: { saved: 0 },
      rules: 0,
    });
    assert.deepEqual(rules, [{
      rule_id: created,
      name: "fuel",
      version: 1,
      decides: 2,
      changes: 2,
      right: 1,
      wrong: 0,
      now_undecided: 0,
      examples: { right: [ids[4]], wrong: [], now_undecided: [] },
    }, {
      rule_id: rule,
      name: "cards are travel",
      version: 1,
      decides: 2,
      changes: 0,
      right: 0,
      wrong: 0,
      now_undecided: 0,
      examples: { right: [], wrong: [], now_undecided: [] },
    }]);
    const page = await call(
      "GET",
      `${V1}/rules/backtests/${asked.body["id"]}/changes?limit=1`,
    );
    const [first] = page.body["data"] as unknown as Record<string, unknown>[];
    assert.equal(first!["record_id"], ids[4]);
    assert.deepEqual(first!["changes"], [{
      field: "counterparty",
      before: "desk fuel",
      after: "A pump",
      rule_id: created,
      rule_version: 1,
    }]);
    const next = await call(
      "GET",
      `${V1}/rules/backtests/${asked.body["id"]}/changes?cursor=${
        page.body["next_cursor"]
      }`,
    );
    const [second] = next.body["data"] as unknown as Record<string, unknown>[];
    assert.deepEqual(
      [second!["record_id"], second!["becomes"]],
      [ids[2], "settled"],
    );
    assert.deepEqual(second!["changes"], [
      change("category_id", null, fuel, created),
      change("counterparty", "cash fuel", "A pump", created),
    ]);
    assert.deepEqual(await recordsOf(trial, ids), before);
    const { body: list } = await call("GET", `${V1}/rules`);
    assert.deepEqual([list["data"]!.length, list["ruleset_version"]], [1, 1]);
    const later = (await events()).slice(known).map(({ type }) => type);
    assert.deepEqual(later, ["RULES_BACKTEST_REQUESTED", "REPORT_GENERATED"]);
    assert(travel);
  });

  test("the diff shown is the diff applied, and undoing it gives everything back", async (trial) => {
    const { call, runJobs } = trial;
    const { fuel, ids } = await company(trial);
    const before = await contentOf(trial, ids);
    const queueBefore = (await call("GET", `${V1}/approvals`)).body["data"];
    const { body: backtest } = await call("POST", `${V1}/rules/backtest`, {
      changes: [{ op: "create", rule: fuelRule(fuel), position: 0 }],
    });
    await runJobs();
    const path = `${V1}/rules/backtests/${backtest["id"]}`;
    const shown = (await call("GET", `${path}/changes`)).body["data"]!;
    const activated = await call("POST", `${path}/activate`, {
      apply_to_history: true,
    });
    assert.equal(activated.body["ruleset_version"] as unknown, 2);
    await runJobs();
    const run = `${V1}/rules/runs/${activated.body["run_id"]}`;
    const done = await call("GET", run);
    assert.deepEqual(
      [done.body["state"], done.body["counts"] as unknown],
      [
        "applied",
        { ...CHANGED_TWO, restored: 0, kept: 0 },
      ],
    );
    const applied = (await call("GET", `${run}/changes`)).body["data"]!;
    const told = (diffs: typeof applied) =>
      diffs.map(({ record_id, becomes, changes }) => ({
        record_id,
        becomes,
        changes,
      }));
    assert.deepEqual(told(applied), told(shown));
    const now = await contentOf(trial, ids);
    assert.deepEqual(
      now.map((record) => [record["category_id"], record["counterparty"]]),
      before.map((
        record,
        i,
      ) => [
        i === 2 ? fuel : record["category_id"],
        i === 2 || i === 4 ? "A pump" : record["counterparty"],
      ]),
    );
    const queueNow = (await call("GET", `${V1}/approvals`)).body["data"]!;
    assert.deepEqual(queueNow.map((one) => one["record"]!["id"]), [ids[3]]);

    await call("POST", `${run}/undo`);
    await runJobs();
    const undone = await call("GET", run);
    assert.deepEqual(
      [undone.body["state"], undone.body["counts"] as unknown],
      [
        "undone",
        { ...CHANGED_TWO, restored: 2, kept: 0 },
      ],
    );
    assert.deepEqual(await contentOf(trial, ids), before);
    const queueAfter = (await call("GET", `${V1}/approvals`)).body["data"]!;
    const told2 = (queue: typeof queueAfter) =>
      queue.map(({ id, record }) => [id, record!["id"]]);
    assert.deepEqual(told2(queueAfter), told2(queueBefore!));
    assert.equal(
      (await call("GET", `${V1}/events/verify`)).body["ok"] as unknown,
      true,
    );
  });

  test("a rule applied to history leaves what people settled, and its undo leaves what they changed since", async (trial) => {
    const { call, runJobs, events } = trial;
    const { fuel, travel, ids } = await company(trial);
    const made = await call("POST", `${V1}/rules?position=0`, fuelRule(fuel));
    const before = await contentOf(trial, ids);
    const started = await call(
      "POST",
      `${V1}/rules/${made.body["id"]}/apply`,
      { filter: { to: "2026-01-05" } },
    );
    assert.deepEqual([started.status, started.body["state"]], [
      202,
      "applying",
    ]);
    await runJobs();
    const run = `${V1}/rules/runs/${started.body["id"]}`;
    // The amount of the first is 0, which does not go out.
    const changed = (await call("GET", `${run}/changes`)).body["data"]!;
    assert.deepEqual(changed.map((one) => one["record_id"]), [ids[2]]);
    const facts = (await events()).filter(({ type, payload }) =>
      type === "RECORD_UPDATED" && payload["run_id"] === started.body["id"]
    );
    assert.deepEqual(facts.map(({ payload }) => payload), [{
      record_id: ids[2],
      run_id: started.body["id"],
      before: { category_id: null, counterparty: "cash fuel" },
      after: { category_id: fuel, counterparty: "A pump" },
    }]);

    await call("PATCH", `${V1}/records/${ids[2]}`, { category_id: travel });
    await runJobs();
    await call("POST", `${run}/undo`);
    await runJobs();
    const [diff] = (await call("GET", `${run}/changes`)).body["data"]!;
    assert.deepEqual(diff!["undone"] as unknown, {
      restored: ["counterparty"],
      left: [{ field: "category_id", because: "settled_by_person" }],
    });
    const after = await contentOf(trial, ids);
    assert.deepEqual(
      [after[2]!["category_id"], after[2]!["counterparty"]],
      [travel, before[2]!["counterparty"]],
    );
    const again = problem(await call("POST", `${run}/undo`));
    assert.deepEqual([again.status, again.type], [409, "run.undone"]);
  });

  test("two runs undone in either order give back what was there before them, whatever their fields are called", async (trial) => {
    const { call, runJobs } = trial;
    const { fuel, travel, ids } = await company(trial);
    const before = await contentOf(trial, ids);
    const told = (queue: readonly { readonly [name: string]: unknown }[]) =>
      queue.map(({ id }) => id);
    const queue = async () =>
      told((await call("GET", `${V1}/approvals`)).body["data"]!);
    const queueBefore = await queue();
    const apply = async (name: string, category: string, value: string) => {
      const made = await call("POST", `${V1}/rules?position=0`, {
        name,
        when: { field: "description", op: "starts_with", value: "c" },
        then: {
          category_id: category,
          counterparty: name,
          attributes: { constructor: value, toString: "v" },
        },
      });
      assert.equal(made.status, 201, made.text);
      const run = await call(
        "POST",
        `${V1}/rules/${made.body["id"]}/apply`,
        {},
      );
      await runJobs();
      return `${V1}/rules/runs/${run.body["id"]}`;
    };
    const undo = async (run: string) => {
      assert.equal((await call("POST", `${run}/undo`)).status, 202);
      await runJobs();
      assert.equal((await call("GET", run)).body["state"], "undone");
    };
    for (const order of [[0, 1], [1, 0]]) {
      const runs = [
        await apply("one", travel, "a"),
        await apply("two", fuel, "b"),
      ];
      assert.deepEqual(
        (await contentOf(trial, [ids[0]!, ids[3]!]))
          .map(({ category_id, attributes }) => [category_id, attributes]),
        [
          [fuel, { constructor: "b", toString: "v" }],
          [fuel, { constructor: "b", toString: "v" }],
        ],
      );
      for (const i of order) await undo(runs[i]!);
      assert.deepEqual(await contentOf(trial, ids), before, `${order}`);
      assert.deepEqual(await queue(), queueBefore);
      const { body } = await call("GET", `${runs[0]}/changes`);
      for (const diff of body["data"]!) {
        assert.deepEqual((diff["undone"] as unknown as { left: [] }).left, []);
      }
    }
  });

  test("a back-test that is stale, unfinished, of a sample or activated already is refused", async (trial) => {
    const { call, runJobs } = trial;
    const { fuel, travel, rule, ids } = await company(trial);
    const ask = async (body = {}) =>
      (await call("POST", `${V1}/rules/backtest`, {
        changes: [{ op: "create", rule: fuelRule(fuel), position: 0 }],
        ...body,
      })).body["id"]!;
    const activate = (id: string, body = {}) =>
      call("POST", `${V1}/rules/backtests/${id}/activate`, body);
    const one = await ask();
    assert.equal(problem(await activate(one)).type, "backtest.unfinished");
    const sampled = await ask({ sample_percent: 50 });
    await runJobs();
    const history = { apply_to_history: true };
    assert.equal(
      problem(await activate(sampled, history)).type,
      "backtest.sampled",
    );
    await call("PATCH", `${V1}/records/${ids[2]}`, { category_id: travel });
    const moved = problem(await activate(one, history));
    assert.deepEqual([moved.type, moved.records], ["backtest.stale", 1]);
    const two = await ask();
    await runJobs();
    assert.equal((await activate(two, history)).status, 200);
    assert.equal(problem(await activate(two)).type, "backtest.activated");
    assert.equal(problem(await activate(one)).type, "backtest.stale");
    await runJobs();
    assert.equal((await call("DELETE", `${V1}/rules/${rule}`)).status, 204);
  });

  test("a record is left, and counted, whose category was archived before the run came to it", async (trial) => {
    const { call, runJobs } = trial;
    const { fuel, ids } = await company(trial);
    const made = await call("POST", `${V1}/rules?position=0`, fuelRule(fuel));
    const before = await contentOf(trial, ids);
    const run = await call("POST", `${V1}/rules/${made.body["id"]}/apply`, {});
    await call("PATCH", `${V1}/categories/${fuel}`, { archived: true });
    await runJobs();
    const { body } = await call("GET", `${V1}/rules/runs/${run.body["id"]}`);
    const { changed, left } = body["counts"] as unknown as Record<
      string,
      number
    >;
    // What a person put into the category since is there, and gets its counterparty.
    assert.deepEqual([body["state"], changed, left], ["applied", 1, 1]);
    assert.deepEqual((await contentOf(trial, ids))[2], before[2]);
  });

  test("where a back-test is demanded, rules change no other way", async (trial) => {
    const { call, runJobs } = trial;
    const { fuel, rule } = await company(trial);
    await call("PATCH", `${V1}/tenant`, { require_backtest: true });
    const refused = await Promise.all([
      call("POST", `${V1}/rules`, fuelRule(fuel)),
      call("PATCH", `${V1}/rules/${rule}`, { enabled: false }),
      call("DELETE", `${V1}/rules/${rule}`),
      call("PUT", `${V1}/rules/order`, { rule_ids: [rule] }),
    ]);
    assert.deepEqual(
      refused.map((one) => [one.status, problem(one).type]),
      refused.map(() => [409, "rule.backtest_required"]),
    );
    const changes = [
      { op: "change", rule_id: rule, change: { enabled: false } },
    ];
    const blind = await call("POST", `${V1}/rules/backtest`, {
      changes,
      filter: { to: "1950-01-01" },
    });
    await runJobs();
    const unseen = await call(
      "POST",
      `${V1}/rules/backtests/${blind.body["id"]}/activate`,
      {},
    );
    assert.deepEqual(
      [unseen.status, problem(unseen).type],
      [409, "backtest.nothing_seen"],
    );
    const asked = await call("POST", `${V1}/rules/backtest`, { changes });
    await runJobs();
    const path = `${V1}/rules/backtests/${asked.body["id"]}`;
    assert.equal((await call("POST", `${path}/activate`, {})).status, 200);
    const { body } = await call("GET", `${V1}/rules/${rule}`);
    assert.equal(body["enabled"] as unknown, false);
  });

  test("an earlier set of rules is given back, back-tested as any other change", async (trial) => {
    const { call, runJobs } = trial;
    const { fuel, travel, rule } = await company(trial);
    const last = await call("POST", `${V1}/rules`, fuelRule(fuel));
    const first = (await call("POST", `${V1}/rules?position=0`, {
      ...fuelRule(fuel),
      name: "soon gone",
    })).body["id"]!;
    const then = (await call("GET", `${V1}/rules`)).body;
    await call("DELETE", `${V1}/rules/${first}`);
    await call("PATCH", `${V1}/rules/${rule}`, { name: "renamed" });
    await call("PUT", `${V1}/rules/order`, {
      rule_ids: [last.body["id"], rule],
    });
    await call("POST", `${V1}/rules`, {
      ...fuelRule(travel),
      name: "one too many",
    });
    const version = then["ruleset_version"];
    const restore = { op: "restore", ruleset_version: version };
    const asked = await call("POST", `${V1}/rules/backtest`, {
      changes: [restore],
    });
    assert.equal(asked.status, 202, asked.text);
    await runJobs();
    const path = `${V1}/rules/backtests/${asked.body["id"]}/activate`;
    assert.equal((await call("POST", path, {})).status, 200);
    const now = (await call("GET", `${V1}/rules`)).body;
    const said = (rules: typeof now) =>
      rules["data"]!.map(({ name, when, then, enabled }) => ({
        name,
        when,
        then,
        enabled,
      }));
    assert.deepEqual(said(now), said(then));
    const ids = now["data"]!.map(({ id }) => id);
    assert.deepEqual(ids.slice(1), [rule, last.body["id"]]);
    assert.notEqual(ids[0], first);
    const gone = problem(
      await call("POST", `${V1}/rules/backtest`, {
        changes: [{ op: "restore", ruleset_version: 2_147_483_647 }],
      }),
    );
    assert.deepEqual(
      [gone.status, gone.type, gone.errors?.[0]?.pointer],
      [422, "backtest.unknown_version", "/changes/0/ruleset_version"],
    );
    const same = problem(
      await call("POST", `${V1}/rules/backtest`, {
        changes: [{ op: "restore", ruleset_version: now["ruleset_version"] }],
      }),
    );
    assert.deepEqual([same.status, same.type], [
      422,
      "backtest.nothing_to_restore",
    ]);
    const beside = problem(
      await call("POST", `${V1}/rules/backtest`, {
        changes: [restore, { op: "remove", rule_id: rule }],
      }),
    );
    assert.deepEqual([beside.status, beside.type], [422, "backtest.not_alone"]);
  });

  test("a draft that cannot be made is refused at its place", async (trial) => {
    const { call } = trial;
    const { rule, fuel } = await company(trial);
    const gone = { op: "remove", rule_id: rule };
    const refused = problem(
      await call("POST", `${V1}/rules/backtest`, {
        changes: [
          { op: "create", rule: fuelRule(fuel) },
          gone,
          gone,
        ],
      }),
    );
    assert.deepEqual(
      [refused.status, refused.type, refused.errors?.[0]?.pointer],
      [422, "rule.unknown", "/changes/2"],
    );
  });
}

/** A problem document, its type as the failure's kind. */
function problem(answer: { readonly body: unknown }) {
  const body = answer.body as {
    readonly status: number;
    readonly type: string;
    readonly records?: number;
    readonly errors?: readonly { readonly pointer: string }[];
  };
  return { ...body, type: body.type.split("#")[1] };
}

function change(
  field: string,
  before: unknown,
  after: unknown,
  rule_id: string,
) {
  return { field, before, after, rule_id, rule_version: 1 };
}
