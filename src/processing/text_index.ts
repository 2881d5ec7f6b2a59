import type { NearText } from "./example.ts";

/** The texts that have a value at one dimension, and what it is, in the order added. */
interface Postings {
  places: Uint32Array;
  values: Float32Array;
  length: number;
}

/**
 * Exact search for near texts in plain memory. It holds, for each dimension, the texts whose vectors are not zero there:
 * hashed vectors are zero at seven dimensions of eight, so a search adds up a fiftieth of the products that comparing
 * whole vectors would take. Any other vectors are found as exactly, only less quickly.
 */
export class TextIndex {
  readonly #keys: (string | null)[] = [];
  readonly #places = new Map<string, number>();
  readonly #postings: (Postings | undefined)[] = [];
  /** One sum per text, used again by each search. */
  #sums = new Float32Array(0);

  /** How many texts it holds, zeros aside. */
  get size(): number {
    return this.#places.size;
  }

  /** Adds a text by its vector, of any length. One that is there stays as it is; all zeros are near to nothing. */
  add(textKey: string, vector: Float32Array): void {
    if (this.#places.has(textKey)) return;
    const length = lengthOf(vector);
    if (length === 0) return;
    const place = this.#keys.push(textKey) - 1;
    this.#places.set(textKey, place);
    for (let i = 0; i < vector.length; i++) {
      const value = vector[i]!;
      if (value === 0) continue;
      append(
        this.#postings[i] ??= emptyPostings(),
        place,
        value / length,
      );
    }
  }

  /** Takes a text out; its place stays empty. */
  remove(textKey: string): void {
    const place = this.#places.get(textKey);
    if (place === undefined) return;
    this.#places.delete(textKey);
    this.#keys[place] = null;
  }

  /** The `limit` texts of greatest cosine to `vector` among those that `counts`, none below `atLeast`: nearest first, then by key. */
  nearest(
    vector: Float32Array,
    limit: number,
    atLeast: number,
    counts: (textKey: string) => boolean = () => true,
  ): readonly NearText[] {
    const sums = this.#add(vector);
    if (!sums) return [];
    const keys = this.#keys;
    const near: NearText[] = [];
    let least = atLeast;
    for (let place = 0; place < keys.length; place++) {
      const sum = sums[place]!;
      if (sum < least) continue;
      const textKey = keys[place]!;
      if (textKey === null || !counts(textKey)) continue;
      near.push({ textKey, similarity: Math.min(1, sum) });
      near.sort(byNearness);
      if (near.length > limit) near.pop();
      if (near.length === limit) least = near.at(-1)!.similarity;
    }
    return near;
  }

  /** The cosine of `vector` with each text, by place; undefined for all zeros. */
  #add(vector: Float32Array): Float32Array | undefined {
    const length = lengthOf(vector);
    if (length === 0) return undefined;
    const count = this.#keys.length;
    if (this.#sums.length < count) this.#sums = new Float32Array(2 * count);
    const sums = this.#sums;
    sums.fill(0, 0, count);
    for (let i = 0; i < vector.length; i++) {
      const factor = vector[i]! / length;
      const postings = this.#postings[i];
      if (factor === 0 || !postings) continue;
      const { places, values, length: end } = postings;
      for (let j = 0; j < end; j++) sums[places[j]!]! += factor * values[j]!;
    }
    return sums;
  }
}

function lengthOf(vector: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += vector[i]! * vector[i]!;
  return Math.sqrt(sum);
}

function emptyPostings(): Postings {
  return {
    places: new Uint32Array(4),
    values: new Float32Array(4),
    length: 0,
  };
}

function append(postings: Postings, place: number, value: number): void {
  const { places, values, length } = postings;
  if (length === places.length) {
    postings.places = new Uint32Array(2 * length);
    postings.places.set(places);
    postings.values = new Float32Array(2 * length);
    postings.values.set(values);
  }
  postings.places[length] = place;
  postings.values[length] = value;
  postings.length++;
}

function byNearness(a: NearText, b: NearText): number {
  return b.similarity - a.similarity || (a.textKey < b.textKey ? -1 : 1);
}
