import { Queue } from "bullmq";
import type { Transaction } from "../../adapters/postgres/connect.ts";
import { postgresRecords } from "../../adapters/postgres/records.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import type { ConnectionId, RecordId } from "../../src/kernel/ids.ts";
import { draftOf } from "../../src/records/draft.ts";
import { AT_ONCE, connectAsTenant, insertEvent } from "./common_tables.ts";
import type { Company } from "./company.ts";
import { incoming } from "./records.ts";
import type { Stage } from "./stage.ts";

/**
 * Records a second of the common design: the intake writes a record and its event and adds a BullMQ job for it; a
 * worker process does one job per record, one statement per step. Same tables, same data, same machine.
 */
export async function runCommon(
  { url, redis, sql }: Stage,
  { scope: { tenantId }, rest }: Company,
  { name, from, count }: { name: string; from: number; count: number },
): Promise<{ rps: number }> {
  await sql`create sequence if not exists common_seq start 1000000000`;
  await sql`grant usage on common_seq to balance_app`;
  const [connection] = await sql<{ id: ConnectionId }[]>`
    select id from connections where tenant_id = ${tenantId} and is_default`;
  const prefix = `${redis.prefix}:common-${name}`;
  const queue = new Queue<{ id: RecordId }>("common", {
    connection: { url: redis.url },
    prefix,
  });
  const own = connectAsTenant(url, tenantId, AT_ONCE);
  const worker = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "-q",
      new URL("common_worker.ts", import.meta.url).pathname,
      url,
      tenantId,
      redis.url,
      prefix,
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = worker.stdout.getReader();
  await reader.read();
  const drafts = rest.slice(from, from + count)
    .map((row, i) => draftOf(incoming(row, `${name}${i}`), connection!.id));
  const ids = randomIds();
  let next = 0;
  const begun = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    while (next < drafts.length) {
      const { raw, ...draft } = drafts[next++]!;
      const id = ids.next("rec");
      await own.begin(async (tx) => {
        await postgresRecords(tx as Transaction).admit([{
          record: {
            ...draft,
            id,
            version: 1,
            receivedAt: new Date().toISOString() as `${string}Z`,
            status: "ingested",
            outcome: null,
            categoryId: null,
            source: null,
            confidence: null,
            trace: null,
            settledByPerson: [],
          },
          raw,
        }]);
        await insertEvent(tx, "INGESTED", { record_id: id });
      });
      await queue.add("process", { id }, { removeOnComplete: true });
    }
  }));
  for (;;) {
    const counts = await queue.getJobCounts("waiting", "active");
    if (counts.waiting! + counts.active! === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const seconds = (performance.now() - begun) / 1000;
  const [done] = await sql`
    select count(*) as processed from records
    where tenant_id = ${tenantId} and external_id like ${`${name}%`} and status = 'processed'`;
  if (Number(done!.processed) !== count) {
    throw new Error(`common: ${done!.processed} of ${count} were processed`);
  }
  worker.kill("SIGKILL");
  await worker.status;
  await reader.cancel();
  await queue.close();
  await own.end();
  return { rps: Math.round(count / seconds) };
}
