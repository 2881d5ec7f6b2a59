import type { Tx } from "../../../ports/unit_of_work.ts";
import type { Failure, Flaw } from "../../kernel/failure.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { draftOf, type Incoming } from "../draft.ts";
import { type Draft, recordFailures } from "../record.ts";

/** Normalises a set; its connections must be there and no external id may occur twice in one of them. */
export async function draftsOf(
  tx: Pick<Tx, "connections">,
  incoming: readonly Incoming[],
): Promise<
  Result<
    readonly Draft[],
    Failure<"record.unknown_connection" | "record.duplicate_ids">
  >
> {
  const connections = await tx.connections.all();
  const standard = connections.find((connection) => connection.isDefault);
  if (!standard) throw new Error("the tenant has no default connection");
  const known = new Set(connections.map((connection) => connection.id));
  const drafts = incoming.map((one) => draftOf(one, standard.id));

  const unknown: Flaw[] = drafts.flatMap((draft, i) =>
    known.has(draft.connectionId) ? [] : [{
      pointer: `/records/${i}/connection_id`,
      detail: "is not a connection of yours",
    }]
  );
  if (unknown.length > 0) {
    return fail(recordFailures.unknown_connection({}, unknown));
  }
  const first = new Map<string, number>();
  const twice: Flaw[] = [];
  drafts.forEach((draft, i) => {
    const key = `${draft.connectionId} ${draft.externalId}`;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, i);
    else {
      twice.push({
        pointer: `/records/${i}/external_id`,
        detail: `is the external_id of /records/${earlier} too`,
      });
    }
  });
  return twice.length > 0
    ? fail(recordFailures.duplicate_ids({}, twice))
    : ok(drafts);
}
