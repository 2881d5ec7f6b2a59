import assert from "node:assert/strict";
import { fail, ok } from "../../src/kernel/result.ts";
import { sampleIds } from "../support/samples.ts";
import { freshTenant } from "./fresh_tenant.ts";
import type { Case } from "./storage.ts";

export function claimCases(test: Case): void {
  test("answers a repeated claim with what the first kept", async (subject) => {
    const { run } = await freshTenant(subject);
    const answer = { status: 202, body: { ids: ["rec_1"], said: "שלום 👋" } };
    const first = await run(async (tx) => {
      const claim = await tx.inbox.claim("POST /records 🔑", "print");
      await tx.inbox.keep("POST /records 🔑", answer);
      return claim;
    });
    assert.deepEqual(first, { kind: "first" });
    assert.deepEqual(
      await run((tx) => tx.inbox.claim("POST /records 🔑", "print")),
      { kind: "repeat", answer },
    );
    assert.deepEqual(
      await run((tx) => tx.inbox.claim("another", "print")),
      { kind: "first" },
    );
  });

  test("tells a key that was used for something else", async (subject) => {
    const { run } = await freshTenant(subject);
    await run((tx) => tx.inbox.claim("key", "one"));
    assert.deepEqual(
      await run((tx) => tx.inbox.claim("key", "two")),
      { kind: "reused" },
    );
  });

  test("answers null to a repeat of a claim that kept nothing", async (subject) => {
    const { run } = await freshTenant(subject);
    await run((tx) => tx.inbox.claim("key", "one"));
    assert.deepEqual(
      await run((tx) => tx.inbox.claim("key", "one")),
      { kind: "repeat", answer: null },
    );
  });

  test("lets one of ten claims at a time be first, and the others wait for its answer", async (subject) => {
    const { run } = await freshTenant(subject);
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        run(async (tx) => {
          const claim = await tx.inbox.claim("key", "print");
          if (claim.kind !== "first") return claim;
          await tx.categories.all();
          await tx.inbox.keep("key", { by: i });
          return { ...claim, by: i };
        })),
    );
    const [first, ...none] = claims.filter(({ kind }) => kind === "first");
    assert.deepEqual(none, []);
    assert(first && "by" in first);
    assert.deepEqual(
      claims.filter((claim) => claim !== first),
      Array.from(
        { length: 9 },
        () => ({ kind: "repeat", answer: { by: first.by } }),
      ),
    );
  });

  test("forgets the claim of a unit that failed, also for those that wait for it", async (subject) => {
    const { permit } = await freshTenant(subject);
    let failuresLeft = 3;
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        subject.uow.run(permit, async (tx) => {
          const claim = await tx.inbox.claim("key", "print");
          if (claim.kind !== "first") return ok(claim);
          await tx.inbox.keep("key", "done");
          await tx.categories.all();
          return failuresLeft-- > 0 ? fail("undone") : ok(claim);
        })),
    );
    const said = results.map((r) => r.ok ? r.value.kind : r.failure);
    assert.deepEqual(said.toSorted(), [
      "first",
      ...Array.from({ length: 6 }, () => "repeat"),
      ...Array.from({ length: 3 }, () => "undone"),
    ]);
  });

  test("undoes the effect together with its claim", async (subject) => {
    const { permit, run } = await freshTenant(subject);
    const id = sampleIds.next("cat");
    await subject.uow.run(permit, async (tx) => {
      await tx.inbox.claim(id, "print");
      return fail("no");
    });
    assert.deepEqual(
      await run((tx) => tx.inbox.claim(id, "print")),
      { kind: "first" },
    );
  });
}
