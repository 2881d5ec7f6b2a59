import assert from "node:assert/strict";
import { GENESIS, verifyChain } from "../../src/events/chain.ts";
import type { Fact } from "../../src/events/fact.ts";
import { plusMs, readInstant } from "../../src/kernel/instant.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import type { EventFilter } from "../../ports/event_log.ts";
import { permitTo, sampleIds } from "../support/samples.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

const named = (name: string): Fact => ({
  type: "CATEGORY_CREATED",
  payload: { category_id: sampleIds.next("cat"), name },
});

const erasing = (seqs: [number, number][]): Fact => ({
  type: "PERSONAL_DATA_ERASED",
  payload: { subject_id: sampleIds.next("usr"), reason: "asked", seqs },
});

export function eventCases(test: Case): void {
  test("numbers and chains what a unit appends, with who did it", async (subject) => {
    const { run, permit } = await freshTenant(subject);
    assert.deepEqual(await run((tx) => tx.events.head()), GENESIS);
    const facts: Fact[] = [
      named("Größe 🏷️ תווית"),
      {
        type: "RULES_REORDERED",
        payload: { ruleset_version: 3, before: [], after: [] },
      },
      named("second call"),
    ];
    await run((tx) => {
      tx.events.append(facts.slice(0, 2));
      tx.events.append(facts.slice(2));
      return Promise.resolve();
    });
    const events = await run((tx) => tx.events.after(0, 10));
    assert.deepEqual(
      events.map((
        { occurredAt: _, hash: __, salt: ___, payloadHash: ____, ...rest },
      ) => rest),
      facts.map(({ type, payload }, i) => ({
        seq: i + 1,
        type,
        payload,
        actor: permit.actor.id,
        sourceAgent: "balance",
      })),
    );
    for (const { occurredAt } of events) {
      assert.deepEqual(readInstant(occurredAt), { instant: occurredAt });
    }
    assert.deepEqual(verifyChain(GENESIS, events), {
      ok: true,
      head: { seq: 3, hash: events[2]!.hash },
    });
    assert.deepEqual(
      await run((tx) => tx.events.head()),
      { seq: 3, hash: events[2]!.hash },
    );
  });

  test("shows a unit only what is committed", async (subject) => {
    const { run } = await freshTenant(subject);
    await run(async (tx) => {
      tx.events.append([named("waits")]);
      assert.deepEqual(await tx.events.after(0, 10), []);
      assert.deepEqual(await tx.events.head(), GENESIS);
    });
    assert.equal((await run((tx) => tx.events.after(0, 10))).length, 1);
  });

  test("erases the contents that the unit names, and the chain holds", async (subject) => {
    const { run } = await freshTenant(subject);
    const facts = ["a", "b", "c", "d"].map(named);
    await run((tx) => Promise.resolve(tx.events.append(facts)));
    const before = await run((tx) => tx.events.after(0, 10));
    await run((tx) => {
      tx.events.erase([4, 2]);
      tx.events.append([erasing([[2, 2], [4, 4]])]);
      return Promise.resolve();
    });
    const after = await run((tx) => tx.events.after(0, 10));
    const gone = { payload: { erased: true }, salt: null };
    assert.deepEqual(after.slice(0, 4), [
      before[0],
      { ...before[1], ...gone },
      before[2],
      { ...before[3], ...gone },
    ]);
    assert.deepEqual(verifyChain(GENESIS, after), {
      ok: true,
      head: await run((tx) => tx.events.head()),
    });
    // Once more, beside others, as a job that is delivered again may ask.
    await run((tx) => {
      tx.events.erase([1, 2]);
      tx.events.append([erasing([[1, 2]])]);
      return Promise.resolve();
    });
    const again = await run((tx) => tx.events.after(0, 10));
    assert.deepEqual(again.map(({ payload }) => payload.erased ?? false), [
      true,
      true,
      false,
      true,
      false,
      false,
    ]);
    assert(verifyChain(GENESIS, again).ok);
  });

  test("erases nothing that is not named, not there, or names what was erased", async (subject) => {
    const { run } = await freshTenant(subject);
    await run((tx) =>
      Promise.resolve(tx.events.append([named("a"), named("b")]))
    );
    await run((tx) => {
      tx.events.erase([1]);
      tx.events.append([erasing([[1, 1]])]);
      return Promise.resolve();
    });
    const before = await run((tx) => tx.events.after(0, 10));
    const refused: readonly [number[], Fact[], RegExp][] = [
      [[2], [], /erases events 2 and names none/],
      [[2], [erasing([[1, 2]])], /erases events 2 and names 1-2/],
      [[], [erasing([[2, 2]])], /erases events none and names 2/],
      [
        [2, 9],
        [erasing([[2, 2], [9, 9]])],
        /event 9 cannot be erased: it is not there/,
      ],
      [
        [2, 3],
        [erasing([[2, 3]])],
        /event 3 cannot be erased: it names what was erased/,
      ],
      // What the same unit appends is not committed yet.
      [[4], [erasing([[4, 4]])], /event 4 cannot be erased: it is not there/],
    ];
    for (const [seqs, facts, why] of refused) {
      await assert.rejects(
        run((tx) => {
          tx.events.erase(seqs);
          tx.events.append(facts);
          return Promise.resolve();
        }),
        why,
      );
    }
    assert.deepEqual(await run((tx) => tx.events.after(0, 10)), before);
  });

  test("keeps the contents where the unit that erases them is undone", async (subject) => {
    const { run, permit } = await freshTenant(subject);
    await run((tx) => Promise.resolve(tx.events.append([named("a")])));
    const before = await run((tx) => tx.events.after(0, 10));
    await subject.uow.run(permit, (tx) => {
      tx.events.erase([1]);
      tx.events.append([erasing([[1, 1]])]);
      return Promise.resolve(fail("no"));
    });
    assert.deepEqual(await run((tx) => tx.events.after(0, 10)), before);
  });

  test("leaves no event of an undone unit, and no gap", async (subject) => {
    const { run, permit } = await freshTenant(subject);
    await subject.uow.run(permit, (tx) => {
      tx.events.append([named("failed")]);
      return Promise.resolve(fail("no"));
    });
    await assert.rejects(
      subject.uow.run(permit, (tx) => {
        tx.events.append([named("thrown")]);
        throw new Error("boom");
      }),
      /boom/,
    );
    await run((tx) => Promise.resolve(tx.events.append([named("kept")])));
    const events = await run((tx) => tx.events.after(0, 10));
    assert.deepEqual(events.map(({ seq, payload }) => [seq, payload.name]), [
      [1, "kept"],
    ]);
  });

  test("has no gap and one chain after twenty units at a time, each unit's facts together", async (subject) => {
    const { run, permit } = await freshTenant(subject);
    await Promise.all(
      Array.from(
        { length: 20 },
        (_, unit) =>
          subject.uow.run(permit, async (tx) => {
            tx.events.append([named(`${unit}.0`)]);
            await tx.categories.all();
            tx.events.append([named(`${unit}.1`), named(`${unit}.2`)]);
            return unit % 5 === 4 ? fail("undone") : ok(null);
          }),
      ),
    );
    const events = await run((tx) => tx.events.after(0, 1000));
    assert.deepEqual(
      events.map(({ seq }) => seq),
      Array.from({ length: 48 }, (_, i) => i + 1),
    );
    assert.deepEqual(verifyChain(GENESIS, events), {
      ok: true,
      head: await run((tx) => tx.events.head()),
    });
    const units = new Set<string>();
    for (let i = 0; i < 48; i += 3) {
      const names = events.slice(i, i + 3).map((e) => String(e.payload.name));
      const unit = names[0]!.split(".")[0]!;
      assert.deepEqual(names, [`${unit}.0`, `${unit}.1`, `${unit}.2`]);
      units.add(unit);
    }
    assert.equal(units.size, 16);
  });

  test("finds what is about something, wherever its id stands", async (subject) => {
    const { run } = await freshTenant(subject);
    const [record, other] = [sampleIds.next("rec"), sampleIds.next("rec")];
    const [approval, member] = [sampleIds.next("apr"), sampleIds.next("usr")];
    const facts: Fact[] = [
      { type: "REPROCESS_REQUESTED", payload: { record_id: record } },
      { type: "REPROCESS_REQUESTED", payload: { record_id: other } },
      {
        type: "TX_REJECTED",
        payload: { record_id: record, approval_id: approval },
      },
      {
        type: "APPROVALS_ASSIGNED",
        payload: { approval_ids: [approval], member_id: member },
      },
      {
        type: "RECORDS_ERASURE_REQUESTED",
        payload: { record_ids: [other, record], external_ids: false },
      },
      {
        type: "PERSONAL_DATA_ERASED",
        payload: { subject_id: member, reason: "asked", seqs: [] },
      },
    ];
    await run((tx) => Promise.resolve(tx.events.append(facts)));
    const about = async (id: string, filter: EventFilter = {}) =>
      (await run((tx) => tx.events.before(null, 9, { ...filter, subject: id })))
        .map(({ seq }) => seq);
    assert.deepEqual(await about(record), [5, 3, 1]);
    assert.deepEqual(await about(record, { types: ["TX_REJECTED"] }), [3]);
    assert.deepEqual(await about(other), [5, 2]);
    assert.deepEqual(await about(approval), [4, 3]);
    assert.deepEqual(await about(member), [6, 4]);
    assert.deepEqual(await about(sampleIds.next("rec")), []);
    assert.deepEqual(await about("asked"), []);
    assert.deepEqual(await about("'"), []);
  });

  test("reads on from any number, up to a limit, and filters", async (subject) => {
    const { run, permit, tenant } = await freshTenant(subject);
    await run((tx) =>
      Promise.resolve(tx.events.append([
        named("a"),
        { type: "TENANT_CREATED", payload: { name: "b" } },
        named("c"),
      ]))
    );
    const till = permitTo(
      "records.write",
      openScope(tenant.id, permit.actor, { sourceAgent: "till" }),
    );
    await subject.uow.run(till, (tx) => {
      tx.events.append([named("d"), {
        type: "TENANT_UPDATED",
        payload: { before: {}, after: {} },
      }]);
      return Promise.resolve(ok(null));
    });
    const all = (
      after: number,
      limit: number,
      filter?: EventFilter,
    ) => run((tx) => tx.events.after(after, limit, filter));
    const seqs = async (...asked: Parameters<typeof all>) =>
      (await all(...asked)).map(({ seq }) => seq);
    assert.deepEqual(await seqs(0, 100), [1, 2, 3, 4, 5]);
    assert.deepEqual(await seqs(0, 2), [1, 2]);
    assert.deepEqual(await seqs(2, 2), [3, 4]);
    assert.deepEqual(await seqs(5, 2), []);
    const created = ["CATEGORY_CREATED", "TENANT_CREATED"];
    assert.deepEqual(await seqs(0, 9, { types: created }), [1, 2, 3, 4]);
    assert.deepEqual(await seqs(1, 2, { types: created.slice(0, 1) }), [3, 4]);
    assert.deepEqual(await seqs(0, 9, { types: [] }), []);
    assert.deepEqual(await seqs(0, 9, { sourceAgent: "till" }), [4, 5]);
    assert.deepEqual(await seqs(0, 9, { sourceAgent: "nobody" }), []);
    const latest = async (
      before: number | null,
      limit: number,
      filter?: EventFilter,
    ) =>
      (await run((tx) => tx.events.before(before, limit, filter)))
        .map(({ seq }) => seq);
    assert.deepEqual(await latest(null, 100), [5, 4, 3, 2, 1]);
    assert.deepEqual(await latest(null, 2), [5, 4]);
    assert.deepEqual(await latest(4, 2), [3, 2]);
    assert.deepEqual(await latest(1, 2), []);
    assert.deepEqual(await latest(99, 1, { types: created }), [4]);
    assert.deepEqual(
      (await run((tx) => tx.events.before(3, 9))).toReversed(),
      await all(0, 2),
    );
    const events = await all(0, 9);
    const [first, last] = [events[0]!.occurredAt, events[4]!.occurredAt];
    assert.deepEqual(await seqs(0, 9, { from: first }), [1, 2, 3, 4, 5]);
    assert.deepEqual(await seqs(0, 9, { to: first }), []);
    assert.deepEqual(await seqs(0, 9, { from: plusMs(last, 1) }), []);
    assert.deepEqual(
      await seqs(0, 9, {
        types: ["CATEGORY_CREATED"],
        sourceAgent: "balance",
        to: plusMs(last, 1),
      }),
      [1, 3],
    );
  });
}
