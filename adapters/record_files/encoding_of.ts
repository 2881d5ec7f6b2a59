/** Encodings that are read, by the names of the WHATWG. */
export type Encoding =
  | "utf-8"
  | "utf-16le"
  | "utf-16be"
  | "windows-1252"
  | "iso-8859-15";

/** What the beginning of a file says of its encoding; `isSure`: by a mark or in words, and not by what most files have. */
export interface EncodingFound {
  readonly encoding: Encoding;
  readonly isSure: boolean;
  /** Bytes of the mark before the text. */
  readonly skip: number;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** Bytes in which a declaration stands. */
const DECLARED_WITHIN = 1_024;

/** Reads the byte order mark, what XML or OFX declare, or how zeros alternate in UTF-16; else it takes UTF-8 until that fails. */
export function encodingOf(bytes: Uint8Array): EncodingFound {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) {
      return { encoding, isSure: true, skip: mark.length };
    }
  }
  const wide = wideOf(bytes);
  if (wide) return { encoding: wide, isSure: true, skip: 0 };
  const declared = declaredIn(bytes);
  return declared
    ? { encoding: declared, isSure: true, skip: 0 }
    : { encoding: "utf-8", isSure: false, skip: 0 };
}

/** Latin text in UTF-16 has a zero in every other byte, and none in those between. */
function wideOf(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length, 400) >> 1;
  if (pairs < 2) return null;
  let [even, odd] = [0, 0];
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (odd > pairs * 0.7 && even === 0) return "utf-16le";
  return even > pairs * 0.7 && odd === 0 ? "utf-16be" : null;
}

function declaredIn(bytes: Uint8Array): Encoding | null {
  const head = new TextDecoder("windows-1252")
    .decode(bytes.subarray(0, DECLARED_WITHIN));
  const xml = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)["']/i.exec(head)
    ?.[1];
  const charset = /^\s*CHARSET\s*:\s*([\w-]+)/im.exec(head)?.[1];
  const isOfx = /^\s*OFXHEADER\s*:/i.test(head);
  const unicode = /^\s*ENCODING\s*:\s*(?:UNICODE|UTF-?8)/im.test(head);
  const named = xml ?? (isOfx ? unicode ? "utf-8" : charset : undefined);
  switch (named?.toLowerCase().replace("_", "-")) {
    case "utf-8":
    case "utf8":
    case "us-ascii":
    case "ascii":
      // What is declared so is often something else, and ASCII reads as UTF-8.
      return null;
    case "1252":
    case "windows-1252":
    case "iso-8859-1":
    case "8859-1":
    case "latin1":
      return isOfx ? null : "windows-1252";
    case "iso-8859-15":
    case "8859-15":
    case "latin9":
      return "iso-8859-15";
    default:
      return null;
  }
}

/** Which encoding of one byte a character is in, by bytes that only one of them has a use for. */
export function singleByteOf(bytes: Uint8Array): Encoding {
  let euro = false;
  for (const byte of bytes) {
    if (byte >= 0x80 && byte <= 0x9f) return "windows-1252";
    // The sign for any currency stands in no statement; where it is, the euro was meant.
    euro ||= byte === 0xa4;
  }
  return euro ? "iso-8859-15" : "windows-1252";
}
