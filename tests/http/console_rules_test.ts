import assert from "node:assert/strict";
import { openConsole, SAME } from "./open_console.ts";
import { memberOf, tokenOf } from "./signed_in.ts";

const RULES = "/api/v1/rules";

/** Three rules, in this order: A, B, C. */
async function withRules() {
  const console = await openConsole();
  const [travel, fuel] = await console.trial.categories("Travel", "Fuel");
  const ids: string[] = [];
  for (const name of ["A", "B", "C"]) {
    const made = await console.call("POST", RULES, {
      name,
      when: { field: "description", op: "contains", value: name },
      then: { category_id: travel },
    });
    ids.push(made.body["id"]!);
  }
  const order = async () =>
    (await console.call("GET", RULES)).body["data"]!
      .map((one) => one["name"]!).join("");
  const post = (path: string, form: Record<string, string>, as?: string) =>
    console.send("POST", `/console/rules${path}`, {
      form,
      headers: SAME,
      ...as !== undefined && { as },
    });
  return { ...console, travel: travel!, fuel: fuel!, ids, order, post };
}

/** A form of the editor as a browser sends it. */
function form(given: Readonly<Record<string, string>>) {
  return {
    as: "form",
    name: "A",
    enabled: "on",
    join: "all",
    rows: "1",
    "kind-1": "description",
    "op-1": "contains",
    "value-1": "A",
    sets: "",
    do: "save",
    ...given,
  };
}

Deno.test("a rule is moved by a step or to a place, in the order that its reader saw", async () => {
  const { ids: [a, b, c], order, post } = await withRules();
  const down = await post(`/${a}/move`, { to: "down", seen: "3" });
  assert.deepEqual([down.status, down.to], [
    303,
    `/console/rules#down-${a}`,
  ]);
  assert.equal(await order(), "BAC");
  await post(`/${c}/move`, { to: "place", place: "1", seen: "4" });
  assert.equal(await order(), "CBA");
  await post(`/${c}/move`, { to: "place", place: "9999", seen: "5" });
  assert.equal(await order(), "BAC");
  await post(`/${b}/move`, { to: "up", seen: "6" });
  assert.equal(await order(), "BAC");
  const late = await post(`/${a}/move`, { to: "up", seen: "5" });
  assert.equal(late.status, 409);
  assert.match(late.text, /The rules were changed in the meantime/);
  assert.equal(await order(), "BAC");
});

Deno.test("where every change is back-tested first, the console leads there and puts nothing in force by itself", async () => {
  const { call, send, trial, fuel, ids: [a], order, post } = await withRules();
  await call("PATCH", "/api/v1/tenant", { require_backtest: true });
  const editor = await send("GET", `/console/rules/${a}/edit`);
  assert(!editor.text.includes('value="save"'), "it offers to save");
  assert.match(editor.text, /wants every change of its rules back-tested/);
  const saved = await post(`/${a}/edit`, form({ category_id: fuel }));
  assert.equal(saved.status, 409);
  const off = await post(`/${a}/switch`, { to: "off" });
  assert.match(off.to!, /^\/console\/rules\/backtests\/bkt_/);
  const removed = await post(`/${a}/remove`, {});
  assert.match(removed.to!, /^\/console\/rules\/backtests\/bkt_/);
  assert.equal(await order(), "ABC");
  await trial.send();
  await trial.runJobs();
  const put = await send("POST", `${off.to}/activate`, {
    form: {},
    headers: SAME,
  });
  assert.equal(put.status, 303);
  const { body } = await call("GET", `${RULES}/${a}`);
  assert.equal(body["enabled"] as unknown, false);
  // The other one tested the rules as they were before.
  const stale = await send("GET", removed.to!);
  assert.match(stale.text, /The rules were changed since/);
  const refused = await send("POST", `${removed.to}/activate`, {
    form: {},
    headers: SAME,
  });
  assert.equal(refused.status, 409);
  const again = await send("POST", `${removed.to}/again`, {
    form: {},
    headers: SAME,
  });
  assert.match(again.to!, /^\/console\/rules\/backtests\/bkt_/);
});

Deno.test("what a rule sets is refused at its field where it is archived or nothing", async () => {
  const { call, travel, ids: [a], post } = await withRules();
  const nothing = await post(`/${a}/edit`, form({}));
  assert.equal(nothing.status, 422);
  assert.match(
    nothing.text,
    /The category becomes nothing, and the rule sets nothing else/,
  );
  await call("PATCH", `/api/v1/categories/${travel}`, { archived: true });
  const archived = await post(`/${a}/edit`, form({ category_id: travel }));
  assert.equal(archived.status, 422);
  assert.match(
    archived.text,
    /The category becomes is not an open category of yours/,
  );
  assert.match(archived.text, /Travel \(archived\)/);
});

Deno.test("who may only read sees rules and no button, and is refused", async () => {
  const { trial, send, ids: [a], order, post } = await withRules();
  const { email } = await memberOf(trial, "viewer");
  const as = await tokenOf(trial, email);
  const paths = ["", `/${a}`, "/backtests", "/runs", "/files", "/test"];
  for (const path of paths) {
    const page = await send("GET", `/console/rules${path}`, { as });
    assert.equal(page.status, 200, path);
    // The one to sign out is there for everybody.
    const forms = page.text.match(/method="post"/g) ?? [];
    assert.equal(forms.length, 1, path);
  }
  const removed = await post(`/${a}/remove`, {}, as);
  assert.equal(removed.status, 403);
  assert.equal((await post("/new", form({}), as)).status, 403);
  assert.equal(await order(), "ABC");
});

Deno.test("a document is shown what it would change, and taken in as it was looked at", async () => {
  const { call, order, post } = await withRules();
  const text = `version: 1
rules:
  - name: D
    when: {field: description, op: contains, value: d}
    then: {category: Fuel}
`;
  const looked = await post("/files", { text, do: "look" });
  assert.equal(looked.status, 200);
  assert.match(looked.text, /3: A; B; C/);
  assert.match(looked.text, /name="seen" value="3"/);
  assert.equal(await order(), "ABC");
  await call(
    "PATCH",
    `${RULES}/${(await call("GET", RULES)).body["data"]![0]!["id"]}`,
    {
      enabled: false,
    },
  );
  const hash = /name="looked" value="([0-9a-f]{64})"/.exec(looked.text)![1]!;
  const late = await post("/files", {
    text,
    do: "take",
    seen: "3",
    looked: hash,
  });
  assert.equal(late.status, 409);
  assert.equal(await order(), "ABC");
  const other = await post("/files", {
    text: text.replaceAll("D", "E"),
    do: "take",
    seen: "4",
    looked: hash,
  });
  assert.equal(other.status, 200, "it is looked at first");
  assert.match(other.text, /What would change/);
  assert.equal(await order(), "ABC");
  const taken = await post("/files", {
    text,
    do: "take",
    seen: "4",
    looked: hash,
  });
  assert.deepEqual([taken.status, taken.to], [303, "/console/rules"]);
  assert.equal(await order(), "D");
  const inForce = await call("GET", `${RULES}/export?format=yaml`);
  const same = await post("/files", { text: inForce.text, do: "look" });
  assert.match(same.text, /nothing changes/);
  assert.doesNotMatch(same.text, /Take it in/);
  const wrong = await post("/files", { text: "version: 1\nrules: [{}]" });
  assert.equal(wrong.status, 422);
  assert.match(
    wrong.text,
    /The document is not text, at \/rules\/0\/name; is not an object, at \/rules\/0\/when/,
  );
});
