import assert from "node:assert/strict";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { eraseMember } from "../../src/privacy/use_cases/erase_member.ts";
import { eraseRecords } from "../../src/privacy/use_cases/erase_records.ts";
import { eraseTenant } from "../../src/privacy/use_cases/erase_tenant.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { changeMember } from "../../src/tenancy/use_cases/change_member.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { correctRecord } from "../../src/records/use_cases/correct_record.ts";
import { type CrashPoint, dying, untilDone } from "../support/crash.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

const NAME = "Quillfeather";
const EVENTS_PER_UNIT = 2;

type Kind = "records" | "member" | "tenant";

/** A tenant with a person's name in records, a member and many events; it is erased, and the worker dies once. */
async function story(kind: Kind, nth = 1, when: CrashPoint = "after") {
  const trial = await openTrial();
  const { deps, scope } = trial;
  const [office, travel] = await trial.categories("Office", "Travel");
  const ids = await trial.send(
    incoming({ externalId: "r-1", description: NAME }),
    incoming({ externalId: "r-2", counterparty: NAME }),
  );
  await trial.runJobs();
  await trial.giveAll(() => office!);
  for (const note of ["one", "two", "three"]) {
    for (const id of ids) {
      const correction = {
        categoryId: note === "two" ? travel! : office!,
        attributes: { payee: `${NAME} ${note}` },
      };
      value(
        await correctRecord(deps, scope, id, { correction, seenVersion: null }),
      );
    }
  }
  const member = value(
    await addMember(deps, scope, {
      email: "bo@foxglove.example",
      name: NAME,
      role: "viewer",
    }),
  );
  for (const name of [`${NAME} B`, `${NAME} C`, `${NAME} D`]) {
    value(await changeMember(deps, scope, member.id, { name }));
  }
  value(await changeMember(deps, scope, member.id, { remove: true }));
  await trial.runJobs();

  const fate = dying(deps.uow, nth, when);
  const mortal = { ...deps, uow: fate.uow };
  const task = openTaskScope(scope.tenantId, "erase");
  const erase = {
    records: () =>
      eraseRecords(
        mortal,
        task,
        { id: "job", recordIds: ids, externalIds: true },
        EVENTS_PER_UNIT,
      ),
    member: () =>
      eraseMember(
        mortal,
        task,
        { id: "job", memberId: member.id },
        EVENTS_PER_UNIT,
      ),
    tenant: () =>
      eraseTenant(mortal, task, { id: "job" }, {
        rowsPerUnit: 3,
        eventsPerUnit: EVENTS_PER_UNIT,
      }),
  }[kind];
  await untilDone(erase);
  const events = await trial.events();
  return {
    died: fate.died(),
    verified: value(await verifyEvents(deps, scope)).ok,
    /** Which contents went, whatever units they went in. */
    erased: events.filter(({ payload }) => "erased" in payload)
      .map(({ seq }) => seq),
    named: JSON.stringify(events).includes(NAME),
    ended: events.filter(({ type }) => type === "TENANT_ERASED").length,
    records: kind === "tenant"
      ? []
      : await Promise.all(ids.map((id) => trial.record(id))),
  };
}

for (const kind of ["records", "member", "tenant"] as const) {
  Deno.test(`erasing (${kind}) ends the same wherever the worker dies`, async () => {
    const { died: _, ...whole } = await story(kind, Infinity);
    assert(whole.verified);
    assert(whole.erased.length > 2, String(whole.erased.length));
    let deaths = 0;
    for (const when of ["before", "inside", "after"] as const) {
      for (let nth = 1;; nth++) {
        const { died, ...again } = await story(kind, nth, when);
        if (!died) break;
        deaths++;
        assert.deepEqual(again, whole, `${when} unit ${nth}`);
      }
    }
    assert(deaths > 5, String(deaths));
  });
}
