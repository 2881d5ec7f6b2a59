import assert from "node:assert/strict";
import { syncBilling } from "../../src/billing/use_cases/sync_billing.ts";
import type { Deps } from "../../ports/deps.ts";
import type { Failure } from "../../src/kernel/failure.ts";
import type { ConnectionId, ImportId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { readHealth } from "../../src/integrations/use_cases/read_health.ts";
import { receiveHook } from "../../src/integrations/use_cases/receive_hook.ts";
import type { Incoming } from "../../src/records/draft.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { receiveDelivery } from "../../src/records/use_cases/receive_delivery.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { bookWith, openBillingTrial } from "./billing_trial.ts";
import { sendFile } from "./send_file.ts";
import { githubSigned } from "./signed_hook.ts";
import { incoming, value } from "./trial.ts";

const SECRET = "a-secret-of-webhooks";

/** What a webhook of a test becomes: one record for each id that it names. */
export const HOOK_MAPPING =
  '[ids.{ "external_id": $, "description": "Payment " & $ }]';

/** A trial of a service whose plans have limits, what it is sent, and what a test of limits looks at. */
export async function openLimitTrial(
  { storage, wrap, ...limits }:
    & Parameters<typeof bookWith>[0]
    & Pick<
      NonNullable<Parameters<typeof openBillingTrial>[0]>,
      "storage" | "wrap"
    >,
) {
  const trial = await openBillingTrial({
    book: bookWith(limits),
    ...storage && { storage },
    ...wrap && { wrap },
  });
  const { deps, scope, world } = trial;
  return {
    ...trial,
    /** Pushes records by the API; `as` tells how the service is reached. */
    accept: (records: readonly Incoming[], as: Deps = deps) =>
      acceptRecords(as, scope, records),
    /** Sends a set that a job takes in; a record for each id. */
    async deliver(ids: readonly string[]) {
      const records = ids.map((externalId) => incoming({ externalId }));
      return value(await receiveDelivery(deps, scope, records)).id;
    },
    /** A connection whose webhooks are mapped by `HOOK_MAPPING`. */
    async webhooks(mapping = HOOK_MAPPING): Promise<ConnectionId> {
      const made = value(
        await createConnection(deps, scope, {
          name: "Till",
          kind: "webhook",
          settings: { scheme: "github" },
          secret: SECRET,
          mapping,
        }),
      );
      return made.connection.id;
    },
    /** A webhook of those records, which is kept whatever the plan says. */
    async hook(connectionId: ConnectionId, ...ids: string[]): Promise<void> {
      const body = JSON.stringify({ ids });
      const headers = new Headers(githubSigned(body, SECRET, body));
      const bytes = new TextEncoder().encode(body);
      value(await receiveHook(deps, connectionId, { headers, bytes }));
    },
    /** How many payloads of a connection are in each state. */
    payloads: async (connectionId: ConnectionId) =>
      value(await readHealth(deps, scope, connectionId)).payloads,
    /** Sends a file of one row for each id. */
    async upload(ids: readonly string[]): Promise<ImportId> {
      const rows = ids.map((id) => `2026-01-01,Payment ${id},-1.00,${id}\n`);
      const file = `Date,Details,Amount,Transaction ID\n${rows.join("")}`;
      return await sendFile(deps, scope, file);
    },
    /** Has the provider asked at once, and keeps what it says, as a job does; no other job is done. */
    async sync(as: Deps = deps): Promise<void> {
      for (const one of await world.messages()) await trial.heard(one);
      const asked = openTaskScope(scope.tenantId, "billing");
      value(await syncBilling(as, asked, { id: "" }));
    },
    /** The external ids of what is stored, in the order in which it came. */
    async stored(): Promise<readonly string[]> {
      const all = { limit: 1_000, cursor: null };
      const { data } = value(await listRecords(deps, scope, {}, all));
      return data.map(({ externalId }) => externalId).toReversed();
    },
    /** What was counted, by month, the latest first. */
    async counted(): Promise<readonly (readonly [string, number])[]> {
      const allowed = value(permit(scope, "billing.read"));
      const { value: months } = await deps.uow.run(
        allowed,
        async (tx) => ok(await tx.usage.months("2025-01")),
      );
      return months.map(({ month, used }) => [month, used]);
    },
    /** What was told of limits, in a word each: `REACHED 5/5 until 2026-02-01`. */
    async warnings(): Promise<readonly string[]> {
      return (await trial.events()).flatMap(({ type, payload }) => {
        const [, word] = /^LIMIT_(NEAR|REACHED)$/.exec(type) ?? [];
        const until = String(payload["resets_at"]).slice(0, 10);
        return word === undefined
          ? []
          : `${word} ${payload["used"]}/${payload["limit"]} until ${until}`;
      });
    },
    /** How many jobs that take records in wait, due or not. */
    async waitingJobs(): Promise<number> {
      const { queues } = await trial.feed.census(deps.clock.now());
      return queues["records:ingest"].jobs;
    },
  };
}

export type LimitTrial = Awaited<ReturnType<typeof openLimitTrial>>;

/** Records that nobody sent before. */
export function newOnes(count: number): readonly Incoming[] {
  return Array.from({ length: count }, () => incoming());
}

/** Goes on to the last millisecond of January: what waits is tried with the next day, and between days it is not. */
export async function triedDaily(
  { clock, runJobs }: LimitTrial,
): Promise<void> {
  clock.set("2026-01-02T23:59:59.999Z");
  assert.equal(await runJobs(), 0);
  clock.set("2026-01-03T00:00:00.000Z");
  assert.equal(await runJobs(), 1);
  clock.set("2026-01-31T23:59:59.999Z");
  await runJobs();
  assert.equal(await runJobs(), 0);
}

/** That the records of a month are used up. */
export function reached(
  { plan = "free", resets_at = "2026-02-01T00:00:00.000Z", ...facts }: {
    readonly limit: number;
    readonly used: number;
    readonly plan?: string;
    readonly resets_at?: string;
  },
): Failure {
  return {
    kind: "billing.limit_reached",
    category: "payment_due",
    title: "Your plan allows no more of this",
    facts: {
      what: "records",
      ...facts,
      resets_at,
      plan,
      // Who has a subscription changes it.
      upgrade_url: `/console/billing#${
        plan === "free" ? "checkout" : "portal"
      }`,
    },
    flaws: [],
  };
}
