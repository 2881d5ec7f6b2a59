const DIMENSIONS = 512;

/** The same pieces as the service's embedder counts, written down plainly: each a text of its own in a map, hashed in the end. */
export function naiveVector(text: string): Float32Array {
  const counts = new Map<string, number>();
  const count = (piece: string, weight: number) =>
    counts.set(piece, (counts.get(piece) ?? 0) + weight);
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const [i, word] of words.entries()) {
    count(`w:${word}`, 2);
    if (i > 0) count(`b:${words[i - 1]} ${word}`, 1);
    const padded = ` ${word} `;
    for (let size = 3; size <= 5; size++) {
      for (let from = 0; from + size <= padded.length; from++) {
        count(`g:${padded.slice(from, from + size)}`, 1);
      }
    }
  }
  const vector = new Float32Array(DIMENSIONS);
  for (const [piece, weight] of counts) {
    const hash = hashOf(piece);
    vector[hash % DIMENSIONS]! += hash >= 2 ** 31 ? -weight : weight;
  }
  let sum = 0;
  for (const value of vector) sum += Math.abs(value);
  return vector.map((value) =>
    sum === 0 ? 0 : Math.sign(value) * Math.sqrt(Math.abs(value) / sum)
  );
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
