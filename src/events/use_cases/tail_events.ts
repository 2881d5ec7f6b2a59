import type { Deps } from "../../../ports/deps.ts";
import type { EventFilter } from "../../../ports/event_log.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { Instant } from "../../kernel/instant.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { RecordedEvent } from "../event.ts";
import { logFailures } from "../log_failures.ts";
import { type LogPage, readOn } from "../parts/read_on.ts";

/** What a tail says next. `seq`: how far the log was read; who comes back behind it misses nothing that the filter lets through. */
export type TailPart =
  | {
    readonly kind: "events";
    readonly events: readonly RecordedEvent[];
    readonly seq: number;
  }
  | { readonly kind: "nothing"; readonly seq: number }
  /** The last: who reads may do so no more. */
  | { readonly kind: "over"; readonly failure: Failure };

/** Events read at a time; the next are read when these were taken. Few, since one may be half a megabyte. */
const PAGE = 50;

/**
 * The log from behind `after` (null: from its end) for as long as it is asked for more. Says at once where it begins,
 * and something every `idleMs`; asks about as often, by `scopeNow`, whether who reads still may, and ends where not.
 * `signal` ends it without a word.
 */
export async function tailEvents(
  deps: Pick<Deps, "uow" | "clock" | "logWatch">,
  scope: Scope,
  asked: {
    readonly after: number | null;
    readonly filter: EventFilter;
    readonly idleMs: number;
    readonly signal: AbortSignal;
    scopeNow(): Promise<Result<Scope, Failure>>;
  },
): Promise<
  Result<AsyncGenerator<TailPart>, AccessDenied | Failure<"events.ahead">>
> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  const { value: head } = await deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.events.head()),
  );
  const after = asked.after ?? head.seq;
  if (after > head.seq) {
    return fail(logFailures.ahead({ after, seq: head.seq }));
  }
  const read = async (after: number): Promise<LogPage> => {
    const { filter } = asked;
    const page = await deps.uow.run(
      allowed.value,
      (tx) => readOn(tx, { after, limit: PAGE, filter }),
    );
    // A log grows and does not shrink while it is read.
    if (!page.ok) throw new Error(page.failure.kind);
    return page.value;
  };
  return ok(parts(deps, scope, asked, { start: after, read }));
}

async function* parts(
  { clock, logWatch }: Pick<Deps, "clock" | "logWatch">,
  { tenantId }: Scope,
  { idleMs, signal, scopeNow }: Parameters<typeof tailEvents>[2],
  { start, read }: {
    readonly start: number;
    read(after: number): Promise<LogPage>;
  },
): AsyncGenerator<TailPart> {
  let seq = start;
  yield { kind: "nothing", seq };
  let askedAt = clock.now();
  while (!signal.aborted) {
    const page = await read(seq);
    ({ seq } = page);
    const { events } = page;
    if (events.length > 0) yield { kind: "events", events, seq };
    const hasGrown = page.isFull ||
      await logWatch.beyond(tenantId, seq, { waitMs: idleMs, signal });
    if (signal.aborted) return;
    if (hasGrown && msSince(askedAt, clock.now()) < idleMs) continue;
    const still = await scopeNow();
    if (!still.ok) {
      yield { kind: "over", failure: still.failure };
      return;
    }
    askedAt = clock.now();
    if (events.length === 0) yield { kind: "nothing", seq };
  }
}

function msSince(then: Instant, now: Instant): number {
  return Date.parse(now) - Date.parse(then);
}
