import assert from "node:assert/strict";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { RacesLost, StorageDown } from "../../ports/unit_of_work.ts";
import { openTrial } from "../support/trial.ts";

for (
  const [what, error, title, kind] of [
    [
      "lost every race",
      new RacesLost("12 attempts"),
      "Too many others change the same thing at once",
      "request.busy",
    ],
    [
      "found the storage down",
      new StorageDown("57P01", null),
      "The storage does not answer; nothing was kept",
      "request.down",
    ],
  ] as const
) {
  Deno.test(`a request that ${what} may be tried again, and nothing was done`, async () => {
    const trial = await openTrial();
    const app = honoApi({
      deps: { ...trial.deps, uow: { run: () => Promise.reject(error) } },
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
    const problem = await response.json();
    assert.deepEqual(
      [problem.title, problem.type.endsWith(`#${kind}`)],
      [title, true],
    );
  });
}
