import assert from "node:assert/strict";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { RacesLost } from "../../ports/unit_of_work.ts";
import { openTrial } from "../support/trial.ts";

Deno.test("a request that lost every race may be tried again, and nothing was done", async () => {
  const trial = await openTrial();
  const app = honoApi({
    deps: {
      ...trial.deps,
      uow: { run: () => Promise.reject(new RacesLost("12 attempts")) },
    },
    log: () => {},
    ready: () => Promise.resolve(true),
  });
  const response = await app.request("/api/v1/categories", {
    method: "POST",
    headers: {
      authorization: `Bearer ${trial.secret}`,
      "content-type": "application/json",
    },
    body: JSON.stringify({ name: "Office" }),
  });
  assert.equal(response.status, 503);
  assert.equal(response.headers.get("Retry-After"), "5");
  const { title, type } = await response.json();
  assert.deepEqual(
    [title, type.endsWith("#request.busy")],
    ["Too many others change the same thing at once", true],
  );
});
