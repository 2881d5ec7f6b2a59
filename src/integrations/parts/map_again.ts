import type { Deps } from "../../../ports/deps.ts";
import { type Mapping, mappingNumbered } from "../mapping.ts";
import type { Payload } from "../payload.ts";
import { mapPayloads, type MappedPayload } from "./map_payloads.ts";

/** A payload as the mapping that was used made it, and as another does. */
export interface MappedTwice {
  readonly payload: Payload;
  readonly before: MappedPayload;
  readonly after: MappedPayload;
}

/** Maps payloads by the mapping that each was taken in by, and by `expression`, in the order given. */
export async function mapAgain(
  deps: Pick<Deps, "mapper" | "timer">,
  mappings: readonly Mapping[],
  expression: string,
  payloads: readonly Payload[],
): Promise<readonly MappedTwice[]> {
  const after = await mapPayloads(deps, expression, payloads);
  const before = new Map<Payload, MappedPayload>();
  for (const number of new Set(payloads.map((one) => one.mappingNumber))) {
    const theirs = payloads.filter((one) => one.mappingNumber === number);
    const used = mappingNumbered(
      mappings,
      theirs[0]!.connectionId,
      number ?? 0,
    );
    for (const one of await mapPayloads(deps, used, theirs)) {
      before.set(one.payload, one);
    }
  }
  return payloads.map((payload, i) => ({
    payload,
    before: before.get(payload)!,
    after: after[i]!,
  }));
}
