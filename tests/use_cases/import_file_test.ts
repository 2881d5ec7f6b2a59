import assert from "node:assert/strict";
import { readImport } from "../../src/imports/use_cases/read_import.ts";
import { importFile } from "../../src/imports/use_cases/import_file.ts";
import { sweepImports } from "../../src/imports/use_cases/sweep_imports.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { giveUpJob } from "../../src/events/use_cases/give_up_job.ts";
import { replayDeadLetters } from "../../src/events/use_cases/replay_dead_letters.ts";
import { openJobScope } from "../../src/events/use_cases/open_job_scope.ts";
import { uuidV7Id } from "../../src/kernel/ids.ts";
import { type FileKey, fileKey } from "../../src/kernel/file_key.ts";
import { Crash, dying } from "../support/crash.ts";
import { emptyBacklog } from "../support/empty_backlog.ts";
import { lostJob, openTrial, value } from "../support/trial.ts";
import { twice } from "../support/twice.ts";
import { bytesOf, inPieces } from "../support/read_file.ts";
import {
  DONE,
  dueJobs,
  FILE,
  send,
  SLICE,
  stateOf,
  work,
} from "../support/imported_file.ts";

Deno.test("a file is taken in slice by slice, each unit running twice as well as once", async () => {
  const trial = await openTrial();
  const id = await send(trial);
  assert.equal((await stateOf(trial, id)).state, "received");
  await work(trial, { ...trial.deps, uow: twice(trial.deps.uow) });
  assert.deepEqual(await stateOf(trial, id), DONE);
  assert.equal(await work(trial), 0);
});

Deno.test("two workers at one file take each row in once", async () => {
  const trial = await openTrial();
  const id = await send(trial);
  const [job] = await dueJobs(trial);
  assert(job?.task.kind === "import_file");
  const { importId } = job.task;
  const run = () =>
    importFile(trial.deps, openJobScope(job), { id: job.id, importId }, SLICE);
  await Promise.all([run(), run(), run()]);
  await work(trial);
  assert.deepEqual(await stateOf(trial, id), DONE);
});

Deno.test("what finds no room in the backlog goes on later", async () => {
  const room = { records: 2 };
  const trial = await openTrial({
    backlog: {
      ...emptyBacklog(),
      bounds: { tenant: 1, all: 1 },
      waiting: () => ({ tenant: room.records > 0 ? 0 : 1, all: 0 }),
      note: (_, records) => void (room.records -= records),
    },
  });
  const id = await send(trial);
  await work(trial);
  const first = await stateOf(trial, id);
  assert.equal(first.state, "running");
  assert(first.records.length < 5 && first.file);
  assert.equal(await work(trial), 0, "nothing is due before its time");
  trial.clock.advance(30_000);
  await work(trial);
  assert.deepEqual(await stateOf(trial, id), first, "there is still no room");
  room.records = 100;
  trial.clock.advance(30_000);
  await work(trial);
  assert.deepEqual(await stateOf(trial, id), DONE);
});

Deno.test("an import whose job was given up shows it, and goes on once that is sent again", async () => {
  const trial = await openTrial();
  const id = await send(trial);
  const fate = dying(trial.deps.uow, 3, "before");
  await assert.rejects(work(trial, { ...trial.deps, uow: fate.uow }), Crash);
  const [job] = await dueJobs(trial);
  value(await giveUpJob(trial.deps, lostJob(job!)));
  const failed = await stateOf(trial, id);
  assert.deepEqual([failed.state, failed.file], ["failed", true]);
  value(
    await replayDeadLetters(trial.deps, trial.scope, {
      filter: {},
      dryRun: false,
      limit: 10,
      perSecond: null,
    }),
  );
  await work(trial);
  assert.deepEqual(await stateOf(trial, id), DONE);
});

Deno.test("a file that is gone, or cannot be read, ends its import with a reason", async () => {
  const trial = await openTrial();
  const gone = await send(trial);
  await trial.deps.files.remove([
    fileKey(trial.scope.tenantId, "imports", gone),
  ]);
  const broken = await send(trial, "<?xml version='1.0'?><Letter/>");
  await work(trial);
  const page = { limit: 1, cursor: null };
  for (
    const [id, detail] of [[gone, "is not there any more"], [
      broken,
      "is XML, and neither OFX nor CAMT.053",
    ]] as const
  ) {
    const { found } = value(
      await readImport(trial.deps, trial.scope, id, page),
    );
    assert.equal(found.state, "failed");
    assert.deepEqual(found.failure, { line: 1, field: null, detail });
    assert.equal((await stateOf(trial, id)).file, false);
  }
});

Deno.test("files that no import waits for are swept once they are a day old, and no others", async () => {
  const trial = await openTrial();
  const { deps, scope } = trial;
  const day = 86_400_000;
  const put = async () => {
    const key = fileKey(
      scope.tenantId,
      "imports",
      uuidV7Id("imp", Date.parse(deps.clock.now()), new Uint8Array(10)),
    );
    value(
      await deps.files.put(
        key,
        ReadableStream.from(inPieces(bytesOf(FILE), 50)),
        {
          bytesMax: 1_000,
          contentType: "text/csv",
        },
      ),
    );
    return key;
  };
  const isThere = async (key: FileKey) => await deps.files.read(key) !== null;
  const sweep = async () =>
    value(await sweepImports(deps, openTaskScope(scope.tenantId, "retention")));
  const orphan = await put();
  const waiting = fileKey(scope.tenantId, "imports", await send(trial));
  assert.equal(await sweep(), 0);
  trial.clock.advance(2 * day);
  const young = await put();
  assert.equal(await sweep(), 1);
  assert.deepEqual(
    [await isThere(orphan), await isThere(waiting), await isThere(young)],
    [false, true, true],
  );
  const [job] = await dueJobs(trial);
  value(await giveUpJob(deps, lostJob(job!)));
  trial.clock.advance(20 * day);
  await sweep();
  assert.equal(await isThere(waiting), true, "its job may be sent again");
  trial.clock.advance(20 * day);
  await sweep();
  assert.equal(await isThere(waiting), false);
});
