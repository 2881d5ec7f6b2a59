import assert from "node:assert/strict";
import { clerkHook } from "../../adapters/clerk/clerk_hook.ts";
import { clerkIdentity } from "../../adapters/clerk/clerk_identity.ts";
import { fixedKey } from "../../adapters/clerk/signing_keys.ts";
import { honoApi } from "../../adapters/hono/hono_api.ts";
import { IdentityDown } from "../../ports/identity.ts";
import { firstOf } from "../../src/main/open_clerk.ts";
import { linkOrganisation } from "../../src/tenancy/use_cases/link_organisation.ts";
import {
  claims,
  clerkKey,
  HOOK_SECRET,
  ISSUER,
  membershipData,
  PARTY,
  signed,
  svixHeaders,
  userData,
} from "../support/clerk.ts";
import { ok } from "../../src/kernel/result.ts";
import { permitTo } from "../support/samples.ts";
import { value } from "../support/trial.ts";
import { httpClient, problem } from "./http_client.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const key = await clerkKey("ins_1");
const roles = new Map(
  [["org:admin", "admin"], ["org:member", "viewer"]] as const,
);

/** The trial's service with Clerk before it, its tenant linked. */
async function withClerk({ deps, clock, tenant }: HttpTrial) {
  const trust = { issuer: ISSUER, parties: [PARTY], audiences: [], roles };
  const clerk = clerkIdentity({ trust, keys: fixedKey(key.pem), clock });
  const app = honoApi({
    deps: { ...deps, identity: firstOf(clerk, deps.identity) },
    log: () => {},
    ready: () => Promise.resolve(true),
    identityHook: clerkHook({
      secretsAt: () => [HOOK_SECRET],
      roles,
      clock,
    }),
  });
  value(
    await linkOrganisation(deps, {
      tenantId: tenant.id,
      provider: "clerk",
      organisation: "org_fox",
    }),
  );
  const nobody = httpClient(app, null);
  let next = 1;
  return {
    app,
    nobody,
    async as(given: Readonly<Record<string, unknown>> = {}) {
      return httpClient(app, await signed(key, claims(clock, given)));
    },
    /** Sends an event as Svix does; the status. */
    async send(type: string, data: unknown, id = `msg_${next++}`) {
      const body = JSON.stringify({ type, data, object: "event" });
      const headers = await svixHeaders(body, {
        id,
        at: Date.parse(clock.now()),
      });
      const answer = await nobody(
        "POST",
        "/api/v1/hooks/clerk",
        body,
        headers,
      );
      return answer.status;
    },
  };
}

