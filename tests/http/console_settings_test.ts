import assert from "node:assert/strict";
import type { HttpTrialOptions } from "./http_trial.ts";
import { openConsole, SAME } from "./open_console.ts";
import { formIn, type SentForm } from "./sent_form.ts";
import { memberOf, tokenOf } from "./signed_in.ts";

const DECIDING = "/console/settings/deciding";
const SURENESS = `${DECIDING}/sureness`;
const TENANT = "/api/v1/tenant";
const CONFLICT = /Somebody else changed this while you were writing/;

/** Two who may change settings, each with a page of their own. */
async function two(options: HttpTrialOptions = {}) {
  const console = await openConsole(options);
  const { email } = await memberOf(console.trial, "admin");
  const person = (as: string) => ({
    open: async (page: string, action = page): Promise<SentForm> => {
      const { status, text } = await console.send("GET", page, { as });
      assert.equal(status, 200, page);
      return formIn(text, action);
    },
    save: async (action: string, form: SentForm) => {
      const answer = await console.send("POST", action, {
        as,
        form,
        headers: SAME,
      });
      const [cookie = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
      const said = answer.to === null ? answer : await console.send(
        "GET",
        answer.to,
        {
          as: null,
          headers: { Cookie: `__Host-balance_session=${as}; ${cookie}` },
        },
      );
      return { status: answer.status, text: said.text };
    },
  });
  return {
    ...console,
    ann: person(console.token),
    bo: person(await tokenOf(console.trial, email)),
    tenant: async () => (await console.trial.call("GET", TENANT)).body,
  };
}

Deno.test("two who change different settings both have theirs, and the second is told so", async () => {
  const { ann, bo, tenant } = await two();
  const [hers, his] = [
    await ann.open(DECIDING, SURENESS),
    await bo.open(
      DECIDING,
      SURENESS,
    ),
  ];
  const first = await bo.save(SURENESS, { ...his, audit_rate: "12.5" });
  assert.equal(first.status, 303);
  assert.doesNotMatch(first.text, /kept too/);
  const second = await ann.save(SURENESS, { ...hers, target_precision: "97" });
  assert.equal(second.status, 303);
  assert.match(second.text, /What somebody else changed meanwhile is kept too/);
  const { target_precision, audit_rate } = await tenant();
  assert.deepEqual([target_precision, audit_rate] as unknown, [0.97, 0.125]);
});

Deno.test("what somebody changes on another card is nobody's concern", async () => {
  const { ann, call, tenant } = await two();
  const form = await ann.open(DECIDING, SURENESS);
  await call("PATCH", TENANT, { name: "Foxglove", require_backtest: true });
  const saved = await ann.save(SURENESS, { ...form, target_precision: "97" });
  assert.equal(saved.status, 303);
  assert.doesNotMatch(saved.text, /kept too/);
  const { name, require_backtest } = await tenant();
  assert.deepEqual([name, require_backtest] as unknown, ["Foxglove", true]);
});

Deno.test("two who change the same setting: nothing is overwritten before the second saw what the first made of it", async () => {
  const { ann, bo, tenant } = await two();
  const [hers, his] = [
    await ann.open(DECIDING, SURENESS),
    await bo.open(
      DECIDING,
      SURENESS,
    ),
  ];
  await bo.save(SURENESS, { ...his, target_precision: "97", audit_rate: "7" });
  const refused = await ann.save(SURENESS, { ...hers, target_precision: "96" });
  assert.equal(refused.status, 409);
  assert.match(refused.text, CONFLICT);
  assert.match(refused.text, /“97” now stands there/);
  assert.doesNotMatch(refused.text, /“7” now stands there|tenant/);
  assert.equal((await tenant())["target_precision"] as unknown, 0.97);
  const shown = formIn(refused.text, SURENESS);
  assert.equal(shown["target_precision"], "96", "what she wrote is there");
  assert.equal(shown["audit_rate"], "7", "what she did not touch is his");
  // She has seen it, and decides.
  const decided = await ann.save(SURENESS, shown);
  assert.equal(decided.status, 303);
  assert.doesNotMatch(decided.text, /kept too/);
  const { target_precision, audit_rate } = await tenant();
  assert.deepEqual([target_precision, audit_rate] as unknown, [0.96, 0.07]);
});

Deno.test("a setting that changes once more after it was shown is shown once more", async () => {
  const { ann, call, tenant } = await two();
  const form = await ann.open(DECIDING, SURENESS);
  await call("PATCH", TENANT, { target_precision: 0.97 });
  const first = await ann.save(SURENESS, { ...form, target_precision: "96" });
  await call("PATCH", TENANT, { target_precision: 0.98 });
  const second = await ann.save(SURENESS, formIn(first.text, SURENESS));
  assert.equal(second.status, 409);
  assert.match(second.text, /“98” now stands there/);
  assert.equal((await tenant())["target_precision"] as unknown, 0.98);
});

Deno.test("a form that is refused for a wrong field loses nothing of others, also when it is mended", async () => {
  const { ann, call, tenant } = await two();
  const form = await ann.open(DECIDING, SURENESS);
  await call("PATCH", TENANT, { audit_rate: 0.2 });
  const wrong = await ann.save(SURENESS, { ...form, target_precision: "12" });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /One field needs another look/);
  const shown = formIn(wrong.text, SURENESS);
  assert.deepEqual([shown["target_precision"], shown["audit_rate"]], [
    "12",
    "20",
  ]);
  const mended = await ann.save(SURENESS, { ...shown, target_precision: "90" });
  assert.equal(mended.status, 303);
  const { target_precision, audit_rate } = await tenant();
  assert.deepEqual([target_precision, audit_rate] as unknown, [0.9, 0.2]);
});

