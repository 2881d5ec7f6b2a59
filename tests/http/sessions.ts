import assert from "node:assert/strict";
import { memberOf, SESSION, signInCode, tokenOf, told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const ANN = "ann@foxglove.example";
const REFUSED = [401, "session.refused"];
const OUT = [401, "access.unauthenticated"];

/** Signing in and out, on every storage. */
export function sessionTests(test: TestOn): void {
  test("a code becomes a session, which tells who it is and what they may do", async (trial) => {
    const { email, id } = await memberOf(trial, "viewer");
    const code = await signInCode(trial, email.toUpperCase());
    const started = await trial.as(null)("POST", SESSION, {
      code,
      as: "bearer",
    });
    const { token, ...rest } = started.body as unknown as Readonly<
      Record<string, string>
    >;
    assert.deepEqual([started.status, rest], [201, {
      tenant: { id: trial.tenant.id, name: "Foxglove Joinery" },
      member: { id, name: "viewer", role: "viewer" },
      expires_at: "2026-01-02T15:04:05.000Z",
    }]);
    assert.equal(started.headers.get("set-cookie"), null);
    const viewer = trial.as(token!);
    assert.deepEqual((await viewer("GET", SESSION)).body as unknown, {
      tenant_id: trial.tenant.id,
      actor: { kind: "member", id },
      role: "viewer",
      member: { email, name: "viewer" },
      actions: [
        "records.read",
        "receipts.read",
        "categories.read",
        "rules.read",
        "approvals.read",
        "quality.read",
        "reports.read",
        "events.read",
        "dead_letters.read",
        "connections.read",
        "tenant.read",
        "members.read",
        "session.own",
      ],
      expires_at: "2026-01-02T15:04:05.000Z",
    });
    assert.deepEqual(
      told(await viewer("POST", "/api/v1/categories", { name: "Rail" })),
      [403, "access.denied"],
    );
    trial.clock.advance(12 * 3_600_000);
    assert.deepEqual(told(await viewer("GET", SESSION)), OUT);
  });

  test("a code is good once, for whoever is first of twenty, and for ten minutes", async (trial) => {
    const code = await signInCode(trial, ANN);
    const answers = await Promise.all(
      Array.from(
        { length: 20 },
        () => trial.as(null)("POST", SESSION, { code, as: "bearer" }),
      ),
    );
    const [first, ...others] = answers.toSorted((a, b) => a.status - b.status);
    assert.equal(first!.status, 201);
    for (const other of others) assert.deepEqual(told(other), REFUSED);
    const late = await signInCode(trial, ANN);
    trial.clock.advance(600_000);
    for (const wrong of [code, late, "no.such.code", first!.body["token"]!]) {
      const answer = await trial.as(null)("POST", SESSION, { code: wrong });
      assert.deepEqual(told(answer), REFUSED, wrong);
    }
  });

  test("a sign-in code opens nothing by itself", async (trial) => {
    const code = await signInCode(trial, ANN);
    assert.deepEqual(told(await trial.as(code)("GET", SESSION)), OUT);
  });

  test("another role holds from the next request on", async (trial) => {
    const { email, id } = await memberOf(trial, "admin");
    const admin = trial.as(await tokenOf(trial, email));
    const rail = () => admin("POST", "/api/v1/categories", { name: "Rail" });
    await trial.call("PATCH", `/api/v1/members/${id}`, { role: "viewer" });
    assert.deepEqual(told(await rail()), [403, "access.denied"]);
    await trial.call("PATCH", `/api/v1/members/${id}`, { role: "admin" });
    assert.deepEqual(told(await rail()), [201]);
  });

  test("who signs out of one session stays in the other", async (trial) => {
    const one = trial.as(await tokenOf(trial, ANN));
    const other = trial.as(await tokenOf(trial, ANN));
    assert.deepEqual(told(await one("DELETE", SESSION)), [204]);
    assert.deepEqual(told(await one("GET", SESSION)), OUT);
    assert.deepEqual(told(await other("GET", SESSION)), [200]);
  });

  test("who signs out everywhere is out of every session, with codes not used yet", async (trial) => {
    const { email, id } = await memberOf(trial, "reviewer");
    const one = trial.as(await tokenOf(trial, email));
    const other = trial.as(await tokenOf(trial, email));
    const code = await signInCode(trial, email);
    const everywhere = `${SESSION}?everywhere=true`;
    assert.deepEqual(told(await one("DELETE", everywhere)), [204]);
    for (const session of [one, other]) {
      assert.deepEqual(told(await session("GET", SESSION)), OUT);
    }
    const late = await trial.as(null)("POST", SESSION, { code });
    assert.deepEqual(told(late), REFUSED);
    const again = trial.as(await tokenOf(trial, email));
    assert.deepEqual(told(await again("GET", SESSION)), [200]);
    const revoked = (await trial.events()).at(-1)!;
    assert.deepEqual(
      [revoked.type, revoked.payload],
      ["SESSIONS_REVOKED", { member_id: id }],
    );
  });

  test("who keeps members ends others' sessions, an owner's only as an owner", async (trial) => {
    const { email, id } = await memberOf(trial, "reviewer");
    const reviewer = trial.as(await tokenOf(trial, email));
    const ann = trial.as(await tokenOf(trial, ANN));
    const admin = trial.as(await trial.keyOf("admin"));
    const end = (member: string) =>
      `/api/v1/members/${member}/sessions` as const;
    assert.deepEqual(
      told(await reviewer("DELETE", end(trial.owner.id))),
      [403, "access.denied"],
    );
    assert.deepEqual(
      told(await admin("DELETE", end(trial.owner.id))),
      [403, "member.owners_only"],
    );
    assert.deepEqual(told(await ann("GET", SESSION)), [200]);
    assert.deepEqual(told(await admin("DELETE", end(id))), [204]);
    assert.deepEqual(told(await reviewer("GET", SESSION)), OUT);
    assert.deepEqual(told(await ann("DELETE", end(trial.owner.id))), [204]);
    assert.deepEqual(told(await ann("GET", SESSION)), OUT);
  });

  test("who is removed is out at once, and no code lets them in", async (trial) => {
    const { email, id } = await memberOf(trial, "admin");
    const admin = trial.as(await tokenOf(trial, email));
    const code = await signInCode(trial, email);
    await trial.call("DELETE", `/api/v1/members/${id}`);
    assert.deepEqual(told(await admin("GET", SESSION)), OUT);
    const late = await trial.as(null)("POST", SESSION, { code });
    assert.deepEqual(told(late), REFUSED);
    // A member of the same address is somebody else.
    await memberOf(trial, "admin");
    assert.deepEqual(told(await admin("GET", SESSION)), OUT);
  });

  test("a session is of its own tenant", async (trial) => {
    const made = await trial.call("POST", "/api/v1/categories", {
      name: "Rail",
    });
    const { body } = await trial.as(await trial.stranger())("GET", SESSION);
    const theirs = body["tenant_id"] as `ten_${string}`;
    const stranger = trial.as(
      await tokenOf(
        { ...trial, tenant: { ...trial.tenant, id: theirs } },
        "bo@otter.example",
      ),
    );
    assert.deepEqual(
      told(await stranger("GET", `/api/v1/categories/${made.body["id"]}`)),
      [404, "category.missing"],
    );
    assert.equal(
      (await stranger("GET", SESSION)).body["tenant_id"] as unknown,
      theirs,
    );
  });
}
