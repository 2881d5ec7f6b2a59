import assert from "node:assert/strict";
import { sha256 } from "../../src/kernel/sha256.ts";
import {
  SAMPLE_AT,
  sampleIds,
  sampleInvitation,
  sampleMember,
} from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const LATER = "2026-01-03T00:00:00.000Z";

/** What signing in keeps and looks up. */
export function signInCases(test: Case): void {
  test("tells how it stands with a session, as of the latest commit", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const other = await freshTenant(subject);
    const member = sampleMember({ role: "admin" });
    await run((tx) => tx.members.add([member]));
    const session = {
      id: sampleIds.next("ses"),
      tenantId: tenant.id,
      memberId: member.id,
    };
    const state = (given: Partial<typeof session> = {}) =>
      subject.directory.sessionState({ ...session, ...given });
    const open = { role: "admin", epoch: 0, hasLeft: false, isEnded: false };
    assert.deepEqual(await state(), open);
    assert.equal(await state({ memberId: sampleIds.next("usr") }), undefined);
    assert.equal(await state({ tenantId: other.tenant.id }), undefined);

    const changed = { ...member, role: "viewer", sessionEpoch: 3 } as const;
    await run((tx) => tx.members.save([changed]));
    assert.deepEqual(await state(), { ...open, role: "viewer", epoch: 3 });

    const end = { ...session, expiresAt: LATER } as const;
    await assert.rejects(
      run(async (tx) => {
        await tx.endedSessions.end(end, SAMPLE_AT);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.equal((await state())?.isEnded, false);
    await run((tx) => tx.endedSessions.end(end, SAMPLE_AT));
    await run((tx) => tx.endedSessions.end(end, SAMPLE_AT));
    assert.equal((await state())?.isEnded, true);
    assert.equal(
      (await state({ id: sampleIds.next("ses") }))?.isEnded,
      false,
    );

    await run((tx) =>
      tx.members.save([{ ...changed, version: 2, removedAt: SAMPLE_AT }])
    );
    assert.equal((await state())?.hasLeft, true);
  });

  test("keeps an ended session ended until it would have expired", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const member = sampleMember();
    await run((tx) => tx.members.add([member]));
    const end = (now: typeof SAMPLE_AT, expiresAt: typeof SAMPLE_AT) => {
      const id = sampleIds.next("ses");
      const session = { id, memberId: member.id, expiresAt };
      return run((tx) => tx.endedSessions.end(session, now)).then(() => id);
    };
    const short = await end(SAMPLE_AT, LATER);
    const long = await end(SAMPLE_AT, "2026-01-04T00:00:00.000Z");
    await end("2026-01-03T00:00:00.001Z", "2026-01-05T00:00:00.000Z");
    const isEnded = async (id: typeof short) =>
      (await subject.directory.sessionState({
        id,
        tenantId: tenant.id,
        memberId: member.id,
      }))?.isEnded;
    assert.deepEqual([await isEnded(short), await isEnded(long)], [
      false,
      true,
    ]);
  });

  test("finds an invitation by its code's hash once it is committed, whatever became of it", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const [invitation, undone] = [sampleInvitation(), sampleInvitation()];
    await run((tx) => tx.invitations.add([invitation]));
    await assert.rejects(
      run(async (tx) => {
        await tx.invitations.add([undone]);
        throw new Error("undone");
      }),
      /undone/,
    );
    const found = (hash: string) => subject.directory.invitationByHash(hash);
    const expected = { tenantId: tenant.id, id: invitation.id };
    assert.deepEqual(await found(invitation.codeHash), expected);
    assert.equal(await found(undone.codeHash), undefined);
    assert.equal(await found(sha256(sampleIds.next("inv"))), undefined);
    await run((tx) =>
      tx.invitations.save([{ ...invitation, revokedAt: SAMPLE_AT }])
    );
    assert.deepEqual(await found(invitation.codeHash), expected);
  });

  test("shows an invitation to its own tenant only", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const invitation = sampleInvitation();
    await mine.run((tx) => tx.invitations.add([invitation]));
    await theirs.run(async (tx) => {
      assert.deepEqual(await tx.invitations.all(), []);
      assert.deepEqual(await tx.invitations.find([invitation.id]), []);
    });
    assert.deepEqual(await mine.run((tx) => tx.invitations.all()), [
      invitation,
    ]);
  });
}