Deno.test("a change that comes between reading and saving is kept, or shown", async () => {
  let between: (() => Promise<unknown>) | null = null;
  const { ann, call, tenant } = await two({
    wrap: (uow) => ({
      async run(permit, work) {
        if (permit.action === "tenant.write" && between) {
          const change = between;
          between = null;
          await change();
        }
        return uow.run(permit, work);
      },
    }),
  });
  const form = await ann.open(DECIDING, SURENESS);
  between = () => call("PATCH", TENANT, { audit_rate: 0.07 });
  const kept = await ann.save(SURENESS, { ...form, target_precision: "97" });
  assert.equal(kept.status, 303);
  const { target_precision, audit_rate } = await tenant();
  assert.deepEqual([target_precision, audit_rate] as unknown, [0.97, 0.07]);
  const again = await ann.open(DECIDING, SURENESS);
  between = () => call("PATCH", TENANT, { audit_rate: 0.08 });
  const shown = await ann.save(SURENESS, { ...again, audit_rate: "9" });
  assert.equal(shown.status, 409);
  assert.match(shown.text, /“8” now stands there/);
});

Deno.test("a setting with more digits than people write is kept to the last one by who changes another", async () => {
  const { ann, call, tenant } = await two();
  await call("PATCH", TENANT, { target_precision: 0.98765 });
  const form = await ann.open(DECIDING, SURENESS);
  assert.equal(form["target_precision"], "98.765");
  await ann.save(SURENESS, { ...form, audit_rate: "7" });
  assert.equal((await tenant())["target_precision"] as unknown, 0.98765);
});

