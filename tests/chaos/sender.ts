import type { SeededRandom } from "../../src/main/demo/seeded_random.ts";
import type { Answer, Ledger } from "./ledger.ts";
import { pause } from "./pause.ts";
import { type RecordSet, shuffled } from "./record_sets.ts";

/** Sends sets of one tenant and keeps its ledger. */
export interface Sender {
  readonly ledger: Ledger;
  /** Sends all sets, several at once, each when `mayGo` lets it; some of them twice. */
  sendAll(
    sets: readonly RecordSet[],
    mayGo: (records: number) => Promise<void>,
  ): Promise<void>;
  /** Sends `count` accepted sets once more: some as a repeat of the request, some in another order as a new one. */
  sendAgain(count: number): Promise<void>;
  /** How often a request had to be sent again, by what came of it: a status, or the name of an error. */
  readonly again: ReadonlyMap<string, number>;
}

export interface SenderOptions {
  readonly ledger: Ledger;
  readonly key: string;
  readonly addresses: readonly string[];
  readonly random: SeededRandom;
  /** Ends all sending: what has no answer by then counts as never sent. */
  readonly signal: AbortSignal;
}

const AT_ONCE = 2;
/** A request without an answer for this long is given up and sent again: its process may be stopped. */
const ANSWER_MS_MAX = 10_000;
const AGAIN_MS = 200;
const TWICE_SHARE = 0.1;

export function openSender(
  { ledger, key, addresses, random, signal }: SenderOptions,
): Sender {
  const again = new Map<string, number>();
  let extra = 0;

  async function post(set: RecordSet): Promise<Response | string> {
    try {
      const response = await fetch(`${random.pick(addresses)}/api/v1/records`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${key}`,
          "content-type": "application/json",
          "idempotency-key": set.key,
          ...set.later && { prefer: "respond-async" },
        },
        body: JSON.stringify({ records: set.records }),
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS_MAX)]),
      });
      // A process may end between the head of its answer and the body.
      const body = await response.text();
      return new Response(body, { status: response.status });
    } catch (error) {
      return error instanceof Error ? error.name : String(error);
    }
  }

  /** Until it is accepted: what has no answer, or one that says "later", goes out again with the same key. */
  async function send(set: RecordSet): Promise<void> {
    while (!signal.aborted) {
      const outcome = await post(set);
      if (outcome instanceof Response && outcome.status === 202) {
        ledger.note(set, await outcome.json() as Answer);
        return;
      }
      const status = outcome instanceof Response ? outcome.status : 0;
      const what = status === 0 ? String(outcome) : `${status}`;
      if (outcome instanceof Response && status < 500 && status !== 429) {
        ledger.complain(`${set.key}: ${status} ${await outcome.text()}`);
        return;
      }
      again.set(what, (again.get(what) ?? 0) + 1);
      await pause(AGAIN_MS + random.between(0, AGAIN_MS));
    }
  }

  /** The same records in another order, as another request. */
  function reordered(set: RecordSet): RecordSet {
    return {
      key: `${set.key}-again-${extra++}`,
      later: random.chance(0.5),
      records: shuffled(set.records, random),
    };
  }

  return {
    ledger,
    again,
    async sendAll(sets, mayGo) {
      const left = [...sets];
      const one = async () => {
        for (let set = left.pop(); set && !signal.aborted; set = left.pop()) {
          await mayGo(set.records.length);
          const sends = [send(set)];
          if (random.chance(TWICE_SHARE)) sends.push(send(reordered(set)));
          await Promise.all(sends);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, one));
    },
    async sendAgain(count) {
      const chosen = shuffled(ledger.sets, random).slice(0, count);
      await Promise.all(
        chosen.map((set) => send(random.chance(0.5) ? set : reordered(set))),
      );
    },
  };
}
