import assert from "node:assert/strict";
import { externalId } from "../../src/tenancy/external_id.ts";
import {
  ENDED_PROFILE,
  type ExternalMember,
  type ExternalProfile,
  newExternalMember,
} from "../../src/tenancy/external_member.ts";
import { SAMPLE_AT, sampleIds, sampleMember } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const newId = () => externalId("clerk", sampleIds.next("usr"));

const organisation = (id = newId()) => ({
  id,
  version: 1,
  linkedAt: SAMPLE_AT,
  named: null,
  ended: false,
});

export function externalCases(test: Case): void {
  test("keeps what an identity provider told, in one tenant", async (subject) => {
    const [mine, theirs] = [
      await freshTenant(subject),
      await freshTenant(subject),
    ];
    const link = organisation();
    const member = sampleMember();
    const told: ExternalMember = {
      ...newExternalMember(newId()),
      memberId: member.id,
      memberships: [{
        id: "orgmem_1",
        at: 1_900_000_000_001,
        role: null,
        email: "zoë@x.example",
        name: null,
        ended: false,
      }],
    };
    const next: ExternalMember = {
      ...told,
      profile: { at: 5, email: null, name: "Zoë", ended: false },
      vouched: { at: 6, role: "viewer" },
    };
    await mine.run(async (tx) => {
      await tx.members.add([member]);
      await tx.externalOrganisations.add([link]);
      await tx.externalMembers.add([told]);
    });
    const named = { at: 7, name: "Fox & Co" };
    await mine.run(async (tx) => {
      assert.deepEqual(await tx.externalMembers.all(), [told]);
      assert.deepEqual(await tx.externalOrganisations.all(), [link]);
      await tx.externalMembers.save([next]);
      await tx.externalOrganisations.save([{ ...link, named, ended: true }]);
    });
    await mine.run(async (tx) => {
      assert.deepEqual(await tx.externalMembers.find([told.id]), [
        { ...next, version: 2 },
      ]);
      assert.deepEqual(await tx.externalOrganisations.find([link.id]), [
        { ...link, version: 2, named, ended: true },
      ]);
    });
    await theirs.run(async (tx) => {
      assert.deepEqual(await tx.externalMembers.all(), []);
      assert.deepEqual(await tx.externalOrganisations.find([link.id]), []);
      await tx.externalMembers.add([newExternalMember(told.id)]);
    });
    const { directory } = subject;
    assert.deepEqual(
      await directory.tenantsOfExternalUser(told.id),
      [mine.tenant.id, theirs.tenant.id].sort(),
    );
    assert.deepEqual(await directory.tenantsOfExternalUser(newId()), []);
  });

  test("finds the tenant that an organisation is linked to, once it is committed", async (subject) => {
    const { run, tenant } = await freshTenant(subject);
    const other = await freshTenant(subject);
    const link = organisation();
    const found = () => subject.directory.tenantOfOrganisation(link.id);
    await assert.rejects(
      run(async (tx) => {
        await tx.externalOrganisations.add([link]);
        throw new Error("undone");
      }),
      /undone/,
    );
    assert.equal(await found(), undefined);
    await run((tx) => tx.externalOrganisations.add([link]));
    assert.equal(await found(), tenant.id);
    await assert.rejects(
      other.run((tx) => tx.externalOrganisations.add([link])),
    );
    await assert.rejects(
      run((tx) => tx.externalOrganisations.add([organisation()])),
    );
    assert.equal(await found(), tenant.id);
  });

  test("keeps the latest that was told of a user, whoever tells it at once", async ({ directory }) => {
    const { externalUsers } = directory;
    const id = newId();
    const profile = (at: number): ExternalProfile => ({
      at,
      email: null,
      name: `Zoë ${at}`,
      ended: false,
    });
    assert.equal(await externalUsers.find(id), undefined);
    await Promise.all(
      [3, 9, 1, 7].map((at) => externalUsers.tell(id, profile(at))),
    );
    assert.deepEqual(await externalUsers.find(id), profile(9));
    await externalUsers.tell(id, ENDED_PROFILE);
    await externalUsers.tell(id, profile(10));
    assert.deepEqual(await externalUsers.find(id), ENDED_PROFILE);
  });
}