Deno.test("of a category, a webhook and a connection too both changes are kept, or both are shown", async () => {
  const { ann, trial, call } = await two();
  const made = async (path: string, body: Readonly<Record<string, unknown>>) =>
    (await call("POST", path, body)).body["id"]!;
  const [above, below] = await trial.categories("Materials", "Nails");
  const url = "https://hooks.foxglove.example/";
  const kinds = ["limit_near", "rule_flagged"];
  const endpoint = await made("/api/v1/notifications/endpoints", {
    url,
    kinds,
  });
  const till = await made("/api/v1/connections", {
    kind: "webhook",
    name: "Till",
    settings: { scheme: "github" },
    secret: "a-secret-of-the-till-32-bytes-long",
  });
  const both = async (
    { page, theirs, mine, kept }: {
      readonly page: string;
      /** The other's change by the API: the path, the body. */
      readonly theirs: readonly [string, Readonly<Record<string, unknown>>];
      readonly mine: SentForm;
      /** What then stands in the form. */
      readonly kept: SentForm;
    },
  ) => {
    const form = await ann.open(page);
    assert.equal((await call("PATCH", ...theirs)).status, 200);
    const saved = await ann.save(page, { ...form, ...mine });
    assert.equal(saved.status, 303, saved.text);
    const after = await ann.open(page);
    for (const [name, value] of Object.entries(kept)) {
      assert.deepEqual(after[name], value, `${page} ${name}`);
    }
  };
  const category = `/console/settings/categories/${below}`;
  await both({
    page: category,
    theirs: [`/api/v1/categories/${below}`, { parent_id: above }],
    mine: { name: "Nails and bolts" },
    kept: { name: "Nails and bolts", parent_id: above! },
  });
  const webhook = `/console/settings/endpoints/${endpoint}`;
  await both({
    page: webhook,
    theirs: [`/api/v1/notifications/endpoints/${endpoint}`, {
      description: "Night",
      kinds: [...kinds, "limit_reached"],
    }],
    mine: { kinds: ["rule_flagged", "report_ready"] },
    kept: {
      url,
      description: "Night",
      kinds: ["limit_reached", "report_ready", "rule_flagged"],
    },
  });
  const edit = `/console/connections/${till}/edit`;
  await both({
    page: edit,
    theirs: [`/api/v1/connections/${till}`, {
      signing: { scheme: "stripe" },
    }],
    mine: { name: "Tills" },
    kept: { name: "Tills", settings: "scheme: stripe\ntolerance_s: 300" },
  });

  const choose = await ann.open(category);
  await call("PATCH", `/api/v1/categories/${below}`, { parent_id: null });
  const [wood] = await trial.categories("Wood");
  await call("PATCH", `/api/v1/categories/${below}`, { parent_id: wood });
  const chosen = await ann.save(category, { ...choose, parent_id: "" });
  assert.equal(chosen.status, 409);
  assert.match(chosen.text, /“Wood” now stands there/);

  // Below what was archived it stays, whatever else is changed.
  await call("PATCH", `/api/v1/categories/${wood}`, { archived: true });
  const named = await ann.open(category);
  await ann.save(category, { ...named, name: "Nails" });
  assert.equal((await ann.open(category))["parent_id"], wood);

  const write = await ann.open(edit);
  await call("PATCH", `/api/v1/connections/${till}`, {
    signing: { scheme: "standard" },
  });
  const wrote = await ann.save(edit, { ...write, settings: "scheme: github" });
  assert.equal(wrote.status, 409);
  assert.match(
    wrote.text,
    /This now stands there:<\/p><pre>scheme: standard\ntolerance_s: 300</,
  );
});

Deno.test("when people are told is changed by two at once too", async () => {
  const { ann, call } = await two();
  const path = "/api/v1/notifications/settings";
  const action = "/console/settings/notices";
  const form = await ann.open("/console/settings", action);
  await call("PUT", path, { digest_hour: 5, review_queue_days: 3 });
  const other = await ann.save(action, { ...form, review_queue_days: "9" });
  assert.equal(other.status, 303);
  const now = (await call("GET", path)).body as unknown;
  assert.deepEqual(now, { digest_hour: 5, review_queue_days: 9 });
  const same = await ann.save(action, { ...form, digest_hour: "6" });
  assert.equal(same.status, 409);
  assert.match(same.text, /“05:00 UTC” now stands there/);
});

/** Each card: its page, what is written, and what the API then tells. */
const CARDS: readonly (readonly [
  page: string,
  card: string,
  sent: SentForm,
  told: Readonly<Record<string, unknown>>,
])[] = [
  ["", "/name", { name: " Foxglove  & Sons " }, { name: "Foxglove & Sons" }],
  ["/deciding", "/deciding/sureness", {
    target_precision: "99.9",
    audit_rate: "0",
  }, { target_precision: 0.999, audit_rate: 0 }],
  ["/deciding", "/deciding/likeness", {
    similarity_threshold: "",
    context_attributes: "cost_centre\r\n\r\n unit \r\n",
  }, {
    similarity_threshold: null,
    context_attributes: ["cost_centre", "unit"],
  }],
  ["/deciding", "/deciding/safeguards", {
    four_eyes_above: "500 GBP\n1000.50 eur\n20000 JPY",
    require_backtest: "on",
  }, {
    four_eyes_above: [
      { minor: 50_000, currency: "GBP" },
      { minor: 100_050, currency: "EUR" },
      { minor: 20_000, currency: "JPY" },
    ],
    require_backtest: true,
  }],
  ["/model", "/model/limits", {
    llm_enabled: [],
    usd_per_month: "12.5",
    tokens_per_month: "",
  }, {
    llm: { enabled: false, usd_per_month: "12.50", tokens_per_month: null },
  }],
  ["/model", "/model/choice", {
    model: "other-model",
    prompt_version: "1",
    temperature: "0.3",
  }, { llm: { model: "other-model", prompt_version: 1, temperature: 0.3 } }],
  ["/retention", "/retention", { raw_payloads: "", dead_letters: "14" }, {
    retention: { raw_payloads_days: null, dead_letters_days: 14 },
  }],
];

