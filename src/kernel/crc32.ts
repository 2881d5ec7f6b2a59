/** The polynomial of CRC-32 as zlib, PNG and Ethernet have it (RFC 1952, section 8), bits reversed. */
const POLYNOMIAL = 0xedb88320;

/** CRC-32 of ASCII text, as a whole number from 0 to 2^32 - 1. */
export function crc32(text: string): number {
  let crc = 0xffffffff;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) & 0xff;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc >>> 1) ^ ((crc & 1) * POLYNOMIAL);
    }
  }
  return ~crc >>> 0;
}
