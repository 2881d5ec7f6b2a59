import type { Deps } from "../../../ports/deps.ts";
import { type Failure, failures } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { GENESIS } from "../chain.ts";
import type { ChainHead, RecordedEvent } from "../event.ts";
import type { ExportLine } from "../event_json.ts";

export const exportFailures = failures("events", {
  not_there_yet: {
    category: "invalid",
    title: "The log has no such event to go on after",
  },
});

/** Events read at a time, so that a long log needs little memory. */
const PAGE = 1_000;

/**
 * The log behind event `after` as pages of lines: where it stands, its events, and where it stands then. Without the
 * last line an export was cut off. What is appended meanwhile is in it, up to the last page.
 */
export async function exportEvents(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  after: number,
): Promise<
  Result<
    AsyncGenerator<readonly ExportLine[]>,
    AccessDenied | Failure<"events.not_there_yet">
  >
> {
  const allowed = permit(scope, "events.read");
  if (!allowed.ok) return allowed;
  const read = (after: number, limit: number) =>
    deps.uow.run(
      allowed.value,
      async (tx) => ok(await tx.events.after(after, limit)),
    ).then(({ value }) => value);
  const [last] = after === 0 ? [GENESIS] : await read(after - 1, 1);
  if (last?.seq !== after) {
    return fail(exportFailures.not_there_yet({ after }));
  }
  return ok(pages({ seq: last.seq, hash: last.hash }, read));
}

async function* pages(
  start: ChainHead,
  read: (after: number, limit: number) => Promise<readonly RecordedEvent[]>,
): AsyncGenerator<readonly ExportLine[]> {
  yield [{ checkpoint: start }];
  let { seq, hash } = start;
  // To an end that was read last: whatever was erased in a page is named by an event that was there by then.
  for (let isLast = false; !isLast;) {
    const events = await read(seq, PAGE);
    yield events.map((event) => ({ event }));
    ({ seq, hash } = events.at(-1) ?? { seq, hash });
    isLast = events.length < PAGE;
  }
  yield [{ checkpoint: { seq, hash } }];
}
