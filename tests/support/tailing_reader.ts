import { seededRandom } from "../../src/main/demo/seeded_random.ts";

/**
 * Follows the stream at `address` from behind `after` on, and cuts the connection `cuts` times at places that chance
 * picks: before an answer, in the middle of an event, after many. Of an event that was cut off it keeps nothing, as a
 * browser does, and goes on from the last id that it has. Ends with the first event of the type `last`; returns every
 * `seq` as it came.
 */
export async function tailAcross(
  { address, key, after, cuts, seed, last, onCut }: {
    readonly address: string;
    readonly key: string;
    readonly after: number;
    readonly cuts: number;
    readonly seed: number;
    readonly last: string;
    /** Told how often it was cut so far, and how many events it has. */
    readonly onCut: (count: number, events: number) => void;
  },
): Promise<readonly number[]> {
  const random = seededRandom(seed);
  const seqs: number[] = [];
  let lastId = String(after);
  for (let count = 0;; onCut(++count, seqs.length)) {
    const abort = new AbortController();
    let left = count >= cuts
      ? Infinity
      : random.between(0, random.chance(0.6) ? 300 : 2_000);
    const early = left === 0
      ? setTimeout(() => abort.abort(), random.between(0, 1))
      : undefined;
    try {
      const response = await fetch(address, {
        headers: {
          "Accept": "text/event-stream",
          "Authorization": `Bearer ${key}`,
          "Last-Event-ID": lastId,
        },
        signal: abort.signal,
      });
      if (response.status !== 200) throw new Error(await response.text());
      let rest = "";
      const decoder = new TextDecoder();
      for await (const bytes of response.body!) {
        const taken = bytes.subarray(0, left);
        left -= taken.length;
        const blocks = (rest + decoder.decode(taken, { stream: true }))
          .split("\n\n");
        rest = blocks.pop()!;
        for (const block of blocks) {
          lastId = /^id: (\d+)$/m.exec(block)?.[1] ?? lastId;
          if (!/^data: /m.test(block)) continue;
          seqs.push(Number(lastId));
          if (block.includes(`\nevent: ${last}\n`)) return seqs;
        }
        if (left === 0) break;
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      clearTimeout(early);
      abort.abort();
    }
  }
}
