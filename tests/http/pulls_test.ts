import assert from "node:assert/strict";
import type { Deps } from "../../ports/deps.ts";
import {
  CLIENT_SECRET,
  type Fault,
  openSource,
  send,
  type Source,
  type Transaction,
} from "../support/source_server.ts";
import { openHttpTrial } from "./http_trial.ts";
import { told } from "./signed_in.ts";

const PATH = "/api/v1/connections";
const MAPPING =
  '{ "external_id": id, "description": memo, "occurred_at": booked_at, "pending": status = "pending", "amount": { "value": total, "currency": "EUR" } }';

type Trial = Awaited<ReturnType<typeof openHttpTrial>>;

/** A service with a source beside it. */
async function withSource(
  work: (trial: Trial, source: Source) => Promise<void>,
  wrap?: (uow: Deps["uow"]) => Deps["uow"],
): Promise<void> {
  const source = await openSource();
  try {
    const trial = await openHttpTrial({
      allow: [source.host],
      ...wrap && { wrap },
    });
    await work(trial, source);
  } finally {
    await source.close();
  }
}

async function connect(
  { call }: Trial,
  source: Source,
  settings: Record<string, unknown> = {},
): Promise<string> {
  const made = await call("POST", PATH, {
    kind: "pull",
    name: "Bank",
    settings: { ...source.settings, ...settings },
    secret: CLIENT_SECRET,
  });
  assert.equal(made.status, 201, made.text);
  const id = made.body["id"]! as string;
  const mapped = await call("POST", `${PATH}/${id}/mappings`, {
    expression: MAPPING,
  });
  assert.equal(mapped.status, 201, mapped.text);
  return id;
}

async function authorise(trial: Trial, source: Source, id: string) {
  const begun = await trial.call("GET", `${PATH}/${id}/oauth/start`);
  assert.equal(begun.status, 200, begun.text);
  const back = await source.authorise(begun.body["authorization_url"]!);
  return back;
}

async function connected(trial: Trial, source: Source, settings = {}) {
  const id = await connect(trial, source, settings);
  const back = await authorise(trial, source, id);
  const done = await trial.call("GET", `${back.pathname}${back.search}`);
  assert.equal(done.status, 200, done.text);
  return id;
}

function fill(source: Source, count: number, from = 1): void {
  for (let n = from; n < from + count; n++) source.list.push(transaction(n));
}

function transaction(
  n: number,
  given: Partial<Transaction> = {},
): Transaction {
  const minute = String(n % 60).padStart(2, "0");
  const hour = String(Math.floor(n / 60)).padStart(2, "0");
  return {
    id: `tx-${n}`,
    memo: `Payment ${n}`,
    total: "-1.50",
    booked_at: `2026-01-01T${hour}:${minute}:00.000Z`,
    ...given,
  };
}

async function records({ call }: Trial, id: string) {
  const { body } = await call(
    "GET",
    `/api/v1/records?connection=${id}&limit=200`,
  );
  return body["data"]!;
}

async function healthOf({ call }: Trial, id: string) {
  return (await call("GET", `${PATH}/${id}/health`)).body;
}

Deno.test("a source is authorised by code and PKCE, and pulled page by page on its schedule; only what is new is asked for", () =>
  withSource(async (trial, source) => {
    fill(source, 35);
    const id = await connected(trial, source);
    await trial.runJobs();
    assert.equal((await records(trial, id)).length, 35);
    const pages = () =>
      source.seen.filter(({ path }) => path.startsWith("/transactions"))
        .map(({ path }) => path);
    assert.equal(pages().length, 4);
    const health = await healthOf(trial, id);
    assert.deepEqual(
      [health["state"], health["lag_s"], health["pull"]] as unknown,
      ["healthy", 0, {
        running: false,
        pages_read: 0,
        next_at: "2026-01-02T04:04:05.000Z",
        authorised: true,
        grant_expires_at: "2026-01-02T04:04:05.000Z",
      }],
    );
    // Not before its time.
    fill(source, 2, 36);
    await trial.runJobs();
    assert.equal(pages().length, 4);
    trial.clock.advance(3_600_000);
    await trial.runJobs();
    assert.equal((await records(trial, id)).length, 37);
    assert.deepEqual(pages().slice(4), [
      "/transactions?since=2026-01-01T00%3A35%3A00.000Z",
    ]);
    const log = JSON.stringify(await trial.events());
    for (const { grant } of source.seen) {
      if (grant) assert(!log.includes(grant), "a token is in the log");
    }
  }));

