/** What a receipt may be: what people photograph, scan and print, and nothing that runs or unpacks. */
export const RECEIPT_TYPES = [
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/heic",
  "image/gif",
] as const;
export type ReceiptType = typeof RECEIPT_TYPES[number];

/** How many bytes of a file's beginning tell its type. */
export const SNIFFED_BYTES = 32;

/** How a type's files begin: text by its place, in Latin-1. */
const SIGNATURES: readonly (readonly [ReceiptType, RegExp])[] = [
  ["application/pdf", /^%PDF-\d/],
  // Its seventh byte, the end of a file of old, is passed over: no expression here may hold it.
  ["image/png", /^\x89PNG\r\n[^]\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/webp", /^RIFF[^]{4}WEBPVP8/],
  // ISO 14496-12: the brands of HEIF pictures, coded as HEVC.
  ["image/heic", /^[^]{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/],
  ["image/gif", /^GIF8[79]a/],
];

/**
 * The type that the first `SNIFFED_BYTES` of a file say, or null where it is none that is taken. Only a signature at the
 * very first byte counts: a page with a PDF further down, which some readers open, is a page.
 */
export function sniff(head: Uint8Array): ReceiptType | null {
  const text = String.fromCharCode(...head.subarray(0, SNIFFED_BYTES));
  return SIGNATURES.find(([, signature]) => signature.test(text))?.[0] ?? null;
}
