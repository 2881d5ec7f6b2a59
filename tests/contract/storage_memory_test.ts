import assert from "node:assert/strict";
import { ok } from "../../src/kernel/result.ts";
import { memoryStorage } from "../../adapters/memory/storage.ts";
import { permitTo, sampleCategory, sampleIds } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { storageContract } from "./storage.ts";
import { take } from "../support/take.ts";

storageContract("memory", () =>
  Promise.resolve({
    ...memoryStorage({ clock: settableClock() }),
    close: () => Promise.resolve(),
  }));

Deno.test("memoryStorage() tells of jobs only after a commit that left some", async () => {
  let told = 0;
  const { uow, feed } = memoryStorage({
    clock: settableClock(),
    onJobs: () => told++,
  });
  const permit = permitTo("records.write");
  await uow.run(permit, (tx) => {
    tx.events.append([{ type: "TENANT_CREATED", payload: { name: "quiet" } }]);
    return Promise.resolve(ok(null));
  });
  assert.equal(told, 0);
  await uow.run(permit, (tx) => {
    tx.events.append([{
      type: "DELIVERY_RECEIVED",
      payload: { delivery_id: sampleIds.next("dlv"), records: 1 },
    }]);
    assert.equal(told, 0);
    return Promise.resolve(ok(null));
  });
  assert.equal(told, 1);
  const now = "2026-01-02T03:04:05.000Z";
  assert.equal((await take(feed, 9, now, now)).length, 1);
});

Deno.test("memoryStorage() refuses a write after the unit's end", async () => {
  const { uow } = memoryStorage({ clock: settableClock() });
  const permit = permitTo("categories.write");
  let late = () => Promise.resolve();
  await uow.run(permit, (tx) => {
    late = () => tx.categories.add([sampleCategory()]);
    return Promise.resolve(ok(null));
  });
  await assert.rejects(late(), /used after its end/);
});
