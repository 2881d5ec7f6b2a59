import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import { StorageDown } from "../../ports/unit_of_work.ts";
import { oauthFailures } from "../../src/integrations/oauth.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import { bearerOf } from "../../src/integrations/parts/bearer_of.ts";
import { readPulling } from "../../src/integrations/parts/read_pulling.ts";
import { pullSettingsSchema } from "../../src/integrations/pull_settings.ts";
import { beginAuthorisation } from "../../src/integrations/use_cases/begin_authorisation.ts";
import { completeAuthorisation } from "../../src/integrations/use_cases/complete_authorisation.ts";
import { createConnection } from "../../src/integrations/use_cases/create_connection.ts";
import { readHealth } from "../../src/integrations/use_cases/read_health.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { handleJob } from "../../src/main/handle_job.ts";
import { permit } from "../../src/tenancy/access.ts";
import { listRecords } from "../../src/records/use_cases/list_records.ts";
import { Crash, type CrashPoint, dying } from "../support/crash.ts";
import { take } from "../support/take.ts";
import { openTrial, value } from "../support/trial.ts";

const PAGES = 3;
const PER_PAGE = 4;

const SETTINGS = pullSettingsSchema.parse({
  auth: {
    kind: "oauth2",
    authorization_endpoint: "https://bank.example/auth",
    token_endpoint: "https://bank.example/token",
    client_id: "balance",
  },
  list: {
    url: "https://bank.example/list",
    items: "/data",
    id: "/external_id",
  },
  paging: { style: "cursor", parameter: "page", next: "/next" },
});

/** A source without a network: pages of records, and refresh tokens that are good once, or, with `grace`, once more. */
function fakeSource(grace: boolean) {
  let issued = 0;
  let good = "";
  let before = "";
  const used: string[] = [];
  const grant = () => {
    before = good;
    good = `refresh-${++issued}`;
    return ok({
      accessToken: `access-${issued}`,
      refreshToken: good,
      expiresInS: 600,
    });
  };
  const outgoing: Deps["outgoing"] = {
    check: () => ok(null),
    send({ url, headers }) {
      assert.match(headers!["Authorization"]!, /^Bearer access-\d+$/);
      const page = Number(new URL(url).searchParams.get("page") ?? 0);
      const data = Array.from({ length: PER_PAGE }, (_, i) => ({
        external_id: `x-${page}-${i}`,
        description: `Payment ${page} ${i}`,
      }));
      const next = page < PAGES - 1 ? String(page + 1) : null;
      const body = new TextEncoder().encode(JSON.stringify({ data, next }));
      return Promise.resolve(ok({ status: 200, headers: {}, body, url }));
    },
  };
  const tokenGrants: Deps["tokenGrants"] = {
    byCode: () => Promise.resolve(grant()),
    byRefresh(_, token) {
      used.push(token);
      return Promise.resolve(
        token === good || (grace && token === before)
          ? grant()
          : fail(oauthFailures.revoked()),
      );
    },
    revoke: () => Promise.resolve(ok(null)),
  };
  return { outgoing, tokenGrants, used };
}

/** A service with a source that was authorised; nothing was pulled yet. */
async function authorised(
  { timer, grace = false }: { timer?: Deps["timer"]; grace?: boolean } = {},
) {
  const source = fakeSource(grace);
  const trial = await openTrial({ ...timer && { timer } });
  const { outgoing, tokenGrants } = source;
  const deps = { ...trial.deps, outgoing, tokenGrants };
  const { connection } = value(
    await createConnection(deps, trial.scope, {
      name: "Bank",
      kind: "pull",
      settings: SETTINGS,
      secret: "of-the-client",
    }),
  );
  const { url } = value(
    await beginAuthorisation(deps, trial.scope, {
      id: connection.id,
      redirectUri: "https://balance.example/back",
    }),
  );
  value(
    await completeAuthorisation(deps, trial.scope, {
      state: new URL(url).searchParams.get("state")!,
      code: "c",
      error: null,
      iss: null,
    }),
  );
  return { ...trial, deps, source, id: connection.id };
}

type Service = Awaited<ReturnType<typeof authorised>>;

/** Does jobs until none is due; one that dies is brought again. Returns how many died. */
async function work({ deps, feed }: Service, uow = deps.uow): Promise<number> {
  for (let deaths = 0;;) {
    const now = deps.clock.now();
    const jobs = await take(feed, 100, now, plusMs(now, 1));
    if (jobs.length === 0) return deaths;
    for (const job of jobs) {
      for (let again = true; again;) {
        again = false;
        try {
          value(await handleJob({ ...deps, uow })(job));
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          deaths++;
          again = true;
        }
      }
    }
  }
}

async function externalIds({ deps, scope }: Service): Promise<string[]> {
  const listed = value(
    await listRecords(deps, scope, {}, { limit: 1_000, cursor: null }),
  );
  return listed.data.map(({ externalId }) => externalId).sort();
}

