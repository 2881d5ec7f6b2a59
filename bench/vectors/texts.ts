import { fold } from "../../src/records/text.ts";
import { readCsv } from "../../src/main/demo/csv.ts";
import { seededRandom } from "../../src/main/demo/seeded_random.ts";
import { businesses } from "../rules/statement.ts";

const MADE_UP = 20_000;
const UNITS =
  "parks fleet office workshop sales events nursery library housing museum youth depot"
    .split(" ");
/** What a card network prints of a name. */
const CUT = 22;

/** Whom companies pay: the wordings of the CSV files at `paths`, without their numbers; made-up businesses where there are none. */
export async function namesOf(
  paths: readonly string[],
): Promise<readonly string[]> {
  if (paths.length === 0) {
    return businesses(5, MADE_UP)
      .map(({ name, town }) => fold(`${name} ${town}`));
  }
  const names = new Set<string>();
  for (const path of paths) {
    const { rows } = readCsv(await Deno.readTextFile(path));
    for (const { description, counterparty } of rows) {
      for (const text of [description, counterparty ?? ""]) {
        const words = wordsOf(text);
        if (words.length > 0) names.add(words.join(" "));
      }
    }
  }
  return [...names];
}

/**
 * Distinct texts as a company's memory holds them: many wordings of few names, each in several cost centres, some cut
 * short, some with a word more or another one. All companies draw from the same names, so that one's texts are as near
 * to another's as to its own.
 */
export function textsOf(
  seed: number,
  count: number,
  names: readonly string[],
): readonly string[] {
  return wordings(seed, count, paid(seed, count, names), names);
}

/** Texts to look for in a company's memory: other wordings of the names that it pays, none of which it has. */
export function askedOf(
  { number, texts }: { readonly number: number; readonly texts: number },
  count: number,
  names: readonly string[],
): readonly string[] {
  const known = new Set(textsOf(number, texts, names));
  const own = paid(number, texts, names);
  return wordings(number + 1e6, 2 * count, own, names)
    .filter((text) => !known.has(text)).slice(0, count);
}

/** The names that a company of that number pays. */
function paid(
  seed: number,
  count: number,
  names: readonly string[],
): readonly string[] {
  const random = seededRandom(seed);
  return Array.from(
    { length: Math.max(3, Math.ceil(count / 8)) },
    () => random.pick(names),
  );
}

function wordings(
  seed: number,
  count: number,
  own: readonly string[],
  names: readonly string[],
): readonly string[] {
  const random = seededRandom(-seed);
  const word = () => random.pick(random.pick(names).split(" "));
  const texts = new Set<string>();
  while (texts.size < count) {
    let words = random.pick(own).split(" ");
    if (random.chance(0.3)) words[random.between(0, words.length - 1)] = word();
    if (random.chance(0.3)) words = [...words, word()];
    const name = words.join(" ");
    const printed = random.chance(0.3) ? name.slice(0, CUT).trim() : name;
    texts.add(`${printed} ${random.pick(UNITS)}`);
  }
  return [...texts];
}

function wordsOf(text: string): readonly string[] {
  return fold(text).replace(/\S*\p{N}\S*/gu, " ").match(/\p{L}+/gu) ?? [];
}
