import { cpuOf, type CpuSeconds } from "./cpu.ts";
import { type Company, workDone } from "./company.ts";
import { bodies } from "./records.ts";
import { sendAll } from "./sender.ts";
import type { Stage } from "./stage.ts";
import type { ServiceProcess } from "../../tests/support/service_process.ts";

const SET = 500;
/** Two senders keep the intake busy, as two sources of records would. */
const SENDERS = 2;

export interface Ours {
  readonly rps: number;
  /** The number of the first event of the measured part. */
  readonly firstSeq: number;
  readonly auto: number;
  readonly review: number;
  /** CPU seconds that each part used for it. */
  readonly cpu: CpuSeconds;
}

/** Records a second from the first request to the last record PROCESSED, `count` of the company's rows from `from` on, in sets of 500 over HTTP. */
export async function runOurs(
  stage: Stage,
  { scope, key, rest }: Company,
  { api, worker }: { api: ServiceProcess; worker: ServiceProcess },
  { name, from = 0, count }: { name: string; from?: number; count: number },
): Promise<Ours> {
  const { sql } = stage;
  const { tenantId } = scope;
  const sets = bodies(rest.slice(from, from + count), name, SET);
  const [head] = await sql`
    select seq from event_heads where tenant_id = ${tenantId}`;
  const before = await cpuOf({ api: api.pid, worker: worker.pid });
  const begun = performance.now();
  await sendAll(api.address, key, sets, SENDERS);
  await workDone(stage, scope);
  const seconds = (performance.now() - begun) / 1000;
  const after = await cpuOf({ api: api.pid, worker: worker.pid });
  const firstSeq = Number(head!.seq) + 1;
  const [told] = await sql`
    select count(*) filter (where payload ->> 'outcome' = 'auto') as auto, count(*) as processed
    from events where tenant_id = ${tenantId} and seq >= ${firstSeq} and type = 'PROCESSED'`;
  if (Number(told!.processed) !== count) {
    throw new Error(`${told!.processed} of ${count} were processed`);
  }
  return {
    rps: Math.round(count / seconds),
    firstSeq,
    auto: Number(told!.auto),
    review: count - Number(told!.auto),
    cpu: Object.fromEntries(
      Object.entries(after).map(([part, used]) => [part, used - before[part]!]),
    ),
  };
}