/** People of Clerk, through HTTP. */
export function clerkTests(on: TestOn): void {
  on(
    "somebody of a linked organisation is let in, with the role that stands for theirs",
    async (trial) => {
      const { as } = await withClerk(trial);
      const ann = await as();
      assert.equal(
        (await ann("GET", "/api/v1/tenant")).body["id"],
        trial.tenant.id,
      );
      const made = await ann("POST", "/api/v1/categories", { name: "Fuel" });
      assert.equal(made.status, 201);
      const bo = await as({
        sub: "user_bo",
        o: { id: "org_fox", rol: "member" },
      });
      assert.equal((await bo("GET", "/api/v1/categories")).status, 200);
      const denied = await bo("POST", "/api/v1/categories", { name: "Oil" });
      assert.deepEqual(
        [denied.status, denied.body],
        [
          403,
          problem("access.denied", 403, "Your role does not allow this", {
            action: "categories.write",
          }),
        ],
      );
      // What they do carries their name, not Clerk's.
      const { body } = await trial.call("GET", "/api/v1/events?limit=200");
      const event = body["data"]!.find((one) =>
        one["type"] === "CATEGORY_CREATED"
      );
      assert(event!["actor"]!.startsWith("usr_"));
      // An API key goes on as before.
      assert.equal((await trial.call("GET", "/api/v1/tenant")).status, 200);
    },
  );

  on("many first requests at once make one member", async (trial) => {
    const { as } = await withClerk(trial);
    const ann = await as();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ann("GET", "/api/v1/tenant")),
    );
    assert.deepEqual(
      new Set(answers.map(({ status }) => status)),
      new Set([200]),
    );
    const { body } = await trial.call("GET", "/api/v1/members");
    assert.equal(body["data"]!.length, 2);
  });

  on(
    "the same webhook and others at once are each taken in once",
    async (trial) => {
      const { send } = await withClerk(trial);
      const data = (n: number) =>
        membershipData({ id: `orgmem_${n}`, user: `user_${n}`, at: n });
      const sent = [1, 1, 2, 2, 3].map((n) =>
        send("organizationMembership.created", data(n), `msg_${n}`)
      );
      assert.deepEqual(await Promise.all(sent), [204, 204, 204, 204, 204]);
      const { body } = await trial.call("GET", "/api/v1/members");
      assert.deepEqual(
        body["data"]!.map((one) => `${one["email"]} ${one["role"]}`).sort(),
        [
          "ann@foxglove.example owner",
          "user_1@foxglove.example viewer",
          "user_2@foxglove.example viewer",
          "user_3@foxglove.example viewer",
        ],
      );
      const events = await trial.call(
        "GET",
        "/api/v1/events?type=MEMBER_ADDED&limit=200",
      );
      assert.equal(events.body["data"]!.length, 4);
    },
  );

  on(
    "who was removed is refused at once, with a token that still holds",
    async (trial) => {
      const { as, send } = await withClerk(trial);
      const ann = await as();
      assert.equal((await ann("GET", "/api/v1/tenant")).status, 200);
      const data = membershipData({ role: "org:admin", at: 5 });
      assert.equal(await send("organizationMembership.created", data), 204);
      assert.equal(await send("organizationMembership.deleted", data), 204);
      const refused = await ann("GET", "/api/v1/tenant");
      assert.equal(refused.status, 401);
      // A late word of before brings nobody back.
      assert.equal(await send("organizationMembership.updated", data), 204);
      assert.equal((await ann("GET", "/api/v1/tenant")).status, 401);
    },
  );

  on(
    "a user who is told of before, after and between is called as last told",
    async (trial) => {
      const { send } = await withClerk(trial);
      const user = (at: number, name: string) => ({
        id: "user_bo",
        updated_at: at,
        first_name: name,
        last_name: null,
        primary_email_address_id: "idn_1",
        email_addresses: [{ id: "idn_1", email_address: "bo@x.example" }],
      });
      const names = async () => {
        const { body } = await trial.call("GET", "/api/v1/members");
        return body["data"]!.map((one) => `${one["email"]} ${one["name"]}`);
      };
      await send("user.updated", user(20, "Robert"));
      await send("user.updated", user(10, "Bob"));
      const data = membershipData({ user: "user_bo", at: 5, first: "Bo" });
      await send("organizationMembership.created", data);
      assert.deepEqual((await names()).at(-1), "bo@x.example Robert");
      await send("user.updated", user(30, "Rob"));
      await send("user.created", user(1, "Bo"));
      assert.deepEqual((await names()).at(-1), "bo@x.example Rob");
      await send("user.deleted", { id: "user_bo", deleted: true });
      assert.deepEqual(await names(), ["ann@foxglove.example Ann"]);
    },
  );

  on(
    "another tenant's organisation, and one that is linked to nobody, open nothing here",
    async (trial) => {
      const { as, send } = await withClerk(trial);
      const stranger = await as({ o: { id: "org_otter", rol: "admin" } });
      const unknown = await stranger("GET", "/api/v1/tenant");
      const nobody = await (await as({ o: undefined }))(
        "GET",
        "/api/v1/tenant",
      );
      assert.deepEqual([unknown.status, unknown.body], [401, nobody.body]);
      const data = membershipData({ organisation: "org_otter", at: 1 });
      assert.equal(await send("organizationMembership.created", data), 204);
      const { body } = await trial.call("GET", "/api/v1/members");
      assert.equal(body["data"]!.length, 1);
    },
  );

  on(
    "a member whom Clerk keeps is changed there and not here",
    async (trial) => {
      const { send } = await withClerk(trial);
      await send(
        "organizationMembership.created",
        membershipData({ user: "user_bo", at: 1 }),
      );
      const { body } = await trial.call("GET", "/api/v1/members");
      const { id } = body["data"]!.at(-1)!;
      const kept = problem(
        "member.kept_by_provider",
        409,
        "The identity provider keeps this member; change it there",
      );
      for (
        const answer of [
          await trial.call("PATCH", `/api/v1/members/${id}`, { role: "owner" }),
          await trial.call("DELETE", `/api/v1/members/${id}`),
        ]
      ) assert.deepEqual([answer.status, answer.body], [409, kept]);
    },
  );
}

