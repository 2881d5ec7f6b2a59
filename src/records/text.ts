/** Text as compared: NFKC, no diacritics, lower case, runs of white space as one space, trimmed. */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return tidy(text.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase());
}

/** Text as kept: NFC, runs of white space as one space, trimmed. */
export function tidy(text: string): string {
  if (isPlain(text)) return text;
  return text.normalize("NFC").replace(/\s+/gu, " ").trim();
}

/**
 * Whether `text` is printable ASCII with single spaces, none at its ends: then only its case is left to fold.
 * Most text of statements is, and telling so costs a tenth of folding it.
 */
function isPlain(text: string): boolean {
  const { length } = text;
  let wasSpace = true;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7e || unit < 0x20 || (unit === 0x20 && wasSpace)) return false;
    wasSpace = unit === 0x20;
  }
  return !wasSpace || length === 0;
}