Deno.test("each card changes its own settings and leaves the others", async () => {
  const { ann, tenant } = await two();
  const { version: _, ...expected } = await tenant() as unknown as Record<
    string,
    unknown
  >;
  for (const [page, card, sent, told] of CARDS) {
    const action = `/console/settings${card}`;
    const form = await ann.open(`/console/settings${page}`, action);
    const saved = await ann.save(action, { ...form, ...sent });
    assert.equal(saved.status, 303, `${card} ${saved.text}`);
    for (const [name, value] of Object.entries(told)) {
      const isPart = typeof value === "object" && value !== null &&
        !Array.isArray(value);
      expected[name] = isPart
        ? { ...expected[name] as object, ...value }
        : value;
    }
    const { version: _, ...now } = await tenant() as unknown as Record<
      string,
      unknown
    >;
    assert.deepEqual(now, expected, card);
  }
});

const WRONG: readonly (readonly [
  page: string,
  card: string,
  sent: SentForm,
  told: string,
])[] = [
  ["", "/name", { name: "" }, "Name is missing"],
  [
    "",
    "/notices",
    { review_queue_days: "0" },
    "Days an item may wait is not a whole number from 1 to 365",
  ],
  [
    "/deciding",
    "/deciding/sureness",
    { audit_rate: "1e1" },
    "Audit rate is not a number from 0 to 100",
  ],
  [
    "/deciding",
    "/deciding/safeguards",
    { four_eyes_above: "500.00 GBP\n12,50 EUR" },
    "Two people decide above has a line that is not an amount such as 500.00 GBP: 12,50 EUR",
  ],
  [
    "/deciding",
    "/deciding/safeguards",
    { four_eyes_above: "500" },
    "Two people decide above has a line that is not an amount such as 500.00 GBP: 500",
  ],
  [
    "/deciding",
    "/deciding/safeguards",
    { four_eyes_above: "500 GBX" },
    "Two people decide above has a line that has no currency code such as GBP: 500 GBX",
  ],
  [
    "/deciding",
    "/deciding/safeguards",
    { four_eyes_above: "500 GBP\n600 GBP" },
    "Two people decide above names a currency twice",
  ],
  [
    "/deciding",
    "/deciding/safeguards",
    { four_eyes_above: "-5 GBP" },
    "Two people decide above has a line that is below zero: -5 GBP",
  ],
  [
    "/deciding",
    "/deciding/likeness",
    { context_attributes: "unit\nunit" },
    "What tells equal texts apart names one twice",
  ],
  [
    "/deciding",
    "/deciding/likeness",
    { context_attributes: "abcdefghijk".split("").join("\n") },
    "What tells equal texts apart has more than 10 lines",
  ],
  [
    "/model",
    "/model/limits",
    { usd_per_month: "a lot" },
    "US dollars a month is not an amount of dollars such as 12.50",
  ],
  [
    "/model",
    "/model/choice",
    { temperature: "2.1" },
    "Temperature is not a number from 0 to 2",
  ],
  [
    "/retention",
    "/retention",
    { reports: "3651" },
    "Reports is not a whole number from 1 to 3650",
  ],
];

for (const [page, card, sent, told] of WRONG) {
  const [[name, value]] = Object.entries(sent) as [[string, string]];
  Deno.test(`${card} tells at the field ${name} what is wrong with ${JSON.stringify(value)}, and saves nothing`, async () => {
    const { ann, tenant } = await two();
    const before = await tenant();
    const action = `/console/settings${card}`;
    const form = await ann.open(`/console/settings${page}`, action);
    const { status, text } = await ann.save(action, { ...form, ...sent });
    assert.equal(status, 422);
    assert.match(text, /<p>One field needs another look\.<\/p>/);
    assert(text.includes(`<a href="#field-${name}">${told}</a>`), text);
    assert(text.includes(`id="field-${name}-flaw">${told}</p>`), text);
    assert.equal(formIn(text, action)[name], value);
    assert.deepEqual(await tenant(), before);
  });
}

