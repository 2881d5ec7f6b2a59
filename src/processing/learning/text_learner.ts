import { BUCKETS, type SparseVector } from "./sparse.ts";
import { packed, softmax, type TextModel } from "./text_model.ts";

const RATE = 0.3;
/** Keeps the first steps of a weight finite. */
const FLOOR = 1e-4;
/** A class whose chance is this near to what it should be learns nothing. */
const ENOUGH = 0.003;

/**
 * Learns a text model one example at a time: multinomial logistic regression by AdaGrad (Duchi, Hazan and Singer 2011),
 * where a weight that has moved much moves less. Deterministic: the same examples in the same order, the same weights.
 */
export class TextLearner {
  private readonly weights: Float32Array;
  private readonly moved: Float32Array;

  constructor(private readonly classes: number) {
    this.weights = new Float32Array(BUCKETS * classes);
    this.moved = new Float32Array(BUCKETS * classes);
  }

  chances({ buckets, values }: SparseVector): Float64Array {
    const { classes, weights } = this;
    const sums = new Float64Array(classes);
    for (let i = 0; i < buckets.length; i++) {
      const from = buckets[i]! * classes;
      const value = values[i]!;
      for (let c = 0; c < classes; c++) sums[c]! += weights[from + c]! * value;
    }
    return softmax(sums);
  }

  learn(vector: SparseVector, truth: number): void {
    const { classes, weights, moved } = this;
    const { buckets, values } = vector;
    const chances = this.chances(vector);
    for (let c = 0; c < classes; c++) {
      const error = chances[c]! - (c === truth ? 1 : 0);
      if (Math.abs(error) < ENOUGH) continue;
      for (let i = 0; i < buckets.length; i++) {
        const at = buckets[i]! * classes + c;
        const slope = error * values[i]!;
        moved[at]! += slope * slope;
        weights[at]! -= RATE * slope / Math.sqrt(moved[at]! + FLOOR);
      }
    }
  }

  model(): TextModel {
    return packed(this.weights, this.classes);
  }
}
