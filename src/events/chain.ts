import type { Instant } from "../kernel/instant.ts";
import { canonicalJson } from "../kernel/json.ts";
import { sha256 } from "../kernel/sha256.ts";
import { isErased, TOMBSTONE_JSON } from "./erasure.ts";
import type { ChainHead, RecordedEvent } from "./event.ts";
import type { Fact } from "./fact.ts";

/** The head of an empty log. */
export const GENESIS: ChainHead = { seq: 0, hash: "0".repeat(64) };

/** Who appended, when, and for which program. */
export interface Signature {
  readonly at: Instant;
  readonly actor: string;
  readonly sourceAgent: string;
  /** 32 hexadecimal digits that nobody can guess, others at each call. */
  readonly salt: () => string;
}

/** The events that `facts` become behind `head`, numbered and chained. */
export function chainOn(
  head: ChainHead,
  facts: readonly Fact[],
  { at, actor, sourceAgent, salt }: Signature,
): readonly RecordedEvent[] {
  let { seq, hash } = head;
  return facts.map(({ type, payload }) => {
    const salted = salt();
    const event = {
      seq: ++seq,
      type,
      occurredAt: at,
      actor,
      sourceAgent,
      payload,
      salt: salted,
      payloadHash: payloadHashOf(salted, payload),
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
    if (event.hash !== hash || !keepsPayload(event)) {
      return { ok: false, seq, why: `event ${seq} is not what was written` };
    }
  }
  return { ok: true, head: { seq, hash } };
}

/** SHA-256 of the salt and the payload as canonical JSON: without the salt, nobody can try out what the payload was. */
function payloadHashOf(
  salt: string,
  payload: RecordedEvent["payload"],
): string {
  return sha256(salt + canonicalJson(payload));
}

/**
 * SHA-256 of the hash before, and of the event as canonical JSON, in which the hash of the payload stands for it, so
 * that the chain holds without the payload. Events of before there were salts have the payload itself there. No text
 * is both: what stands there is a string in the one and an object in the other.
 */
function hashOf(event: Omit<RecordedEvent, "hash">, before: string): string {
  const { seq, type, occurredAt, actor, sourceAgent, payload, payloadHash } =
    event;
  return sha256(
    before + canonicalJson([
      seq,
      type,
      occurredAt,
      actor,
      sourceAgent,
      payloadHash ?? payload,
    ]),
  );
}

/** Whether the payload is the one that was hashed, or was erased. */
function keepsPayload(event: RecordedEvent): boolean {
  const { salt, payload, payloadHash } = event;
  // The payload itself is in the hash.
  if (payloadHash === null) return salt === null;
  if (isErased(event)) return canonicalJson(payload) === TOMBSTONE_JSON;
  return salt !== null && payloadHashOf(salt, payload) === payloadHash;
}
