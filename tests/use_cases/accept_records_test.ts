import assert from "node:assert/strict";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { readRecord } from "../../src/records/use_cases/read_record.ts";
import { incoming, openTrial, value } from "../support/trial.ts";

Deno.test("the same content again is a duplicate, other content a conflict kept aside once", async () => {
  const trial = await openTrial();
  const one = incoming({ externalId: "a" });
  const [id] = await trial.send(one);
  const other = { ...one, description: "Something else" };
  const again = value(
    await acceptRecords(trial.deps, trial.scope, [
      one,
      incoming({ externalId: "b" }),
    ]),
  );
  assert.deepEqual(
    [again.accepted, again.duplicates, again.conflicts, again.record_ids[0]],
    [1, 1, [], id],
  );
  for (let i = 0; i < 2; i++) {
    const clash = value(await acceptRecords(trial.deps, trial.scope, [other]));
    assert.deepEqual(clash.conflicts, [{ external_id: "a", record_id: id }]);
    assert.deepEqual([clash.accepted, clash.duplicates], [0, 0]);
  }
  const { record, past } = value(
    await readRecord(trial.deps, trial.scope, id!),
  );
  assert.equal(record.description, one.description);
  assert.equal(past.conflicts.length, 1);
  assert.equal(past.conflicts[0]!.content.description, "Something else");
  const told = (await trial.events())
    .filter((event) => event.type === "RECORD_CONFLICTED");
  assert.equal(told.length, 1);
});

Deno.test("an id twice in one request is refused with both places, and nothing is taken in", async () => {
  const trial = await openTrial();
  const result = await acceptRecords(trial.deps, trial.scope, [
    incoming({ externalId: "a" }),
    incoming({ externalId: "b" }),
    incoming({ externalId: "a" }),
  ]);
  assert(!result.ok);
  assert.equal(result.failure.kind, "record.duplicate_ids");
  assert("flaws" in result.failure);
  assert.deepEqual(result.failure.flaws, [{
    pointer: "/records/2/external_id",
    detail: "is the external_id of /records/0 too",
  }]);
  assert.equal(await trial.runJobs(), 0);
});

Deno.test("text is tidied and the counterparty read from a bank's description", async () => {
  const trial = await openTrial();
  const [id] = await trial.send(
    incoming({ description: "  CARD PAYMENT TO  Bramble\tMarket 0423 LEEDS " }),
  );
  const record = await trial.record(id!);
  assert.equal(record.description, "CARD PAYMENT TO Bramble Market 0423 LEEDS");
  assert.equal(record.counterparty, "Bramble Market");
});
