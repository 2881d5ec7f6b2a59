import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";

const PATH = "/api/v1/connections";
const LIST = { url: "https://10.0.0.7/items", items: "/items", id: "/id" };
const WHY =
  "cannot be reached from here: it is not an address of the open internet";

function oauth(token_endpoint: string) {
  return {
    kind: "oauth2",
    authorization_endpoint: "https://localhost/login",
    token_endpoint,
    client_id: "us",
    client_auth: "none",
  };
}

Deno.test("a source at addresses that nothing is ever asked of is refused when it is made and when it is changed", async () => {
  const { call } = await openHttpTrial();
  const made = (settings: object) =>
    call("POST", PATH, { kind: "pull", name: "Bank", settings });
  const refused = await made({
    auth: oauth("https://127.0.0.1/token"),
    list: LIST,
    paging: { style: "none" },
  });
  assert.equal(refused.status, 422, refused.text);
  assert.deepEqual(refused.body["errors"], [
    { pointer: "/settings/list/url", detail: WHY },
    { pointer: "/settings/auth/token_endpoint", detail: WHY },
  ]);

  // What people's browsers are sent to is theirs to reach.
  const fine = {
    auth: oauth("https://bank.example/token"),
    list: { ...LIST, url: "https://bank.example/items" },
    paging: { style: "none" },
  };
  const there = await made(fine);
  assert.equal(there.status, 201, there.text);
  const path = `${PATH}/${there.body["id"]}`;
  const changed = await call("PATCH", path, {
    source: { ...fine, list: LIST },
  });
  assert.equal(changed.status, 422, changed.text);
  assert.deepEqual(changed.body["errors"], [
    { pointer: "/source/list/url", detail: WHY },
  ]);
  const { body } = await call("GET", path);
  assert.equal(
    (body["settings"] as unknown as typeof fine).list.url,
    fine.list.url,
  );
});
