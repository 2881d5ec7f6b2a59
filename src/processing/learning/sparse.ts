/** A vector with few entries other than zero: `values[i]` at `buckets[i]`; a bucket may come twice and then adds up. */
export interface SparseVector {
  readonly buckets: Int32Array;
  readonly values: Float64Array;
}

/** Into how many buckets the features of a record are hashed. */
export const BUCKETS = 8_192;

// FNV-1a, 32 bits.
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export function hashStep(hash: number, value: number): number {
  return Math.imul(hash ^ value, FNV_PRIME);
}

export function hashText(text: string, basis = FNV_BASIS): number {
  let hash = basis;
  for (let i = 0; i < text.length; i++) {
    hash = hashStep(hash, text.charCodeAt(i));
  }
  return hash;
}

/** The bucket of a hash. FNV's low bits are weak; this is the finishing step of MurmurHash3. */
export function bucketOf(hash: number): number {
  let bits = hash ^ (hash >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) & (BUCKETS - 1);
}
