import { refuseToErase } from "../../src/events/erasure.ts";
import type { Transaction } from "./connect.ts";

type Asked = {
  /** A bigint, which comes back as text. */
  readonly seq: string;
  readonly type: string;
  readonly payloadHash: string | null;
};

/** Erases the contents of committed events, as the one role that may; nothing else runs in the transaction meanwhile. */
export async function eraseEvents(
  sql: Transaction,
  seqs: readonly number[],
): Promise<void> {
  const asked = await sql<Asked[]>`
    select seq, type, payload_hash as "payloadHash" from events where seq = any(${[
    ...seqs,
  ]}::bigint[])`;
  const found = new Map(asked.map((row) => [Number(row.seq), row]));
  for (const seq of seqs) refuseToErase(seq, found.get(seq));
  await sql`select set_config('role', 'balance_eraser', true)`;
  await sql`
    update events set payload = '{"erased": true}', salt = null where seq = any(${[
    ...seqs,
  ]}::bigint[])`;
  await sql`select set_config('role', 'balance_app', true)`;
}
