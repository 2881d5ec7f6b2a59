import type { Instant } from "../kernel/instant.ts";
import { canonicalJson } from "../kernel/json.ts";
import { sha256 } from "../kernel/sha256.ts";
import type { ChainHead, RecordedEvent } from "./event.ts";
import type { Fact } from "./fact.ts";

/** The head of an empty log. */
export const GENESIS: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** Who appended, when, and for which program. */
export interface Signature {
  readonly at: Instant;
  readonly actor: string;
  readonly sourceAgent: string;
}

/** The events that `facts` become behind `head`, numbered and chained. */
export function chainOn(
  head: ChainHead,
  facts: readonly Fact[],
  { at, actor, sourceAgent }: Signature,
): readonly RecordedEvent[] {
  let { seq, hash } = head;
  return facts.map(({ type, payload }) => {
    const event = {
      seq: ++seq,
      type,
      occurredAt: at,
      actor,
      sourceAgent,
      payload,
    };
    hash = hashOf(event, hash);
    return { ...event, hash };
  });
}

/**
 * Checks that `events` follow `head` without gap or change.
 * Returns the new head, or the first `seq` that is wrong and why.
 */
export function verifyChain(
  head: ChainHead,
  events: readonly RecordedEvent[],
):
  | { readonly ok: true; readonly head: ChainHead }
  | { readonly ok: false; readonly seq: number; readonly why: string } {
  let { seq, hash } = head;
  for (const event of events) {
    seq++;
    if (event.seq !== seq) {
      return { ok: false, seq, why: `event ${seq} is missing` };
    }
    hash = hashOf(event, hash);
    if (event.hash !== hash) {
      return { ok: false, seq, why: `event ${seq} is not what was written` };
    }
  }
  return { ok: true, head: { seq, hash } };
}

/** SHA-256 of the hash before, and of the event as canonical JSON. */
function hashOf(event: Omit<RecordedEvent, "hash">, before: string): string {
  const { seq, type, occurredAt, actor, sourceAgent, payload } = event;
  return sha256(
    before +
      canonicalJson([seq, type, occurredAt, actor, sourceAgent, payload]),
  );
}
