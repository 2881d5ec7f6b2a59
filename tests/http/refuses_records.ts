import assert from "node:assert/strict";
import { openHttpTrial } from "./http_trial.ts";

export const RECORDS = "/api/v1/records";

/** A record that is fine but for what the test puts into it. */
export function record(given: Readonly<Record<string, unknown>> = {}) {
  return { external_id: "a-1", description: "Tallow & Reed", ...given };
}

/** Bodies of `POST /records`, each with the whole problem document that it gets; nothing of it is taken in. */
export function refusesRecords(
  rows: readonly (readonly [name: string, body: unknown, expected: unknown])[],
): void {
  for (const [name, body, expected] of rows) {
    Deno.test(`POST /records refuses ${name}`, async () => {
      const { call } = await openHttpTrial();
      const answer = await call("POST", RECORDS, body);
      assert.deepEqual(answer.body, expected);
      assert.equal(answer.status, (expected as { status: number }).status);
      assert.equal(
        answer.headers.get("content-type"),
        "application/problem+json",
      );
      const kept = await call("GET", RECORDS);
      assert.deepEqual(kept.body, { data: [], next_cursor: null });
    });
  }
}