Deno.test("an authorisation is good once, in its time, for who began it, and for its own state", () =>
  withSource(async (trial, source) => {
    const id = await connect(trial, source);
    const back = await authorise(trial, source, id);
    const address = `${back.pathname}${back.search}`;
    const unknown = [422, "oauth.unknown_state"];
    const admin = trial.as(await trial.keyOf("admin"));
    assert.deepEqual(told(await admin("GET", address)), unknown);
    const stranger = trial.as(await trial.stranger());
    assert.deepEqual(told(await stranger("GET", address)), unknown);
    assert.deepEqual(told(await trial.as(null)("GET", address)), [
      401,
      "access.unauthenticated",
    ]);
    const other = new URL(back);
    other.searchParams.set("state", `${id}.${"0".repeat(64)}`);
    assert.deepEqual(
      told(await trial.call("GET", `${other.pathname}${other.search}`)),
      unknown,
    );
    assert.equal((await trial.call("GET", address)).status, 200);
    assert.deepEqual(told(await trial.call("GET", address)), unknown);
    const late = await authorise(trial, source, id);
    trial.clock.advance(10 * 60_000);
    assert.deepEqual(
      told(await trial.call("GET", `${late.pathname}${late.search}`)),
      unknown,
    );
    // Another issuer's answer is not taken (RFC 9207).
    const mixed = await authorise(trial, source, id);
    mixed.searchParams.set("iss", "https://other.example");
    assert.deepEqual(
      told(await trial.call("GET", `${mixed.pathname}${mixed.search}`)),
      [409, "oauth.unreadable"],
    );
    const denied = await trial.call("GET", `${PATH}/${id}/oauth/start`);
    const state = new URL(denied.body["authorization_url"]!).searchParams
      .get("state")!;
    assert.deepEqual(
      told(
        await trial.call(
          "GET",
          `${PATH}/oauth/callback?state=${state}&error=access_denied`,
        ),
      ),
      [409, "oauth.denied"],
    );
  }));

Deno.test("tokens that ended are renewed, and the refresh token that was given out last is the one used next", () =>
  withSource(async (trial, source) => {
    fill(source, 3);
    const id = await connected(trial, source);
    await trial.runJobs();
    for (let hour = 1; hour <= 4; hour++) {
      fill(source, 1, 3 + hour);
      trial.clock.advance(3_600_000);
      await trial.runJobs();
      assert.equal((await records(trial, id)).length, 3 + hour);
    }
    const tokens = source.seen.filter(({ path }) => path === "/token");
    // One for the code, and one each hour: the source ends a grant whose old refresh token comes again.
    assert.equal(tokens.length, 5);
    assert.equal((await healthOf(trial, id))["state"] as unknown, "healthy");
  }));

Deno.test("a source that no longer takes a token is given another one, once", () =>
  withSource(async (trial, source) => {
    fill(source, 1);
    const id = await connected(trial, source);
    let refused = 0;
    source.faults.list = (_, response) => {
      if (refused++ > 0) return null;
      send(response, 401, { error: "invalid_token" });
      return true;
    };
    await trial.runJobs();
    assert.equal((await records(trial, id)).length, 1);
    source.faults.list = (_, response) => {
      send(response, 401, {});
      return true;
    };
    trial.clock.advance(3_600_000);
    await trial.runJobs();
    const health = await healthOf(trial, id);
    // Its own server still grants: nobody needs to authorise anything.
    assert.deepEqual(
      [health["state"], health["last_failure"]!["cause"]] as unknown,
      ["healthy", "unauthorised"],
    );
  }));

