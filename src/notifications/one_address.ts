/** Whether a text is one address and nothing else: no list, no name, no break of a line. */
export function isOneAddress(text: string): boolean {
  return /^[^\s,;:<>()[\]"\\@\p{Cc}]+@[^\s,;:<>()[\]"\\@\p{Cc}]+$/u.test(text);
}
