import { parsePayload } from "../../src/integrations/parse_payload.ts";
import { match } from "ts-pattern";
import type { HookMessage } from "../../ports/hook_signatures.ts";
import type { HookSettings } from "../../src/integrations/hook_settings.ts";
import { textAt } from "../../src/integrations/pointed_at.ts";

/** What a message says of itself, before anybody believes it. */
export interface Claimed {
  readonly eventId: string | null;
  /** Unix seconds, as text; null where none is signed. */
  readonly timestamp: string | null;
  /** Without prefixes and versions; hexadecimal ones in lower case. */
  readonly signatures: readonly string[];
}

/** Signatures that one message may carry: senders that rotate secrets send two. */
const SIGNATURES_MAX = 20;
const EVENT_ID = /^[\x21-\x7e]{1,200}$/;
const SECONDS = /^\d{1,12}$/;

/** Null where the headers are not as the scheme has them. */
export function claimedBy(
  { headers, bytes }: HookMessage,
  settings: HookSettings,
): Claimed | null {
  const claimed = match(settings)
    .returnType<Claimed | null>()
    .with({ scheme: "standard" }, () => ({
      eventId: headers.get("webhook-id") ?? "",
      timestamp: headers.get("webhook-timestamp") ?? "",
      signatures: versioned(headers.get("webhook-signature") ?? "", " ", "v1,"),
    }))
    .with({ scheme: "stripe" }, () => {
      const header = headers.get("stripe-signature") ?? "";
      const [timestamp = ""] = versioned(header, ",", "t=");
      return {
        eventId: idIn(bytes, "/id"),
        timestamp,
        signatures: versioned(header, ",", "v1="),
      };
    })
    .with({ scheme: "github" }, () => ({
      eventId: headers.get("x-github-delivery") ?? "",
      timestamp: null,
      signatures: prefixed(headers.get("x-hub-signature-256"), "sha256="),
    }))
    .with({ scheme: "hmac" }, (own) => ({
      eventId: own.id_header !== undefined
        ? headers.get(own.id_header) ?? ""
        : own.id_pointer !== undefined
        ? idIn(bytes, own.id_pointer)
        : null,
      timestamp: own.timestamp_header === undefined
        ? null
        : headers.get(own.timestamp_header) ?? "",
      signatures: prefixed(
        headers.get(own.signature_header),
        own.signature_prefix,
        own.encoding === "hex",
      ),
    }))
    .exhaustive();
  return isWhole(claimed) ? claimed : null;
}

function isWhole(claimed: Claimed | null): claimed is Claimed {
  if (claimed === null) return false;
  const { eventId, timestamp, signatures } = claimed;
  return (eventId === null || EVENT_ID.test(eventId)) &&
    (timestamp === null || SECONDS.test(timestamp)) &&
    signatures.length > 0 && signatures.length <= SIGNATURES_MAX;
}

/** The parts of a list that have this version, without it. */
function versioned(
  header: string,
  separator: string,
  version: string,
): readonly string[] {
  return header.split(separator).map((part) => part.trim())
    .filter((part) => part.startsWith(version))
    .map((part) => part.slice(version.length));
}

function prefixed(
  header: string | null,
  prefix: string,
  isHex = true,
): readonly string[] {
  if (header === null || !header.startsWith(prefix)) return [];
  const signature = header.slice(prefix.length).trim();
  return [isHex ? signature.toLowerCase() : signature];
}

/** What the body has at `pointer`, as text; of no use unless the signature holds. */
function idIn(bytes: Uint8Array, pointer: string): string {
  try {
    return textAt(parsePayload(new TextDecoder().decode(bytes)), pointer) ?? "";
  } catch (error) {
    if (error instanceof SyntaxError) return "";
    throw error;
  }
}
