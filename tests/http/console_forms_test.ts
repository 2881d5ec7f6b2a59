import assert from "node:assert/strict";
import { openConsole, OWN, SAME } from "./open_console.ts";
import { memberOf, tokenOf } from "./signed_in.ts";

/** What a page's form carries to name itself. */
function onceIn(text: string): string {
  return text.match(/name="once" value="([0-9a-f-]{36})"/)![1]!;
}

Deno.test("a form that comes after its session ended is handed back whole, and its page is remembered", async () => {
  const { send } = await openConsole();
  const sent = await send("POST", "/console/rules/new?x=1", {
    as: null,
    headers: { ...SAME, Referer: `${OWN}/console/rules/new?x=1` },
    form: { name: 'Tea & "cake"', do: "save" },
  });
  assert.equal(sent.status, 401);
  assert.match(
    sent.text,
    /<form method="post" action="\/console\/rules\/new\?x=1"[^>]*id="unsent">/,
  );
  assert.match(
    sent.text,
    /<input type="hidden" name="name" value="Tea &amp; &quot;cake&quot;">/,
  );
  assert.match(sent.text, /name="do" value="save"/);
  assert.match(
    sent.text,
    /action="\/console\/sign-in" target="_blank"/,
  );
  const [kept] = sent.headers.get("set-cookie")!.split(";");
  assert.equal(kept, "__Host-balance_page=%2Fconsole%2Frules%2Fnew%3Fx%3D1");
});

Deno.test("nothing is handed back of what is no form, nor to sign out once more, nor to another site", async () => {
  const { send } = await openConsole();
  const out = await send("POST", "/console/sign-out", {
    as: null,
    headers: SAME,
    form: {},
  });
  const json = await send("POST", "/console/rules/new", {
    as: null,
    headers: { ...SAME, "Content-Type": "application/json" },
  });
  const foreign = await send("POST", "/console/rules/new", {
    as: null,
    headers: { "Sec-Fetch-Site": "cross-site" },
    form: { name: "Tea" },
  });
  assert.deepEqual([out.status, json.status, foreign.status], [401, 401, 403]);
  for (const { text } of [out, json, foreign]) {
    assert(!text.includes('id="unsent"'));
  }
});

Deno.test("our script is told as a problem what was refused before its form was read", async () => {
  const { send } = await openConsole();
  const script = { Accept: "application/json" };
  const refused = [
    await send("POST", "/console/review/next", {
      as: null,
      headers: { ...SAME, ...script },
      form: {},
    }),
    await send("POST", "/console/review/next", { headers: script, form: {} }),
    await send("POST", "/console/review/apr_1", {
      headers: { ...SAME, ...script },
      form: {},
    }),
    await send("POST", "/console/review/next", {
      headers: { ...SAME, ...script, "Content-Type": "text/plain" },
    }),
    await send("POST", "/console/nothing", {
      headers: { ...SAME, ...script },
      form: {},
    }),
  ];
  assert.deepEqual(
    refused.map(({ status, headers }) => [
      status,
      headers.get("content-type"),
    ]),
    [401, 403, 404, 415, 404].map((status) => [
      status,
      "application/problem+json",
    ]),
  );
});

Deno.test("a form that is sent twice makes one thing", async () => {
  const { send, call } = await openConsole();
  const once = onceIn(
    (await send("GET", "/console/connections/new?kind=api")).text,
  );
  const form = { once, kind: "api", name: "Till" };
  const make = (sent: Readonly<Record<string, string>>) =>
    send("POST", "/console/connections/new", { headers: SAME, form: sent });
  const [first, second] = await Promise.all([make(form), make(form)]);
  assert.equal(first.status, 303);
  assert.deepEqual([second.status, second.to], [303, first.to]);

  const changed = await make({ ...form, name: "Till at the back" });
  assert.equal(changed.status, 409);
  assert.match(changed.text, /sent before/);
  assert.notEqual(onceIn(changed.text), once);
  const again = await make({
    ...form,
    name: "Till at the back",
    once: onceIn(changed.text),
  });
  assert.equal(again.status, 303);
  const { body } = await call("GET", "/api/v1/connections");
  const names = body.data!.map(({ name }) => `${name}`);
  assert.deepEqual(
    names.filter((name: string) => name.startsWith("Till")).toSorted(),
    ["Till", "Till at the back"],
  );
});

