/** An id carries its kind in its text, so a mix-up fails to compile and reads plainly in a log. */
export type Id<Prefix extends string> = `${Prefix}_${string}`;

export type TenantId = Id<"ten">;
export type MemberId = Id<"usr">;
export type ApiKeyId = Id<"key">;
export type SessionId = Id<"ses">;
export type InvitationId = Id<"inv">;
export type ConnectionId = Id<"con">;
export type PayloadId = Id<"pay">;
export type MappingId = Id<"map">;
export type DeliveryId = Id<"dlv">;
export type RecordId = Id<"rec">;
export type ConflictId = Id<"cfl">;
export type CategoryId = Id<"cat">;
export type RuleId = Id<"rule">;
export type ApprovalId = Id<"apr">;
export type DeadLetterId = Id<"dlt">;
export type SuggestionId = Id<"sug">;
export type BacktestId = Id<"bkt">;
export type RunId = Id<"run">;
export type ImportId = Id<"imp">;
export type CsvMappingId = Id<"cmp">;
export type ReportId = Id<"rpt">;
export type ReportFileId = Id<"rpf">;
export type ReportScheduleId = Id<"rps">;
export type ReceiptId = Id<"rcp">;
export type UploadId = Id<"upl">;
export type EndpointId = Id<"nep">;
export type NoticeId = Id<"ntc">;
export type NoticeDeliveryId = Id<"ntd">;
export type QueueId = Id<"que">;
export type DecisionId = Id<"dcn">;
export type HistoryEntryId = Id<"aph">;
/** Not of a thing: what items alike share. */
export type AlikeKey = Id<"alk">;

/** Crockford's base 32, lower case: sorts as the number it encodes. */
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * A prefixed UUIDv7 (RFC 9562): 48 bits of Unix milliseconds, then 74 bits of `random`,
 * written as 26 base-32 digits (the TypeID layout), so that ids sort by time of birth.
 * `random` holds at least 10 bytes.
 */
export function uuidV7Id<const Prefix extends string>(
  prefix: Prefix,
  unixMs: number,
  random: Uint8Array,
): Id<Prefix> {
  let bits = BigInt(unixMs);
  for (let i = 0; i < 10; i++) {
    const byte = i === 0
      ? 0x70 | (random[0]! & 0x0f) // version 7
      : i === 2
      ? 0x80 | (random[2]! & 0x3f) // RFC 9562 variant
      : random[i]!;
    bits = (bits << 8n) | BigInt(byte);
  }
  return `${prefix}_${base32(bits)}`;
}

/** The id of whatever has this SHA-256 (hexadecimal): its first 128 bits, the same id for the same content each time. */
export function contentId<const Prefix extends string>(
  prefix: Prefix,
  sha256: string,
): Id<Prefix> {
  return `${prefix}_${base32(BigInt(`0x${sha256.slice(0, 32)}`))}`;
}

/** 128 bits as 26 digits: the first is 7 at most. */
function base32(bits: bigint): string {
  let text = "";
  for (let i = 0; i < 26; i++) {
    text = ALPHABET[Number(bits & 31n)]! + text;
    bits >>= 5n;
  }
  return text;
}

/** When an id that `uuidV7Id` made was born, in Unix milliseconds; null for one of another form. */
export function bornMs(id: Id<string>): number | null {
  const prefix = id.slice(0, id.lastIndexOf("_"));
  if (!isId(prefix, id)) return null;
  // Of 130 bits the first 2 are empty, then come 48 of time: 10 digits hold them all.
  const digits = id.slice(prefix.length + 1).slice(0, 10);
  return Number(
    [...digits].reduce(
      (bits, digit) => bits << 5n | BigInt(ALPHABET.indexOf(digit)),
      0n,
    ),
  );
}

/** Whether `text` is an id of that kind, well formed. */
export function isId<const Prefix extends string>(
  prefix: Prefix,
  text: string,
): text is Id<Prefix> {
  return text.startsWith(`${prefix}_`) &&
    /^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(text.slice(prefix.length + 1));
}
