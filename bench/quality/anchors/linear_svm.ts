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
import { spelling } from "./spelling.ts";

/** The price of a violated margin. */
const COST = 1;
/** Enough, since each training begins where the last one ended. */
const EPOCHS = 6;
/** A step too small to matter. */
const STEP_MIN = 1e-4;

/**
 * A linear support vector machine for each class against all others, by dual coordinate descent on the squared hinge
 * loss (Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM"), all classes at each row.
 */
export function linearSvm(): Anchor {
  const space = spelling();
  const classes = new Map<string, number>();
  /** The dual variables: how much each row holds up the boundary of each class. */
  const duals: Map<number, number>[] = [];
  const random = seededRandom(1);
  let model: LinearModel = emptyModel(1, 0);

  function train(rows: readonly Labelled[]): void {
    const points = rows.map((row) => space.features(row));
    const own = rows.map(({ label }) => classes.get(label)!);
    model = emptyModel(space.size, classes.size);
    points.forEach((point, i) => {
      const held = [...duals[i] ??= new Map()];
      addTo(model, point, {
        at: held.map(([c]) => c),
        steps: held.map(([c, dual]) => own[i] === c ? dual : -dual),
      });
    });
    const squares = points.map(({ weights }) =>
      weights.reduce((sum, weight) => sum + weight * weight, 1 / (2 * COST))
    );
    const scores = new Float64Array(classes.size);
    const order = points.map((_, i) => i);
    for (let epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      for (const i of order) {
        scoreInto(scores, model, points[i]!);
        const moved = { at: [] as number[], steps: [] as number[] };
        for (let c = 0; c < classes.size; c++) {
          const sign = own[i] === c ? 1 : -1;
          const before = duals[i]!.get(c) ?? 0;
          const slope = sign * scores[c]! - 1 + before / (2 * COST);
          if (before === 0 && slope >= 0) continue;
          const after = Math.max(0, before - slope / squares[i]!);
          if (Math.abs(after - before) < STEP_MIN) continue;
          if (after === 0) duals[i]!.delete(c);
          else duals[i]!.set(c, after);
          moved.at.push(c);
          moved.steps.push(sign * (after - before));
        }
        if (moved.at.length > 0) addTo(model, points[i]!, moved);
      }
    }
  }

  return {
    name: "linear SVM, TF-IDF characters + unit + amount",
    learn(rows) {
      space.learn(rows);
      for (const { label } of rows) {
        if (!classes.has(label)) classes.set(label, classes.size);
      }
      train(rows);
    },
    propose(rows) {
      const names = [...classes.keys()];
      const scores = new Float64Array(names.length);
      return rows.map((row): Guess => {
        scoreInto(scores, model, space.features(row));
        const best = greatest(scores);
        return { label: names[best]!, score: scores[best]! };
      });
    },
  };
}