const ALL = Array.from(
  { length: PAGES },
  (_, page) => Array.from({ length: PER_PAGE }, (_, i) => `x-${page}-${i}`),
).flat().sort();

Deno.test("a pull that dies at any point, and what takes its pages in, loses and doubles nothing", async () => {
  for (const when of ["before", "inside", "after"] as CrashPoint[]) {
    for (let nth = 1;; nth++) {
      const service = await authorised();
      const { uow, died } = dying(service.deps.uow, nth, when);
      const deaths = await work(service, uow);
      assert.deepEqual(await externalIds(service), ALL, `${when} ${nth}`);
      const events = await service.events();
      const count = (type: string) =>
        events.filter((one) => one.type === type).length;
      assert.equal(count("INGESTED"), ALL.length, `${when} ${nth}`);
      assert.equal(count("PULL_ENDED"), 1, `${when} ${nth}`);
      assert.equal(count("PAYLOADS_RECEIVED"), PAGES, `${when} ${nth}`);
      const { health, pull } = value(
        await readHealth(service.deps, service.scope, service.id),
      );
      assert.equal(health.state, "healthy");
      assert.equal(pull!.nextAt, "2026-01-02T04:04:05.000Z");
      if (!died()) {
        assert(nth > 8, "it died at many points");
        break;
      }
      assert.equal(deaths, 1);
    }
  }
});

Deno.test("tokens that were granted while the storage is down are kept once it is back, and used next", async () => {
  const waits: number[] = [];
  const timer: Deps["timer"] = {
    wait(ms) {
      if (ms > 0) waits.push(ms);
      return Promise.resolve();
    },
  };
  const service = await authorised({ timer });
  await work(service);
  service.clock.advance(3_600_000);
  // The lease is taken, and what was granted cannot be kept five times.
  let units = 0;
  let down = 5;
  const uow: Deps["uow"] = {
    async run(permit, unit) {
      if (service.source.used.length > 0 && down > 0) {
        down--;
        throw new StorageDown("57P01", new Error("down"));
      }
      units++;
      return await service.deps.uow.run(permit, unit);
    },
  };
  await work(service, uow);
  assert(units > 0);
  assert.deepEqual(waits, [500, 1_000, 2_000, 4_000, 8_000]);
  service.clock.advance(3_600_000);
  await work(service);
  assert.deepEqual(service.source.used, ["refresh-1", "refresh-2"]);
  const { health } = value(
    await readHealth(service.deps, service.scope, service.id),
  );
  assert.equal(health.state, "healthy");
});

/** Dies once, after the first grant and before it is kept. */
function dyingAfterGrant({ deps, source }: Service): Deps["uow"] {
  let dies = true;
  return {
    async run(permit, unit) {
      if (source.used.length > 0 && dies) {
        dies = false;
        throw new Crash();
      }
      return await deps.uow.run(permit, unit);
    },
  };
}

async function healthOf({ deps, scope, id }: Service) {
  const { health } = value(await readHealth(deps, scope, id));
  return [health.state, health.lastFailure?.cause];
}

Deno.test("a process that dies between a grant and keeping it asks again with the token before, which most sources take once more", async () => {
  const service = await authorised({ grace: true });
  await work(service);
  service.clock.advance(3_600_000);
  await work(service, dyingAfterGrant(service));
  assert.deepEqual(service.source.used, ["refresh-1"]);
  // Whoever has the lease may still be at work.
  service.clock.advance(20_000);
  await work(service);
  assert.deepEqual(service.source.used, ["refresh-1", "refresh-1"]);
  assert.deepEqual(await healthOf(service), ["healthy", undefined]);
  service.clock.advance(3_600_000);
  await work(service);
  assert.equal(service.source.used.at(-1), "refresh-3");
});

Deno.test("a source that takes it no more: the connection asks a person, and says why, after a second try", async () => {
  const service = await authorised();
  await work(service);
  service.clock.advance(3_600_000);
  await work(service, dyingAfterGrant(service));
  service.clock.advance(20_000);
  await work(service);
  assert.deepEqual(await healthOf(service), ["degraded", "revoked"]);
  service.clock.advance(3_600_000);
  await work(service);
  assert.deepEqual(await healthOf(service), ["needs_reauth", "revoked"]);
  assert.deepEqual(await externalIds(service), ALL);
});

Deno.test("who read tokens before another renewed them uses the newer ones", async () => {
  const { deps, clock, source, id, feed } = await authorised();
  const now = clock.now();
  const [job] = await take(feed, 10, now, plusMs(now, 1));
  assert(job!.task.kind === "pull_connection");
  const allowed = value(permit(openJobScope(job!), "jobs.run"));
  clock.advance(3_600_000);
  const pulling = value(
    await readPulling(deps, allowed, {
      id: job!.id,
      connectionId: id,
      run: job!.task.run,
    }),
  )!;
  const bearer = () => bearerOf(deps, allowed, pulling, { renew: false });
  const first = value(await bearer());
  assert.deepEqual(value(await bearer()), first);
  assert.deepEqual(source.used, ["refresh-1"]);
});
