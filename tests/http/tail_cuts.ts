import assert from "node:assert/strict";
import type { Fact } from "../../src/events/fact.ts";
import { ok } from "../../src/kernel/result.ts";
import { permit } from "../../src/tenancy/access.ts";
import { sampleIds } from "../support/samples.ts";
import { tailAcross } from "../support/tailing_reader.ts";
import { value } from "../support/trial.ts";
import type { HttpTrial, TestOn } from "./tests_on.ts";

const named = (name: string): Fact => ({
  type: "CATEGORY_CREATED",
  payload: { category_id: sampleIds.next("cat"), name },
});
const END: Fact = {
  type: "RULES_REORDERED",
  payload: { ruleset_version: 1, before: [], after: [] },
};

async function append({ deps, scope }: HttpTrial, ...facts: Fact[]) {
  await deps.uow.run(value(permit(scope, "categories.write")), (tx) => {
    tx.events.append(facts);
    return Promise.resolve(ok(null));
  });
}

/** A reader that is cut off again and again while several write. */
export function tailCutTests(test: TestOn, cuts: number): void {
  test(
    `a reader who is cut off ${cuts} times while others write misses nothing and sees nothing twice`,
    (trial) => readAcrossCuts(trial, cuts),
    { held: { idleMs: 100 } },
  );
}

async function readAcrossCuts(trial: HttpTrial, cuts: number): Promise<void> {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    (request) => trial.app.fetch(request),
  );
  const after = (await trial.events()).at(-1)!.seq;
  const reader = { cuts: 0, events: 0 };
  let written = 0;
  async function write(writer: number): Promise<void> {
    for (let n = writer; reader.cuts < cuts; n++) {
      // Ahead of the reader, and not so far that each of its connections begins with a long page.
      if (written - reader.events < 20) {
        const facts = Array.from(
          { length: 1 + n % 4 },
          (_, i) => named(`${writer}.${n}.${i} “Größe”`),
        );
        written += facts.length;
        await append(trial, ...facts);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }
  const writing = Promise.all([write(0), write(1), write(2)])
    .then(() => append(trial, END));
  try {
    const seqs = await tailAcross({
      address: `http://127.0.0.1:${server.addr.port}/api/v1/events`,
      key: trial.secret,
      after,
      cuts,
      seed: 20_261_127,
      last: END.type,
      onCut: (count, events) => {
        reader.cuts = count;
        reader.events = events;
      },
    });
    assert.equal(reader.cuts, cuts);
    const last = (await trial.events()).at(-1)!;
    assert.equal(last.type, END.type);
    assert.deepEqual(
      seqs,
      Array.from({ length: last.seq - after }, (_, i) => after + 1 + i),
    );
    assert(seqs.length > cuts / 2, "there was much to miss");
    while (trial.held.open > 0) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    reader.cuts = cuts;
    await writing;
    await server.shutdown();
  }
}
