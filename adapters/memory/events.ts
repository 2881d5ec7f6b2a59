import { chainOn, GENESIS } from "../../src/events/chain.ts";
import {
  erasedInUnit,
  refuseToErase,
  TOMBSTONE,
} from "../../src/events/erasure.ts";
import type { ChainHead, RecordedEvent } from "../../src/events/event.ts";
import type { Fact } from "../../src/events/fact.ts";
import { isAbout } from "../../src/events/subject.ts";
import { type Reaction, reactionsTo } from "../../src/events/reactions.ts";
import type { Permit } from "../../src/tenancy/access.ts";
import type { Clock } from "../../ports/clock.ts";
import type { EventFilter, EventLog } from "../../ports/event_log.ts";
import type { Journal } from "./journal.ts";
import type { Shelf } from "./shelf.ts";

/** A tenant's log. What a unit appends waits until its end; `flush` then writes it and tells the jobs that follow. */
export function events(
  { events: log }: Shelf,
  permit: Permit,
  { clock, salt }: { readonly clock: Clock; readonly salt: () => string },
  journal: Journal,
): { readonly log: EventLog; flush(): readonly Reaction[] } {
  const waiting: Fact[] = [];
  const erasing: number[] = [];
  const head = (): ChainHead => {
    const last = log.at(-1);
    return last ? { seq: last.seq, hash: last.hash } : GENESIS;
  };

  return {
    log: {
      append(facts) {
        for (const fact of facts) waiting.push(fact);
      },
      erase(seqs) {
        for (const seq of seqs) erasing.push(seq);
      },
      after: (seq, limit, filter = {}) =>
        Promise.resolve(pick(log, seq, 1, limit, filter)),
      before: (seq, limit, filter = {}) =>
        Promise.resolve(
          pick(
            log,
            Math.min((seq ?? Infinity) - 2, log.length - 1),
            -1,
            limit,
            filter,
          ),
        ),
      head: () => Promise.resolve(head()),
    },
    flush() {
      const erased = erasedInUnit(erasing, waiting);
      if (waiting.length === 0) return [];
      for (const seq of erased) refuseToErase(seq, log[seq - 1]);
      for (const seq of erased) {
        const event = log[seq - 1]!;
        journal.note(() => void (log[seq - 1] = event));
        log[seq - 1] = { ...event, payload: TOMBSTONE, salt: null };
      }
      const length = log.length;
      const written = chainOn(head(), waiting, {
        at: clock.now(),
        actor: permit.actor.id,
        sourceAgent: permit.sourceAgent,
        salt,
      });
      journal.note(() => void (log.length = length));
      for (const event of written) log.push(event);
      const { tenantId, traceparent } = permit;
      return reactionsTo(tenantId, length + 1, waiting)
        .map((job) => ({
          ...job,
          ...traceparent !== undefined && { traceparent },
        }));
    },
  };
}

// Event n stands at place n - 1: the numbers have no gap.
function pick(
  log: readonly RecordedEvent[],
  place: number,
  step: 1 | -1,
  limit: number,
  filter: EventFilter,
): readonly RecordedEvent[] {
  const found: RecordedEvent[] = [];
  for (let i = place; log[i] && found.length < limit; i += step) {
    if (eventMatches(log[i]!, filter)) found.push(log[i]!);
  }
  return found;
}

function eventMatches(
  { type, sourceAgent, actor, occurredAt, payload }: RecordedEvent,
  filter: EventFilter,
): boolean {
  return (filter.types?.includes(type) ?? true) &&
    (filter.sourceAgent ?? sourceAgent) === sourceAgent &&
    (filter.actor ?? actor) === actor &&
    (filter.subject === undefined || isAbout(payload, filter.subject)) &&
    (filter.from === undefined || occurredAt >= filter.from) &&
    (filter.to === undefined || occurredAt < filter.to);
}
