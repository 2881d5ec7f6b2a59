import { fold } from "../../../src/records/text.ts";
import type { Labelled } from "../stream.ts";
import { wordsOf } from "./anchor.ts";

/** A row as numbers: features by place, with their weights. */
export interface Features {
  readonly places: Int32Array;
  readonly weights: Float32Array;
}

/** Turns rows into TF-IDF of the 3- to 5-letter pieces of their words, with unit and amount as one feature each. */
export interface Spelling {
  /** How many places there are. */
  readonly size: number;
  /** Counts the pieces of all rows so far, which begin with those of the last time. */
  learn(rows: readonly Labelled[]): void;
  features(row: Labelled): Features;
}

const PIECE_MIN = 3;
const PIECE_MAX = 5;
/** A piece that only one row has says nothing of another. */
const ROWS_MIN = 2;

export function spelling(): Spelling {
  /** Place 0 is the same in every row. */
  const places = new Map<string, number>();
  const rowsWith = new Map<string, number>();
  const counted = new Map<Labelled, ReadonlyMap<string, number>>();
  let learned = 0;

  function count(row: Labelled): ReadonlyMap<string, number> {
    const counts = counted.get(row) ?? piecesOf(wordsOf(row));
    counted.set(row, counts);
    return counts;
  }

  function learnName(name: string): void {
    const rows = (rowsWith.get(name) ?? 0) + 1;
    rowsWith.set(name, rows);
    if (rows >= ROWS_MIN && !places.has(name)) {
      places.set(name, places.size + 1);
    }
  }

  return {
    get size() {
      return places.size + 1;
    },
    learn(rows) {
      for (const row of rows.slice(learned)) {
        for (const name of [...count(row).keys(), ...contextOf(row)]) {
          learnName(name);
        }
      }
      learned = rows.length;
    },
    features(row) {
      const found: [place: number, weight: number][] = [];
      let square = 0;
      for (const [piece, times] of count(row)) {
        const place = places.get(piece);
        if (place === undefined) continue;
        const idf = Math.log((1 + learned) / (1 + rowsWith.get(piece)!)) + 1;
        const weight = (1 + Math.log(times)) * idf;
        square += weight * weight;
        found.push([place, weight]);
      }
      const length = Math.sqrt(square) || 1;
      for (const one of found) one[1] /= length;
      for (const name of contextOf(row)) {
        const place = places.get(name);
        if (place !== undefined) found.push([place, 1]);
      }
      found.push([0, 1]);
      return {
        places: Int32Array.from(found, ([place]) => place),
        weights: Float32Array.from(found, ([, weight]) => weight),
      };
    },
  };
}

/** The pieces within each word, its two ends marked by a space. */
function piecesOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of fold(text).match(/[\p{L}\p{N}]+/gu) ?? []) {
    const padded = ` ${word} `;
    for (let from = 0; from < padded.length; from++) {
      for (let size = PIECE_MIN; size <= PIECE_MAX; size++) {
        if (from + size > padded.length) break;
        const piece = padded.slice(from, from + size);
        counts.set(piece, (counts.get(piece) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Unit and size of the amount (its sign and nearest half power of ten), by names that no piece has. */
function contextOf({ unit, amount }: Labelled): readonly string[] {
  const names = unit === null ? [] : [`unit=${fold(unit)}`];
  if (amount === null) return names;
  const minor = Number(amount.minor);
  const size = Math.round(2 * Math.log10(Math.abs(minor) + 1));
  return [...names, `amount=${minor < 0 ? "-" : "+"}${size}`];
}
