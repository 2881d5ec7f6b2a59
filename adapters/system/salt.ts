/** 128 bits from the machine's random source, as 32 hexadecimal digits. */
export function randomSalt(): string {
  return crypto.getRandomValues(new Uint8Array(16)).toHex();
}
