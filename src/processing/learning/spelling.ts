import { hashStep, hashText } from "./sparse.ts";

const WORD_WEIGHT = 2;
const PIECE_MIN = 3;
const PIECE_MAX = 5;
const SPACE = 32;
/** Longer texts say nothing new about their category and would cost for ever. */
const WORDS_MAX = 120;

// Each kind of feature starts from its own basis, so that they never count as one.
const PAIR_BASIS = 0x2f0b4f27;
const PIECE_BASIS = 0x5bd1e995;

/** Tells the words of folded text, its pairs of words, and the 3- to 5-letter pieces of each word with its ends, as hashes. */
export function spell(
  words: readonly string[],
  say: (hash: number, weight: number) => void,
): void {
  let before = 0;
  for (const word of words.slice(0, WORDS_MAX)) {
    const hash = hashText(word);
    say(hash, WORD_WEIGHT);
    if (before !== 0) say(hashStep(hashStep(PAIR_BASIS, before), hash), 1);
    before = hash;
    pieces(word, say);
  }
}

/** From -1 to the length: the padding makes the beginning and the end of a word pieces of their own. */
function pieces(
  word: string,
  say: (hash: number, weight: number) => void,
): void {
  const end = word.length;
  for (let from = -1; from <= end; from++) {
    let piece = hashStep(PIECE_BASIS, codeAt(word, from));
    const last = Math.min(from + PIECE_MAX - 1, end);
    for (let to = from + 1; to <= last; to++) {
      piece = hashStep(piece, codeAt(word, to));
      if (to - from + 1 >= PIECE_MIN) say(piece, 1);
    }
  }
}

function codeAt(word: string, at: number): number {
  return at < 0 || at === word.length ? SPACE : word.charCodeAt(at);
}
