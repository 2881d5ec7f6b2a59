import assert from "node:assert/strict";
import { fail, ok } from "../../src/kernel/result.ts";
import { memoryStorage } from "../../adapters/memory/storage.ts";
import { outsideTx, watched } from "../support/outside_tx.ts";
import { permitTo, sampleCategory } from "../support/samples.ts";
import { settableClock } from "../support/settable_clock.ts";
import { twice } from "../support/twice.ts";

const storage = () => memoryStorage({ clock: settableClock() }).uow;

Deno.test("outsideTx() catches a network port used inside a unit of work", async () => {
  const uow = watched(storage());
  const permit = permitTo("records.write");
  const sent: string[] = [];
  const mail = outsideTx({
    name: "mail",
    send: (text: string) => Promise.resolve(void sent.push(text)),
  });
  await mail.send("before");
  await assert.rejects(
    uow.run(permit, async (tx) => {
      await tx.categories.all();
      await mail.send("inside");
      return ok(null);
    }),
    /send\(\) was called inside a unit of work/,
  );
  await uow.run(permit, () => Promise.resolve(ok(mail.name)));
  await mail.send("after");
  assert.deepEqual(sent, ["before", "after"]);
});

Deno.test("watched() refuses a unit of work inside another", async () => {
  const uow = watched(storage());
  const permit = permitTo("records.write");
  await assert.rejects(
    uow.run(permit, () => uow.run(permit, () => Promise.resolve(ok(null)))),
    /run\(\) was called inside a unit of work/,
  );
});

Deno.test("twice() runs the work twice, the first run undone", async () => {
  const uow = twice(storage());
  const permit = permitTo("categories.write");
  const category = sampleCategory();
  let runs = 0;
  const result = await uow.run(permit, async (tx) => {
    runs++;
    await tx.categories.add([category]);
    tx.events.append([{ type: "TENANT_CREATED", payload: { name: "once" } }]);
    return ok(await tx.categories.all());
  });
  assert.deepEqual(result, ok([category]));
  assert.equal(runs, 2);
  const events = await uow.run(
    permit,
    async (tx) => ok(await tx.events.after(0, 9)),
  );
  assert.equal(events.value.length, 1);
});

Deno.test("twice() gives back failures and throws as they are", async () => {
  const uow = twice(storage());
  const permit = permitTo("categories.write");
  assert.deepEqual(
    await uow.run(permit, () => Promise.resolve(fail("no"))),
    fail("no"),
  );
  await assert.rejects(
    uow.run(permit, () => Promise.reject(new Error("boom"))),
    /boom/,
  );
});
