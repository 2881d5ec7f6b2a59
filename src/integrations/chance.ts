/** A number from 0 to 1, evenly spread, of bytes that nobody can guess. */
export function chanceOf(bytes: Uint8Array): number {
  return ((bytes[0]! << 8) | bytes[1]!) / 65_536;
}
