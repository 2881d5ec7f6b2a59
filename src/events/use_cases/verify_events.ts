import type { Deps } from "../../../ports/deps.ts";
import type { EventLog } from "../../../ports/event_log.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { GENESIS, verifyChain } from "../chain.ts";
import type { ChainHead } from "../event.ts";

/** Whether the log is whole; where it is not, the first wrong event and why. */
export type Verification =
  | { readonly ok: true; readonly head: ChainHead }
  | { readonly ok: false; readonly seq: number; readonly why: string };

/** Events read at a time, so that a long log needs little memory. */
const PAGE = 5_000;

/**
 * Reads the tenant's whole log and checks every number, every hash, and that the head is the last event; appends
 * meanwhile do no harm. A log rewritten as a whole (its last events gone and the head moved back, or every hash
 * computed anew) shows only against a head kept elsewhere: see docs/events.md.
 */
export async function verifyEvents(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<Verification, AccessDenied>> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  const read = async <T>(what: (log: EventLog) => Promise<T>): Promise<T> => {
    const { value } = await deps.uow.run(
      allowed.value,
      async (tx) => ok(await what(tx.events)),
    );
    return value;
  };

  let verified = GENESIS;
  let head = GENESIS;
  for (;;) {
    const events = await read((log) => log.after(verified.seq, PAGE));
    const checked = verifyChain(verified, events);
    if (!checked.ok) return ok(checked);
    verified = checked.head;
    if (events.length > 0) continue;
    // That head was read before: what it tells of must be there by now.
    if (verified.seq < head.seq) {
      return ok(wrong(verified.seq + 1, "is missing"));
    }
    // Read after the events, so that an append in between moves it on, never back.
    head = await read((log) => log.head());
    if (head.seq <= verified.seq) return ok(compare(verified, head));
  }
}

function compare(verified: ChainHead, head: ChainHead): Verification {
  if (head.seq < verified.seq) return wrong(head.seq + 1, "is past the head");
  if (head.hash !== verified.hash) {
    return wrong(head.seq, "is not what the head says");
  }
  // Every tenant's log begins with TENANT_CREATED.
  return verified.seq === 0
    ? wrong(1, "is missing")
    : { ok: true, head: verified };
}

function wrong(seq: number, what: string): Verification {
  return { ok: false, seq, why: `event ${seq} ${what}` };
}
