import { seededRandom } from "../../../src/main/demo/seeded_random.ts";
import { shuffle } from "../shuffle.ts";
import type { Labelled } from "../stream.ts";
import type { Anchor, Guess } from "./anchor.ts";
import {
  addTo,
  emptyModel,
  greatest,
  type LinearModel,
  scoreInto,
} from "./linear_model.ts";
import { type Features, spelling } from "./spelling.ts";

const EPOCHS = 6;
const RATE = 1;
/** Shares of a class that are too small to learn from. */
const SHARE_MIN = 1e-4;

/** Multinomial logistic regression by stochastic gradient descent, each training from where the last one ended. */
export function logisticRegression(): Anchor {
  const space = spelling();
  const classes = new Map<string, number>();
  const random = seededRandom(1);
  let model: LinearModel = emptyModel(1, 0);

  function train(rows: readonly Labelled[]): void {
    const points = rows.map((row) => space.features(row));
    const own = rows.map(({ label }) => classes.get(label)!);
    model = grown(model, space.size, classes.size);
    const shares = new Float64Array(classes.size);
    const order = points.map((_, i) => i);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      const rate = RATE / (1 + epoch);
      shuffle(order, random);
      for (const i of order) {
        sharesInto(shares, model, points[i]!);
        const moved = { at: [] as number[], steps: [] as number[] };
        for (let c = 0; c < classes.size; c++) {
          const wrong = (own[i] === c ? 1 : 0) - shares[c]!;
          if (Math.abs(wrong) < SHARE_MIN) continue;
          moved.at.push(c);
          moved.steps.push(rate * wrong);
        }
        addTo(model, points[i]!, moved);
      }
    }
  }

  return {
    name: "logistic regression, same",
    learn(rows) {
      space.learn(rows);
      for (const { label } of rows) {
        if (!classes.has(label)) classes.set(label, classes.size);
      }
      train(rows);
    },
    propose(rows) {
      const names = [...classes.keys()];
      const shares = new Float64Array(names.length);
      return rows.map((row): Guess => {
        sharesInto(shares, model, space.features(row));
        const best = greatest(shares);
        return { label: names[best]!, score: shares[best]! };
      });
    },
  };
}

/** The model with room for more features and classes, which weigh nothing yet. */
function grown(
  before: LinearModel,
  size: number,
  classes: number,
): LinearModel {
  const model = emptyModel(size, classes);
  if (before.classes === 0) return model;
  for (let at = 0; at < before.weights.length; at += before.classes) {
    model.weights.set(
      before.weights.subarray(at, at + before.classes),
      at / before.classes * classes,
    );
  }
  return model;
}

function sharesInto(
  shares: Float64Array,
  model: LinearModel,
  point: Features,
): void {
  scoreInto(shares, model, point);
  const most = shares[greatest(shares)] ?? 0;
  let sum = 0;
  for (let c = 0; c < shares.length; c++) {
    shares[c] = Math.exp(shares[c]! - most);
    sum += shares[c]!;
  }
  for (let c = 0; c < shares.length; c++) shares[c]! /= sum;
}
