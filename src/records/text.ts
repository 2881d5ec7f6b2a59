/** Text as compared: NFKC, no diacritics, lower case, runs of white space as one space, trimmed. */
export function fold(text: string): string {
  return tidy(text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase());
}

/** Text as kept: NFC, runs of white space as one space, trimmed. */
export function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}
