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
    const { length } = buckets;
    let i = 0;
    // Measured: four buckets at a time, as each sum is then fetched and put back once for four, are half as much again as
    // quick. They are added in the same order, so that no bit of a sum depends on it.
    for (; i + 4 <= length; i += 4) {
      const [from0, value0] = [buckets[i]! * classes, values[i]!];
      const [from1, value1] = [buckets[i + 1]! * classes, values[i + 1]!];
      const [from2, value2] = [buckets[i + 2]! * classes, values[i + 2]!];
      const [from3, value3] = [buckets[i + 3]! * classes, values[i + 3]!];
      for (let c = 0; c < classes; c++) {
        sums[c] = sums[c]! + weights[from0 + c]! * value0 +
          weights[from1 + c]! * value1 + weights[from2 + c]! * value2 +
          weights[from3 + c]! * value3;
      }
    }
    for (; i < length; i++) {
      const from = buckets[i]! * classes;
      const value = values[i]!;
      for (let c = 0; c < classes; c++) sums[c]! += weights[from + c]! * value;
    }
    return softmax(sums);
  }

  learn(vector: SparseVector, truth: number): void {
    const { classes, weights, moved } = this;
    const { buckets, values } = vector;
    const errors = this.chances(vector);
    errors[truth]! -= 1;
    const wrong: number[] = [];
    for (let c = 0; c < classes; c++) {
      if (Math.abs(errors[c]!) >= ENOUGH) wrong.push(c);
    }
    // Bucket by bucket, as the weights lie in memory.
    for (let i = 0; i < buckets.length; i++) {
      const from = buckets[i]! * classes;
      const value = values[i]!;
      for (const c of wrong) {
        const at = from + c;
        const slope = errors[c]! * value;
        moved[at]! += slope * slope;
        weights[at]! -= RATE * slope / Math.sqrt(moved[at]! + FLOOR);
      }
    }
  }

  model(): TextModel {
    return packed(this.weights, this.classes);
  }
}
