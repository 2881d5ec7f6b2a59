import assert from "node:assert/strict";
import type { Call } from "./http_client.ts";
import { memberOf, SESSION, tokenOf, told } from "./signed_in.ts";
import type { TestOn } from "./tests_on.ts";

const PATH = "/api/v1/invitations";
const REFUSED = [401, "invitation.refused"];

async function invite(
  call: Call,
  role = "reviewer",
  email = "bo@foxglove.example",
) {
  const made = await call("POST", PATH, { email, role });
  assert.equal(made.status, 201, made.text);
  return { code: made.body["code"]!, id: made.body["id"]! };
}

function accept(call: Call, code: string) {
  return call("POST", `${PATH}/accept`, { code, name: "Bo", as: "bearer" });
}

async function states(call: Call): Promise<readonly unknown[]> {
  const { body } = await call("GET", PATH);
  return body["data"]!.map((one) => one["state"]);
}

/** Asking people to become members, on every storage. */
export function invitationTests(test: TestOn): void {
  test("an invitation is told once, accepted once, and told of in the log without address and code", async (trial) => {
    const key = { "Idempotency-Key": "invite-bo" };
    const body = { email: "Bo@foxglove.example", role: "reviewer" };
    const made = await trial.call("POST", PATH, body, key);
    const { code, link, ...invitation } = made.body as unknown as Readonly<
      Record<string, string>
    >;
    assert.match(code!, /^balinv_[0-9a-f]{64}$/);
    assert.equal(link as unknown, `http://balance.test/sign-in#${code}`);
    assert.deepEqual(invitation as unknown, {
      id: invitation["id"],
      email: "Bo@foxglove.example",
      role: "reviewer",
      state: "standing",
      invited_by: trial.apiKey.id,
      created_at: "2026-01-02T03:04:05.000Z",
      expires_at: "2026-01-09T03:04:05.000Z",
      accepted_at: null,
      accepted_by: null,
      revoked_at: null,
    });
    const again = await trial.call("POST", PATH, body, key);
    assert.deepEqual(again.body as unknown, {
      ...invitation,
      code: null,
      link: null,
    });
    const accepted = await accept(trial.as(null), code!);
    assert.equal(accepted.status, 201, accepted.text);
    const bo = trial.as(accepted.body["token"]!);
    const { body: session } = await bo("GET", SESSION);
    assert.deepEqual(
      [session["role"], session["member"]] as unknown,
      ["reviewer", { email: "Bo@foxglove.example", name: "Bo" }],
    );
    assert.deepEqual(told(await accept(trial.as(null), code!)), REFUSED);
    const memberId = accepted.body["member"]!["id"]!;
    const id = invitation["id"]!;
    const listed = await trial.call("GET", PATH);
    assert.deepEqual(listed.body["data"] as unknown, [{
      ...invitation,
      state: "accepted",
      accepted_at: "2026-01-02T03:04:05.000Z",
      accepted_by: memberId,
    }]);
    const events = await trial.events();
    assert.deepEqual(
      events.slice(-3).map(({ type, payload }) => [type, payload]),
      [
        ["INVITATION_CREATED", { invitation_id: id, role: "reviewer" }],
        ["MEMBER_ADDED", { member_id: memberId, role: "reviewer" }],
        [
          "INVITATION_ACCEPTED",
          { invitation_id: id, member_id: memberId, role: "reviewer" },
        ],
      ],
    );
    const kept = JSON.stringify([events, trial.lines, listed.body]);
    assert(!kept.includes(code!));
    assert(!/bo@foxglove/i.test(JSON.stringify([events, trial.lines])));
  });

  test("of twenty who accept at once one becomes a member", async (trial) => {
    const { code } = await invite(trial.call);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => accept(trial.as(null), code)),
    );
    const [first, ...others] = answers.toSorted((a, b) => a.status - b.status);
    assert.equal(first!.status, 201);
    for (const other of others) assert.deepEqual(told(other), REFUSED);
    const members = await trial.call("GET", "/api/v1/members");
    assert.deepEqual(
      members.body["data"]!.map((one) => one["email"]) as unknown,
      ["ann@foxglove.example", "bo@foxglove.example"],
    );
  });

  test("revoked, expired, unknown and made anew: the same answer", async (trial) => {
    const { call, clock } = trial;
    const replaced = await invite(call);
    const revoked = await invite(call);
    assert.deepEqual(
      told(await call("DELETE", `${PATH}/${revoked.id}`)),
      [204],
    );
    assert.deepEqual(
      told(await call("DELETE", `${PATH}/${revoked.id}`)),
      [204],
    );
    const expired = await invite(call);
    clock.advance(7 * 86_400_000);
    const texts = new Set<string>();
    for (
      const code of [
        replaced.code,
        revoked.code,
        expired.code,
        `balinv_${"0".repeat(64)}`,
      ]
    ) {
      const answer = await accept(trial.as(null), code);
      assert.deepEqual(told(answer), REFUSED);
      texts.add(answer.text);
    }
    assert.equal(texts.size, 1);
    assert.deepEqual(await states(call), ["revoked", "revoked", "expired"]);
    assert.deepEqual(
      (await trial.events()).slice(-5).map(({ type }) => type),
      [
        "INVITATION_CREATED",
        "INVITATION_REVOKED",
        "INVITATION_CREATED",
        "INVITATION_REVOKED",
        "INVITATION_CREATED",
      ],
    );
  });

  test("an accepted invitation cannot be revoked", async (trial) => {
    const { code, id } = await invite(trial.call);
    await accept(trial.as(null), code);
    assert.deepEqual(
      told(await trial.call("DELETE", `${PATH}/${id}`)),
      [409, "invitation.accepted"],
    );
  });

  test("nobody invites into more than they may do", async (trial) => {
    const admin = trial.as(await trial.keyOf("admin"));
    const agent = trial.as(await trial.keyOf("agent", ["members.write"]));
    const reviewer = trial.as(await trial.keyOf("reviewer"));
    const ask = async (call: Call, role: string) =>
      told(await call("POST", PATH, { email: "x@foxglove.example", role }));
    assert.deepEqual(await ask(admin, "owner"), [403, "member.owners_only"]);
    assert.deepEqual(await ask(agent, "viewer"), [403, "member.beyond_giver"]);
    assert.deepEqual(await ask(reviewer, "viewer"), [403, "access.denied"]);
    assert.deepEqual(await ask(admin, "admin"), [201]);
    const { id } = await invite(trial.call, "owner");
    assert.deepEqual(
      told(await admin("DELETE", `${PATH}/${id}`)),
      [403, "member.owners_only"],
    );
    assert.deepEqual(
      told(
        await admin("POST", PATH, {
          email: "bo@foxglove.example",
          role: "viewer",
        }),
      ),
      [403, "member.owners_only"],
    );
    assert.deepEqual(
      told(
        await admin("POST", PATH, {
          email: "ANN@foxglove.example",
          role: "viewer",
        }),
      ),
      [409, "member.email_taken"],
    );
  });

  test("an inviter who left, lost the right or whose key is dead lets nobody in", async (trial) => {
    const { id, email } = await memberOf(trial, "admin");
    const admin = trial.as(await tokenOf(trial, email));
    const byAdmin = await invite(admin, "admin", "a@foxglove.example");
    const key = await trial.call("POST", "/api/v1/api-keys", {
      name: "k",
      role: "admin",
    });
    const byKey = await invite(
      trial.as(key.body["secret"]!),
      "viewer",
      "b@foxglove.example",
    );
    const try_ = async (code: string) =>
      told(await accept(trial.as(null), code));
    await trial.call("PATCH", `/api/v1/members/${id}`, { role: "reviewer" });
    assert.deepEqual(await try_(byAdmin.code), REFUSED);
    await trial.call("PATCH", `/api/v1/members/${id}`, { role: "admin" });
    await trial.call("DELETE", `/api/v1/members/${id}`);
    assert.deepEqual(await try_(byAdmin.code), REFUSED);
    await trial.call("DELETE", `/api/v1/api-keys/${key.body["id"]}`);
    assert.deepEqual(await try_(byKey.code), REFUSED);
    assert.deepEqual(await states(trial.call), ["standing", "standing"]);
  });

  test("an inviter who was put down and up again lets in as before", async (trial) => {
    const { id, email } = await memberOf(trial, "admin");
    const admin = trial.as(await tokenOf(trial, email));
    const { code } = await invite(admin, "admin");
    await trial.call("PATCH", `/api/v1/members/${id}`, { role: "viewer" });
    await trial.call("PATCH", `/api/v1/members/${id}`, { role: "admin" });
    assert.deepEqual(told(await accept(trial.as(null), code)), [201]);
  });

  test("who was added meanwhile is not made a member twice; who is removed has no invitation left", async (trial) => {
    const email = "viewer@foxglove.example";
    const { code } = await invite(trial.call, "viewer", email);
    const { id } = await memberOf(trial, "viewer");
    assert.deepEqual(
      told(await accept(trial.as(null), code)),
      [409, "member.email_taken"],
    );
    await trial.call("DELETE", `/api/v1/members/${id}`);
    assert.deepEqual(told(await accept(trial.as(null), code)), REFUSED);
    assert.deepEqual(await states(trial.call), ["revoked"]);
  });
}