Deno.test("who may not change settings sees what holds, and no form", async () => {
  const { trial, send } = await openConsole();
  const { email } = await memberOf(trial, "viewer");
  const as = await tokenOf(trial, email);
  await trial.call("PATCH", TENANT, {
    four_eyes_above: [{ minor: 50_000, currency: "GBP" }],
    retention: { reports_days: null },
  });
  const page = async (path: string) => {
    const { text } = await send("GET", `/console/settings${path}`, { as });
    assert.doesNotMatch(text, /action="\/console\/settings/);
    return text.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
  };
  assert.match(await page(""), /Name Foxglove Joinery/);
  const deciding = await page("/deciding");
  assert.match(deciding, /Target precision 95 per cent/);
  assert.match(deciding, /Two people decide above 500\.00 GBP/);
  assert.match(deciding, /Rules change only through a back-test no/);
  assert.match(await page("/model"), /Tokens a month 5000000/);
  assert.match(await page("/retention"), /Reports for ever/);
});

Deno.test("who opened a member's page before the owner changed the role gives nobody the old one back", async () => {
  const { ann, bo, trial, call } = await two();
  const { id } = await memberOf(trial, "reviewer");
  const page = `/console/members/${id}`;
  const stale = await bo.open(page);
  const hers = await ann.open(page);
  assert.equal((await ann.save(page, { ...hers, role: "viewer" })).status, 303);
  const renamed = await bo.save(page, { ...stale, name: "Rae" });
  assert.equal(renamed.status, 303, renamed.text);
  assert.match(renamed.text, /What somebody else changed meanwhile is kept/);
  const member = async () => {
    const { data } = (await call("GET", "/api/v1/members"))
      .body as unknown as {
        readonly data: readonly Readonly<Record<string, string>>[];
      };
    const found = data.find((one) => one["id"] === id)!;
    return [found["name"], found["role"]];
  };
  assert.deepEqual(await member(), ["Rae", "viewer"]);
  const both = await bo.save(page, { ...stale, role: "admin" });
  assert.equal(both.status, 409);
  assert.match(both.text, CONFLICT);
  assert.match(both.text, /“Viewer: reads” now stands there/);
  assert.deepEqual(await member(), ["Rae", "viewer"]);
});

Deno.test("an admin is shown an owner without what only an owner may press", async () => {
  const { call, send, trial } = await openConsole();
  const { email } = await memberOf(trial, "admin");
  const as = await tokenOf(trial, email);
  const { data } = (await call("GET", "/api/v1/members")).body as unknown as {
    readonly data: readonly Readonly<Record<string, string>>[];
  };
  const owner = data.find(({ role }) => role === "owner")!;
  const page = `/console/members/${owner["id"]}`;
  const forms = async (as?: string) => {
    const { status, text } = await send("GET", page, as ? { as } : {});
    assert.equal(status, 200);
    return [...text.matchAll(/action="(\/console\/members[^"]*)"/g)]
      .map(([, action]) => action);
  };
  assert.deepEqual(await forms(as), []);
  assert.deepEqual(await forms(), [page, `${page}/sign-out`, `${page}/remove`]);
  // Pressed on a page from before: told why, and nothing is done.
  const pressed = await send("POST", `${page}/sign-out`, {
    as,
    form: {},
    headers: SAME,
  });
  assert.equal(pressed.status, 403);
  assert.match(pressed.text, /Only an owner may make or change owners/);
});

Deno.test("of a report schedule both changes are kept, also of its kind, or both are shown", async () => {
  const { ann, bo, call } = await two();
  const { id } = (await call("POST", "/api/v1/report-schedules", {
    name: "Monthly",
    cron: "0 7 1 * *",
    covers: "previous_month",
    report: { kind: "spend", grouping: "month", filters: { currency: "GBP" } },
  })).body;
  const page = `/console/reports/schedules/${id}`;
  const at = (kind: string) => `${page}?kind=${kind}`;
  const schedule = async () =>
    (await call("GET", `/api/v1/report-schedules/${id}`))
      .body as unknown as Readonly<Record<string, unknown>> & {
        readonly report: Readonly<Record<string, unknown>>;
      };
  const before = await schedule();
  const [hers, his] = [
    await ann.open(page, at("spend")),
    await bo.open(page, at("spend")),
  ];
  const first = await bo.save(at("spend"), {
    ...his,
    name: "Every month",
    formats: ["csv", "json"],
  });
  assert.equal(first.status, 303, first.text);
  assert.doesNotMatch(first.text, /kept too/);
  const kept = await ann.save(at("spend"), { ...hers, cron: "0 8 1 * *" });
  assert.equal(kept.status, 303, kept.text);
  assert.match(kept.text, /What somebody else changed meanwhile is kept too/);
  const { name, cron, time_zone, covers, report } = await schedule();
  assert.deepEqual([name, cron, time_zone, covers], [
    "Every month",
    "0 8 1 * *",
    before["time_zone"],
    before["covers"],
  ]);
  assert.deepEqual(report, { ...before.report, formats: ["json", "csv"] });

  const refused = await ann.save(at("spend"), { ...hers, name: "Months" });
  assert.equal(refused.status, 409);
  assert.match(refused.text, CONFLICT);
  assert.match(refused.text, /“Every month” now stands there/);
  assert.equal((await schedule())["name"], "Every month");
  const shown = formIn(refused.text, at("spend"));
  assert.deepEqual([shown["name"], shown["cron"]], ["Months", "0 8 1 * *"]);
  assert.equal((await ann.save(at("spend"), shown)).status, 303);

  // He makes it another report while she renames it.
  const named = await ann.open(page, at("spend"));
  const other = await bo.open(at("exceptions"), at("exceptions"));
  const turned = await bo.save(at("exceptions"), other);
  assert.equal(turned.status, 303, turned.text);
  await ann.save(at("spend"), { ...named, name: "Oddities" });
  const now = await schedule();
  assert.deepEqual([now["name"], now.report["kind"]], [
    "Oddities",
    "exceptions",
  ]);
  // What she narrows is not of his kind: nothing is saved before she saw it.
  const narrowed = await ann.save(at("spend"), {
    ...named,
    grouping: "category",
  });
  assert.equal(narrowed.status, 409);
  assert.equal(
    formIn(narrowed.text, at("exceptions"))["kind"],
    "exceptions",
  );
});

Deno.test("of a review queue both changes are kept, box by box, or both are shown", async () => {
  const { ann, bo, call, trial } = await two();
  const [nails] = await trial.categories("Nails");
  const { id } = (await call("POST", "/api/v1/review-queues", {
    name: "Large",
    conditions: { amount: { currency: "GBP", min: 100_000 } },
    sla_hours: 24,
  })).body;
  const page = `/console/review/queues/${id}`;
  const queue = async () =>
    ((await call("GET", "/api/v1/review-queues")).body as unknown as {
      readonly data: readonly Readonly<Record<string, unknown>>[];
    }).data[0]!;
  const [hers, his] = [await ann.open(page), await bo.open(page)];
  const first = await bo.save(page, {
    ...his,
    sla_hours: "48",
    assignees: ["reviewer"],
  });
  assert.equal(first.status, 303, first.text);
  assert.doesNotMatch(first.text, /kept too/);
  const kept = await ann.save(page, {
    ...hers,
    name: "Large ones",
    assignees: ["admin"],
    category_ids: [nails!],
  });
  assert.equal(kept.status, 303, kept.text);
  assert.match(kept.text, /What somebody else changed meanwhile is kept too/);
  const now = await queue();
  assert.deepEqual([now["name"], now["sla_hours"]], ["Large ones", 48]);
  assert.deepEqual(
    (now["assignees"] as readonly string[]).toSorted(),
    ["admin", "reviewer"],
  );
  const refused = await bo.save(page, { ...his, name: "Big" });
  assert.equal(refused.status, 409);
  assert.match(refused.text, CONFLICT);
  assert.match(refused.text, /“Large ones” now stands there/);
  assert.deepEqual(await queue(), now);
  const shown = formIn(refused.text, page);
  assert.deepEqual([shown["name"], shown["category_ids"]], ["Big", nails]);
  assert.equal((await bo.save(page, shown)).status, 303);
  assert.equal((await queue())["name"], "Big");
});

Deno.test("a category that is added to a queue's form loses nothing that was written in it, nor what others saved", async () => {
  const { ann, call, trial } = await two();
  const [nails, glue] = await trial.categories("Nails", "Glue");
  const { id } = (await call("POST", "/api/v1/review-queues", {
    name: "Large",
    conditions: { category_ids: [nails] },
  })).body;
  const page = `/console/review/queues/${id}`;
  const form = await ann.open(page);
  await call("PATCH", `/api/v1/review-queues/${id}`, { sla_hours: 9 });
  const added = await ann.save(page, {
    ...form,
    name: "Small",
    category_id: glue!,
    do: "add",
  });
  assert.equal(added.status, 200);
  const shown = formIn(added.text, page);
  assert.deepEqual(
    [shown["name"], shown["sla_hours"], shown["category_ids"]],
    ["Small", "9", [glue, nails]],
  );
  await call("PATCH", `/api/v1/review-queues/${id}`, { sla_hours: 10 });
  assert.equal((await ann.save(page, shown)).status, 303);
  const after = await ann.open(page);
  assert.deepEqual(
    [after["name"], after["sla_hours"], after["category_ids"]],
    ["Small", "10", [glue, nails]],
  );
});
