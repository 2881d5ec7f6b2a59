/** Letters that a word, or a phrase, must have to say something of its own. */
const WORD_LETTERS_MIN = 3;
const PHRASE_LETTERS_MIN = 5;
/** A longer text is no longer short to read. */
const LENGTH_MAX = 60;

/**
 * What a rule could look for in a folded description: its words without the punctuation around them, and
 * each two words that stand side by side. The description contains every one of them as it is.
 */
export function wordsAndPhrases(folded: string): ReadonlySet<string> {
  const found = new Set<string>();
  let before: string | null = null;
  for (const raw of folded.split(" ")) {
    const word = withoutEdges(raw);
    if (lettersIn(word) >= WORD_LETTERS_MIN) keep(found, word);
    if (before !== null) {
      const phrase = withoutEdges(`${before} ${raw}`);
      const isPair = phrase.includes(" ");
      if (isPair && lettersIn(phrase) >= PHRASE_LETTERS_MIN) {
        keep(found, phrase);
      }
    }
    before = raw;
  }
  return found;
}

function keep(found: Set<string>, text: string): void {
  if (text.length <= LENGTH_MAX) found.add(text);
}

function withoutEdges(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}
