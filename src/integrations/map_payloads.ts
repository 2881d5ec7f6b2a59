import type { Failure } from "../kernel/failure.ts";
import type { Json } from "../kernel/json.ts";
import { ok, type Result } from "../kernel/result.ts";
import type { ConnectionId } from "../kernel/ids.ts";
import { type ConnectorDraft, readMapped } from "./mapped_record.ts";
import { firstFlaw, mappingFailures } from "./mapping.ts";

/** Sets of drafts in which no external id occurs twice, each id's versions in their order. */
export function inRounds(
  drafts: readonly ConnectorDraft[],
): readonly (readonly ConnectorDraft[])[] {
  const rounds: ConnectorDraft[][] = [];
  const met = new Map<string, number>();
  for (const draft of drafts) {
    const ids = [draft.externalId, draft.supersedes ?? draft.externalId];
    const round = Math.max(...ids.map((id) => met.get(id) ?? 0));
    for (const id of ids) met.set(id, round + 1);
    (rounds[round] ??= []).push(draft);
  }
  return rounds;
}

/** What a mapping made of a payload, read as drafts; the failure says where it is wrong, and quotes nothing. */
export function draftsMade(
  made: Json | undefined,
  payload: Json,
  connectionId: ConnectionId,
): Result<
  readonly ConnectorDraft[],
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