/** People of Clerk who go. */
export function clerkErasureTests(on: TestOn): void {
  on(
    "erasing a member takes what Clerk told of them, and they stay out",
    async (trial) => {
      const { as, send } = await withClerk(trial);
      const data = membershipData({
        user: "user_bo",
        at: 5,
        first: "Robertson",
      });
      await send("organizationMembership.created", data);
      await send("user.updated", {
        ...userData({
          user: "user_bo",
          at: 6,
          email: "bo@x.example",
          first: "Robertson",
        }),
      });
      const { body } = await trial.call("GET", "/api/v1/members");
      const id = body["data"]!.at(-1)!["id"]!;
      await send("organizationMembership.deleted", data);
      const asked = await trial.call("POST", "/api/v1/privacy/erasures", {
        member_id: id,
      });
      assert.equal(asked.status, 202, asked.text);
      await trial.runJobs();
      const kept = await trial.deps.uow.run(
        permitTo("members.read", trial.scope),
        async (tx) =>
          ok([await tx.externalMembers.all(), await tx.members.all()] as const),
      );
      assert(!/robertson|x\.example/i.test(JSON.stringify(kept)));
      // What is told of somebody who left is not kept here again.
      await send(
        "user.updated",
        userData({
          user: "user_bo",
          at: 7,
          email: "bo@x.example",
          first: "Robertson",
        }),
      );
      const after = await trial.deps.uow.run(
        permitTo("members.read", trial.scope),
        async (tx) => ok(await tx.externalMembers.all()),
      );
      assert(!/robertson|x\.example/i.test(JSON.stringify(after)));
      const bo = await as({ sub: "user_bo" });
      assert.equal((await bo("GET", "/api/v1/tenant")).status, 401);
    },
  );

  on(
    "of an erased tenant nobody of Clerk is let in, before the job and after",
    async (trial) => {
      const { as, send } = await withClerk(trial);
      const ann = await as();
      assert.equal((await ann("GET", "/api/v1/tenant")).status, 200);
      const gone = await trial.call("DELETE", "/api/v1/tenant", {
        confirm: trial.tenant.name,
      });
      assert(gone.status < 300, gone.text);
      const refused = async () => {
        const bo = await as({ sub: "user_bo" });
        return [
          (await ann("GET", "/api/v1/tenant")).status,
          (await bo("GET", "/api/v1/tenant")).status,
          await send(
            "organizationMembership.created",
            membershipData({ user: "user_bo", role: "org:admin", at: 5 }),
          ),
        ];
      };
      assert.deepEqual(await refused(), [401, 401, 204]);
      await trial.runJobs();
      assert.deepEqual(await refused(), [401, 401, 204]);
    },
  );
}

/** What does not depend on the storage. */
export function clerkEdgeTests(on: TestOn): void {
  on(
    "a webhook is answered 400 where it cannot be read, 401 where it is not Clerk's",
    async (trial) => {
      const { nobody, send } = await withClerk(trial);
      const body = JSON.stringify({
        type: "user.deleted",
        data: { id: "user_bo" },
      });
      const at = Date.parse(trial.clock.now());
      const post = (text: string, headers: Record<string, string>) =>
        nobody("POST", "/api/v1/hooks/clerk", text, headers);
      const good = await svixHeaders(body, { at });
      const malformed = problem(
        "hook.malformed",
        400,
        "The message cannot be read",
      );
      const untrusted = problem(
        "hook.untrusted",
        401,
        "The signature or the time of the message is not accepted",
      );
      const none = await post(body, {});
      assert.deepEqual([none.status, none.body], [400, malformed]);
      const forged = await post(`${body} `, good);
      assert.deepEqual([forged.status, forged.body], [401, untrusted]);
      const old = await post(
        body,
        await svixHeaders(body, { at: at - 301_000 }),
      );
      assert.deepEqual([old.status, old.body], [401, untrusted]);
      const noJson = await post("{", await svixHeaders("{", { at }));
      assert.deepEqual([noJson.status, noJson.body], [400, malformed]);
      const done = await post(body, good);
      assert.deepEqual([done.status, done.text], [204, ""]);
      assert.equal(await send("session.created", {}), 204);
      const large = await post("x".repeat(9 * 1024 * 1024), good);
      assert.equal(large.status, 413);
      assert.equal((await nobody("GET", "/api/v1/hooks/clerk")).status, 401);
    },
  );

  on("without a signing secret there is no such address", async (trial) => {
    const answer = await trial.call("POST", "/api/v1/hooks/clerk", {});
    assert.equal(answer.status, 404);
  });

  on(
    "where keys cannot be had a token is neither good nor bad: 503",
    async (trial) => {
      const app = honoApi({
        deps: {
          ...trial.deps,
          identity: {
            verify: () => Promise.reject(new IdentityDown(new Error("down"))),
          },
        },
        log: () => {},
        ready: () => Promise.resolve(true),
      });
      const answer = await httpClient(app, "a.b.c")("GET", "/api/v1/tenant");
      assert.deepEqual([answer.status, answer.body], [
        503,
        problem(
          "request.identity_down",
          503,
          "The identity provider does not answer",
        ),
      ]);
      assert.equal(answer.headers.get("Retry-After"), "5");
    },
  );
}
