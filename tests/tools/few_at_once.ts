/** Does work in its order, never more than `lanes` at once; the answers come in that order. The first that throws ends all. */
export async function fewAtOnce<T>(
  lanes: number,
  work: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const answers: T[] = [];
  const left = work.entries();
  const lane = async () => {
    for (const [i, one] of left) answers[i] = await one();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return answers;
}
