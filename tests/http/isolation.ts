import assert from "node:assert/strict";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import type { Deps } from "../../ports/deps.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { runJobs, value } from "../support/trial.ts";
import { type Call, httpClient } from "./http_client.ts";
import { operationsOf, sendSample } from "./operations.ts";
import { requestsFor } from "./requests.ts";
import { seed } from "./seeded.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";

/** A storage with two tenants to be, and its end. */
export interface OpenDeps {
  readonly deps: Deps;
  readonly feed: JobFeed;
  close(): Promise<void>;
}

/** In every text of the other tenant. */
export const CANARY = "Canary";

/** Two tenants with one thing of each kind. */
export async function twoTenants(deps: Deps, feed: JobFeed) {
  const app = honoApi({
    deps,
    log: () => {},
    ready: () => Promise.resolve(true),
    nowMs: () => 0,
  });
  const tenant = async (name: string) => {
    const made = value(
      await createTenant(deps, {
        name,
        ownerEmail: `owner@${name.toLowerCase()}.example`,
        ownerName: name,
        settings: FIXED_THRESHOLD,
      }),
    );
    return { id: made.tenant.id, call: httpClient(app, made.secret) };
  };
  const work = () => runJobs(deps, feed);
  const their = await tenant(CANARY);
  const our = await tenant("Otter");
  return {
    theirId: their.id,
    ourId: our.id,
    theirs: their.call,
    ours: our.call,
    foreign: await seed(their.call, work, CANARY),
    own: await seed(our.call, work, "Otter"),
    work,
  };
}

/** Walks every operation with another tenant's ids: nothing of it is told, nothing of it changes. */
export function isolationWalk(
  name: string,
  openDeps: () => Promise<OpenDeps>,
): void {
  Deno.test(`${name}: no route tells or changes anything of another tenant`, async () => {
    const { deps, feed, close } = await openDeps();
    try {
      const { theirs, ours, foreign, own, work } = await twoTenants(deps, feed);
      const before = await theirs("GET", "/api/v1/events/verify");

      const samples = requestsFor(foreign);
      const operations = await operationsOf(ours);
      assert.deepEqual(
        operations.map((operation) => operation.name).sort(),
        Object.keys(samples).sort(),
      );
      const told: string[] = [];
      for (const operation of operations) {
        const answer = await sendSample(ours, operation, samples);
        assert.equal(
          answer.status,
          samples[operation.name]!.foreign,
          `${operation.name}: ${answer.text}`,
        );
        told.push(answer.text);
      }
      told.push(...await mixed(ours, own, foreign));
      await work();
      const { body } = await ours("GET", "/api/v1/events?limit=200");
      told.push(JSON.stringify(body));
      for (const text of told) assert(!/canary/i.test(text), text);

      // The canary can be seen at all, by its own tenant.
      const seen = await theirs("GET", "/api/v1/records");
      assert(seen.text.includes(CANARY));
      const after = await theirs("GET", "/api/v1/events/verify");
      assert.deepEqual(after.body, before.body);
      assert.equal(after.body["ok"] as unknown, true);
    } finally {
      await close();
    }
  });
}

type Ids = Awaited<ReturnType<typeof seed>>;

/** Own things in the path, another tenant's in the body; and what comes back empty. */
async function mixed(ours: Call, own: Ids, foreign: Ids): Promise<string[]> {
  const requests = [
    ["PATCH", `/records/${own.rec}`, { category_id: foreign.cat }, 422],
    ["PATCH", `/categories/${own.cat}`, { parent_id: foreign.cat }, 422],
    [
      "PATCH",
      `/rules/${own.rule}`,
      { then: { category_id: foreign.cat } },
      422,
    ],
    [
      "POST",
      `/approvals/${own.apr}/decide`,
      { verdict: "override", category_id: foreign.cat },
      422,
    ],
    [
      "PUT",
      "/rules/order",
      { rule_ids: [own.rule, foreign.rule] },
      422,
    ],
    ["POST", "/records/reprocess", { filter: { category: foreign.cat } }, 202],
    ["GET", "/events?source_agent=canary", undefined, 200],
    ["GET", "/records?q=Canary", undefined, 200],
  ] as const;
  const told: string[] = [];
  for (const [method, path, body, expected] of requests) {
    const answer = await ours(method, `/api/v1${path}`, body);
    assert.equal(
      answer.status,
      expected,
      `${method} ${path}: ${answer.text}`,
    );
    told.push(answer.text);
  }
  for (const list of [`category=${foreign.cat}`, `connection=${foreign.con}`]) {
    const { body } = await ours("GET", `/api/v1/records?${list}`);
    assert.deepEqual(body, { data: [], next_cursor: null });
  }
  const again = await ours("POST", "/api/v1/records/reprocess", {
    record_ids: [foreign.rec],
  });
  assert.deepEqual(again.body, { requeued: 0, skipped: 1, next_cursor: null });
  return told;
}
