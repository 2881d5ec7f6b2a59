import { ERASED } from "../../src/records/erased.ts";
import type { Transaction } from "./connect.ts";

/** Takes the bodies out of payloads that these records came of; of some, the external id too. Returns which. */
export async function erasePayloads(
  sql: Transaction,
  recordIds: string[],
  externalIds: boolean,
): Promise<readonly { readonly id: string }[]> {
  return await sql<{ id: string }[]>`
    update payloads set version = version + 1, body = null,
      failure = case when failure is not null then jsonb_build_object('kind', failure ->> 'kind', 'detail', ${ERASED}::text) end,
      external_id = case when ${externalIds} then ${
    ERASED + "-"
  } || id else external_id end
    where record_ids && ${recordIds}::text[]
      and (body is not null or (${externalIds} and external_id <> ${
    ERASED + "-"
  } || id))
    returning id`;
}
