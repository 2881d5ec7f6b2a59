import type { ConnectionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import { canonicalJson, type Json } from "../kernel/json.ts";
import type { Money } from "../kernel/money.ts";
import { sha256 } from "../kernel/sha256.ts";
import { counterpartyIn } from "./counterparty.ts";
import type { Attributes, Draft } from "./record.ts";
import { tidy } from "./text.ts";

/** A record as a sender gives it; absent parts are null. */
export interface Incoming {
  readonly externalId: string;
  /** Null: the tenant's default connection. */
  readonly connectionId: ConnectionId | null;
  readonly occurredAt: Instant | null;
  readonly description: string;
  readonly counterparty: string | null;
  readonly amount: Money | null;
  readonly attributes: Attributes;
  readonly raw: Json;
}

/**
 * Normalises what was sent: text tidied, the counterparty read from the description where none was given.
 * Its fingerprint is over the content as sent and the raw payload, so that a better normalisation
 * later does not turn repeats into conflicts.
 */
export function draftOf(
  incoming: Incoming,
  defaultConnection: ConnectionId,
): Draft {
  const { externalId, connectionId, ...content } = incoming;
  const description = tidy(incoming.description);
  const counterparty = tidy(incoming.counterparty ?? "");
  return {
    ...content,
    externalId,
    connectionId: connectionId ?? defaultConnection,
    description,
    counterparty: counterparty || counterpartyIn(description),
    fingerprint: sha256(canonicalJson({
      ...content,
      amount: content.amount && { ...content.amount },
    })),
  };
}
