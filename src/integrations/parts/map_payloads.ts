import { parsePayload } from "../parse_payload.ts";
import type { Deps } from "../../../ports/deps.ts";
import type { SourcedDraft } from "../../records/revision/sourced_draft.ts";
import { draftsMade, keptFailure } from "../drafts_made.ts";
import type { Payload } from "../payload.ts";

/** A payload and what a mapping made of it: drafts, or why none. */
export interface MappedPayload {
  readonly payload: Payload;
  readonly drafts: readonly SourcedDraft[];
  readonly failure: Payload["failure"];
}

/** Maps payloads, one after the other; one that fails keeps none from its turn. */
export async function mapPayloads(
  { mapper, timer }: Pick<Deps, "mapper" | "timer">,
  expression: string,
  payloads: readonly Payload[],
): Promise<readonly MappedPayload[]> {
  const ready = mapper.read(expression);
  const mapped: MappedPayload[] = [];
  for (const payload of payloads) {
    // Others have their turn between two.
    await timer.wait(0);
    const failed = (failure: Parameters<typeof keptFailure>[0]) =>
      mapped.push({ payload, drafts: [], failure: keptFailure(failure) });
    // It could be used when it was made; another version of the language may refuse it.
    if (!ready.ok) {
      failed(ready.failure);
      continue;
    }
    const json = parsePayload(payload.body ?? "null");
    const made = await ready.value.apply(json);
    if (!made.ok) {
      failed(made.failure);
      continue;
    }
    const drafts = draftsMade(made.value, json, payload.connectionId);
    if (drafts.ok) {
      mapped.push({ payload, drafts: drafts.value, failure: null });
    } else failed(drafts.failure);
  }
  return mapped;
}
