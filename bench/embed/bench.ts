import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { readCsv } from "../../src/main/demo/csv.ts";
import { cuesOf } from "../../src/processing/cues.ts";
import { readOptions } from "../vectors/options.ts";
import { namesOf, textsOf } from "../vectors/texts.ts";
import { naiveVector } from "./naive.ts";

const TEXTS = 40_000;
/** As many as the service embeds at once. */
const BATCH = 500;
const ROUNDS = 7;

type Embed = (texts: readonly string[]) => unknown;

/**
 * The local embedder: texts a second and the memory that it takes, beside the floor in the same run, which is reading
 * each text's letters once and nothing else, and beside the same features counted in a map.
 */
export async function embedBench(
  args: readonly string[],
): Promise<Readonly<Record<string, unknown>>> {
  const { scale, data } = readOptions(args, "embed");
  const texts = await sample(data, TEXTS * scale);
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  console.log(
    `deno ${Deno.version.deno}, one thread; ${texts.length} texts of ${
      (letters / texts.length).toFixed(0)
    } letters, medians of ${ROUNDS} rounds`,
  );
  const embedder = hashedNgrams();
  const before = memory();
  const rates: Record<string, number[]> = {};
  // Before the others fill the heap; what is no longer needed counts until it is collected.
  let most = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await rateOf(embedder.embed, texts);
    most = Math.max(most, memory() - before);
  }
  const measured: readonly (readonly [string, Embed])[] = [
    ["texts_per_s", embedder.embed],
    ["floor_per_s", (part) => part.map(lettersOf)],
    ["naive_per_s", (part) => part.map(naiveVector)],
  ];
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, embed] of measured) {
      (rates[name] ??= []).push(await rateOf(embed, texts));
    }
  }
  const figures = Object.fromEntries(
    Object.entries(rates).map((
      [name, all],
    ) => [name, Math.round(all.toSorted((a, b) => a - b)[ROUNDS >> 1]!)]),
  );
  for (const [name, rate] of Object.entries(figures)) {
    console.log(`${name}: ${rate}`);
  }
  const memory_mb = Math.round(most / 1e6);
  console.log(`memory: ${memory_mb} MB more than before`);
  return { ...figures, memory_mb };
}

/** What the service embeds of the records in the files; made-up texts where there are none. */
async function sample(
  paths: readonly string[],
  count: number,
): Promise<readonly string[]> {
  if (paths.length === 0) return textsOf(1, count, await namesOf([]));
  const texts: string[] = [];
  for (const path of paths) {
    for (const row of readCsv(await Deno.readTextFile(path)).rows) {
      const { description, counterparty, amount, unit } = row;
      const content = {
        occurredAt: `${row.date}T00:00:00.000Z`,
        description,
        counterparty,
        amount,
        attributes: { unit },
      } as const;
      texts.push(cuesOf(content, ["unit"]).text);
    }
  }
  return texts.slice(0, count);
}

async function rateOf(embed: Embed, texts: readonly string[]): Promise<number> {
  const begun = performance.now();
  for (let from = 0; from < texts.length; from += BATCH) {
    await embed(texts.slice(from, from + BATCH));
  }
  return 1000 * texts.length / (performance.now() - begun);
}

function lettersOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.codePointAt(i)!;
  return sum;
}

function memory(): number {
  return Deno.memoryUsage().rss;
}
