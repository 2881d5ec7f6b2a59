import type { Payload } from "../../src/integrations/payload.ts";
import { ERASED } from "../../src/records/erased.ts";

/** A payload as it is kept once one of these records is erased. */
export function payloadErasedOf(
  payload: Payload,
  recordIds: ReadonlySet<string>,
  externalIds: boolean,
): Payload {
  const erasedId = `${ERASED}-${payload.id}`;
  const isDone = payload.body === null &&
    (!externalIds || payload.externalId === erasedId);
  if (isDone || !payload.recordIds.some((id) => recordIds.has(id))) {
    return payload;
  }
  return {
    ...payload,
    version: payload.version + 1,
    body: null,
    failure: payload.failure && { ...payload.failure, detail: ERASED },
    externalId: externalIds ? erasedId : payload.externalId,
  };
}
