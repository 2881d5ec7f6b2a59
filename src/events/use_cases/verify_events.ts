import type { Deps } from "../../../ports/deps.ts";
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

/** Reads the tenant's whole log and checks every number and every hash up to its head. */
export async function verifyEvents(
  deps: Pick<Deps, "uow">,
  scope: Scope,
): Promise<Result<Verification, AccessDenied>> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  const { value: end } = await deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.events.head()),
  );
  let head = GENESIS;
  while (head.seq < end.seq) {
    const after = head.seq;
    const limit = Math.min(PAGE, end.seq - after);
    const { value: events } = await deps.uow.run(
      allowed.value,
      async (tx) => ok(await tx.events.after(after, limit)),
    );
    const verified = verifyChain(head, events);
    if (!verified.ok) return ok(verified);
    if (events.length < limit) {
      const seq = after + events.length + 1;
      return ok({ ok: false, seq, why: `event ${seq} is missing` });
    }
    head = verified.head;
  }
  return ok(
    head.hash === end.hash ? { ok: true, head } : {
      ok: false,
      seq: head.seq,
      why: "the head does not match the last event",
    },
  );
}