Deno.test("a grant is over when the source says so twice, a minute apart; a hiccup in the same words is none", () =>
  withSource(async (trial, source) => {
    fill(source, 1);
    const id = await connected(trial, source);
    await trial.runJobs();
    const hour = async () => {
      trial.clock.advance(6 * 3_600_000);
      await trial.runJobs();
      return (await healthOf(trial, id))["state"] as unknown;
    };
    const says = (status: number, body: unknown): Fault => (_, response) => {
      send(response, status, body);
      return true;
    };
    for (
      const hiccup of [
        says(500, { error: "invalid_grant" }),
        says(503, "<html>"),
        says(200, "<html>"),
        says(429, { error: "invalid_grant" }),
        says(400, { error: "invalid_client" }),
        says(400, { error: "temporarily_unavailable" }),
      ]
    ) {
      source.faults.token = hiccup;
      assert.notEqual(await hour(), "needs_reauth");
    }
    source.faults.token = says(400, { error: "invalid_grant" });
    assert.equal(await hour(), "degraded");
    source.faults.token = null;
    fill(source, 1, 2);
    assert.equal(await hour(), "healthy");
    assert.equal((await records(trial, id)).length, 2);
    await source.endGrants();
    assert.equal(await hour(), "degraded");
    assert.equal(await hour(), "needs_reauth");
    const asked = source.seen.length;
    await hour();
    assert.equal(source.seen.length, asked, "nothing is asked any more");
    const events = (await trial.events()).filter(({ type }) =>
      type === "CONNECTION_DEGRADED"
    );
    assert.deepEqual(events.at(-1)!.payload["after"], {
      state: "needs_reauth",
    });
    // Authorised anew, it goes on where it was.
    const back = await authorise(trial, source, id);
    await trial.call("GET", `${back.pathname}${back.search}`);
    fill(source, 1, 3);
    await trial.runJobs();
    assert.equal((await records(trial, id)).length, 3);
    assert.equal((await healthOf(trial, id))["state"] as unknown, "healthy");
  }));

Deno.test("what a source may do wrong: each has its cause, loses nothing, and is tried again when it is time", () =>
  withSource(async (trial, source) => {
    fill(source, 3);
    const id = await connected(trial, source);
    const answers: readonly (readonly [string, string, Fault])[] = [
      ["rate_limited", "429", (_, response) => {
        send(response, 429, {}, { "Retry-After": "7200" });
        return true;
      }],
      ["server_error", "500", (_, response) => {
        send(response, 500, "oops");
        return true;
      }],
      ["unreadable", "not JSON", (_, response) => {
        send(response, 200, "<html>maintenance</html>");
        return true;
      }],
      ["unreadable", "no list of items", (_, response) => {
        send(response, 200, { data: "none" });
        return true;
      }],
      ["unreadable", "an item without an id", (_, response) => {
        send(response, 200, { data: [{ memo: "x" }] });
        return true;
      }],
      ["unreadable", "not JSON", (_, response) => {
        send(response, 200, `{"data":[{"id":"a\\u0000"}]}`);
        return true;
      }],
      ["too_large", "outgoing.too_large", (_, response) => {
        send(response, 200, `{"data":"${"x".repeat(9 * 1024 * 1024)}"}`);
        return true;
      }],
      ["unreachable", "outgoing.unreachable", (request) => {
        request.socket.destroy();
        return true;
      }],
      ["rejected", "404", (_, response) => {
        send(response, 404, {});
        return true;
      }],
    ];
    const { events } = trial;
    for (const [cause, detail, fault] of answers) {
      source.faults.list = fault;
      const before = trial.clock.now();
      await trial.runJobs();
      const health = await healthOf(trial, id);
      assert.deepEqual(health["last_failure"] as unknown, {
        at: before,
        cause,
        detail,
      });
      const waitS = (Date.parse(health["next_try_at"]!) - Date.parse(before)) /
        1_000;
      assert(waitS >= 30, `${cause}: ${waitS}`);
      if (cause === "rate_limited") assert.equal(waitS, 7200);
      // Not before its time.
      const asked = source.seen.length;
      trial.clock.advance(waitS * 1_000 - 1);
      await trial.runJobs();
      assert.equal(source.seen.length, asked);
      trial.clock.advance(1);
    }
    const bad = await healthOf(trial, id);
    assert.deepEqual([bad["state"], bad["failures_in_row"]] as unknown, [
      "broken",
      9,
    ]);
    source.faults.list = null;
    await trial.runJobs();
    // A probe that went well: the next one decides.
    assert.equal((await healthOf(trial, id))["state"] as unknown, "degraded");
    assert.equal((await records(trial, id)).length, 3);
    trial.clock.advance(3_600_000);
    await trial.runJobs();
    assert.equal((await healthOf(trial, id))["state"] as unknown, "healthy");
    const ends = (await events()).filter(({ type }) => type === "PULL_ENDED");
    assert.equal(ends.length, 11);
  }));