for (
  const { what, path, to, form, list } of [
    {
      what: "API key",
      path: "/console/members/keys/new",
      to: "/console/members/keys/new",
      form: { name: "Books", role: "viewer" },
      list: "/api/v1/api-keys",
    },
    {
      what: "invitation",
      path: "/console/members",
      to: "/console/members/invite",
      form: { email: "new@foxglove.example", role: "viewer" },
      list: "/api/v1/invitations",
    },
  ]
) {
  Deno.test(`the second answer about one new ${what} says that its secret was in the first`, async () => {
    const { send, call } = await openConsole();
    const before = (await call("GET", list)).body.data!.length;
    const once = onceIn((await send("GET", path)).text);
    const make = () =>
      send("POST", to, { headers: SAME, form: { ...form, once } });
    const first = await make();
    assert.match(first.text, /class="secret"/);
    const second = await make();
    assert.equal(second.status, 200);
    assert.match(second.text, /This was sent before/);
    assert(!second.text.includes('class="secret"'));
    const after = (await call("GET", list)).body.data!.length;
    assert.equal(after, before + 1);
  });
}

Deno.test("each form that makes something names itself", async () => {
  const { send } = await openConsole();
  for (
    const page of [
      "/console/connections/new?kind=webhook",
      "/console/connections/new?kind=pull",
      "/console/members",
      "/console/members/keys/new",
      "/console/reports/new",
      "/console/reports/schedules/new",
      "/console/review/queues/new",
      "/console/rules/new",
      "/console/settings/categories",
      "/console/settings/endpoints/new",
    ]
  ) onceIn((await send("GET", page)).text);
});

Deno.test("an address that only forms are sent to leads to the page that its form is on", async () => {
  const { send } = await openConsole();
  const id = "cat_01kx2m6v9dfk3tqz8w5y7r4b1c";
  const led = {
    "/console/review/undo": "/console/review",
    "/console/members/invite": "/console/members",
    [`/console/settings/categories/${id}/archive`]:
      `/console/settings/categories/${id}`,
    "/console/billing/checkout": "/console/billing",
  };
  for (const [address, page] of Object.entries(led)) {
    const { status, to } = await send("GET", address);
    assert.deepEqual([status, to], [303, page], address);
  }
});

Deno.test("after somebody signed out nobody is led to what they go back to", async () => {
  const { send, trial } = await openConsole();
  const out = await send("POST", "/console/sign-out", {
    headers: SAME,
    form: {},
  });
  const kept = out.headers.getSetCookie().find((one) =>
    one.startsWith("__Host-balance_page=")
  )!.split(";")[0]!;
  const back = await send("GET", "/console/records?text=Secret", {
    as: null,
    headers: { Cookie: kept },
  });
  assert.deepEqual([back.status, back.headers.getSetCookie()], [401, []]);
  const token = await tokenOf(trial, "ann@foxglove.example");
  const led = await send("GET", "/console", {
    as: null,
    headers: { Cookie: `__Host-balance_session=${token}; ${kept}` },
  });
  assert.equal(led.to, "/console/review");
  assert.match(led.headers.getSetCookie().join(), /balance_page=;/);
});

Deno.test("what was written for a thing that is gone, or without the right to, is shown to be copied", async () => {
  const { send, trial } = await openConsole();
  const form = { name: "Oak & ash", once: crypto.randomUUID() };
  const gone = await send(
    "POST",
    "/console/settings/categories/cat_01kx2m6v9dfk3tqz8w5y7r4b1c",
    { headers: SAME, form },
  );
  assert.equal(gone.status, 404);
  const { email } = await memberOf(trial, "viewer");
  const refused = await send("POST", "/console/settings/categories", {
    as: await tokenOf(trial, email),
    headers: SAME,
    form,
  });
  assert.equal(refused.status, 403);
  for (const { text } of [gone, refused]) {
    assert.match(text, /aria-label="What you sent">name: Oak &amp; ash</);
  }
});
