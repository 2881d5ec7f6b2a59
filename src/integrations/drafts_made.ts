import type { Failure } from "../kernel/failure.ts";
import type { Json } from "../kernel/json.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { ConnectionId } from "../kernel/ids.ts";
import type { SourcedDraft } from "../records/revision/sourced_draft.ts";
import { readMapped } from "./mapped_record.ts";
import { firstFlaw, mappingFailures } from "./mapping.ts";

/** What a mapping made of a payload, read as drafts; the failure says where it is wrong, and quotes nothing. */
export function draftsMade(
  made: Json | undefined,
  payload: Json,
  connectionId: ConnectionId,
): Result<
  readonly SourcedDraft[],
  Failure<"mapping.wrong_records">
> {
  const read = readMapped(made, payload, connectionId);
  return read.ok ? ok(read.value) : {
    ok: false,
    failure: mappingFailures.wrong_records({}, read.failure),
  };
}

/** A failure as a payload keeps it. */
export function keptFailure(
  { kind, facts, flaws }: Failure,
): { readonly kind: string; readonly detail: string } {
  const detail = flaws.length > 0
    ? firstFlaw(flaws)
    : Object.entries(facts).map(([name, fact]) => `${name} ${fact}`).join(", ");
  return { kind, detail: detail.slice(0, 500) };
}