Deno.test("a redirect to the inside, an endless cursor and a circle of them: refused, and found", () =>
  withSource(async (trial, source) => {
    fill(source, 3);
    const id = await connected(trial, source);
    const after = async (fault: Fault) => {
      source.faults.list = fault;
      await trial.call("POST", `${PATH}/${id}/sync`);
      await trial.runJobs();
      const { state, last_failure } = await healthOf(trial, id) as unknown as {
        state: string;
        last_failure: { cause: string; detail: string };
      };
      return [state, last_failure.cause, last_failure.detail];
    };
    let page = 0;
    assert.deepEqual(
      await after((_, response) => {
        send(response, 200, { data: [], next: `c${page++}` });
        return true;
      }),
      ["healthy", "endless", "pages without anything new"],
    );
    assert.equal(page, 20);
    assert.deepEqual(
      await after((_, response) => {
        const data = source.list.slice(page % 3, page % 3 + 1);
        send(response, 200, { data, next: `c${page++ % 3}` });
        return true;
      }),
      ["healthy", "endless", "a cursor came again"],
    );
    const inside = "http://169.254.169.254/latest/meta-data/";
    assert.deepEqual(
      await after((_, response) => {
        response.writeHead(302, { Location: inside }).end();
        return true;
      }),
      ["broken", "refused", "outgoing.refused"],
    );
  }));

Deno.test("a link to a next page of another origin is not followed with our token", () =>
  withSource(async (trial, source) => {
    fill(source, 1);
    const id = await connected(trial, source, { paging: { style: "link" } });
    source.faults.list = (_, response) => {
      send(response, 200, { data: [] }, {
        Link: '<https://elsewhere.example/t?page=2>; rel="next"',
      });
      return true;
    };
    await trial.runJobs();
    assert.deepEqual((await healthOf(trial, id))["last_failure"] as unknown, {
      at: "2026-01-02T03:04:05.000Z",
      cause: "unreadable",
      detail: "a next page elsewhere",
    });
  }));

Deno.test("pending, then booked under its id: one record, and it keeps its decision", () =>
  withSource(async (trial, source) => {
    const pending = transaction(1, { status: "pending", memo: "TIMBER YARD" });
    source.list.push(pending);
    const id = await connected(trial, source);
    await trial.runJobs();
    const [record] = await records(trial, id);
    source.list[0] = { ...pending, status: "booked", memo: "Timber Yard Ltd" };
    trial.clock.advance(3_600_000);
    await trial.runJobs();
    const [booked, ...more] = await records(trial, id);
    assert.deepEqual(
      [booked!["id"], booked!["description"], more.length] as unknown,
      [record!["id"], "Timber Yard Ltd", 0],
    );
  }));

Deno.test("a revoked authorisation is forgotten here and at the source, and nothing is pulled any more", () =>
  withSource(async (trial, source) => {
    fill(source, 1);
    const id = await connected(trial, source);
    await trial.runJobs();
    const revoked = await trial.call("POST", `${PATH}/${id}/oauth/revoke`);
    assert.deepEqual(revoked.body as unknown, { revoked_at_source: true });
    const asked = source.seen.length;
    trial.clock.advance(24 * 3_600_000);
    await trial.runJobs();
    assert.equal(source.seen.length, asked);
    assert.deepEqual(
      told(await trial.call("POST", `${PATH}/${id}/sync`)),
      [409, "connection.not_authorised"],
    );
    const again = await trial.call("POST", `${PATH}/${id}/oauth/revoke`);
    assert.deepEqual(told(again), [409, "connection.not_authorised"]);
  }));
