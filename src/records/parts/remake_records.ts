import type { Deps } from "../../../ports/deps.ts";
import type { CompanyRecord } from "../record.ts";
import { isErased } from "../erased.ts";
import { revisedAnew, revisedRecord } from "../revision/revised_record.ts";
import type { SourcedDraft } from "../revision/sourced_draft.ts";
import { nameOf } from "../revision/standing.ts";
import { knownVersions } from "./known_versions.ts";
import type { IntakeTx } from "./take_in_from.ts";
import { writeRevisions } from "./write_revisions.ts";

/**
 * Makes records anew from the payload that they came of, read in another way: no identity is asked for, since it is the
 * very same item. Only a record whose standing version is `standsAs` changes. What a person decided stays; anything
 * else is decided anew. Returns how many changed.
 */
export async function remakeRecords(
  deps: Pick<Deps, "clock">,
  tx: IntakeTx,
  made: readonly {
    readonly draft: SourcedDraft;
    /** The fingerprint of what was made of the payload before. */
    readonly standsAs: string;
  }[],
): Promise<number> {
  if (made.length === 0) return 0;
  const { standing, holders } = await knownVersions(
    tx,
    made.map(({ draft }) => ({ ...draft, supersedes: null })),
  );
  const remade = made.flatMap(({ draft, standsAs }) => {
    const holder = holders.get(nameOf(draft.connectionId, draft.externalId));
    const one = holder && standing.get(holder.recordId);
    if (
      !one || isErased(one.record) || one.record.fingerprint !== standsAs ||
      draft.fingerprint === standsAs
    ) return [];
    const before = one.record;
    const anew = !isDecidedByPerson(before);
    const after = anew
      ? revisedAnew(before, draft)
      : revisedRecord(before, draft);
    const { wasPending } = one;
    return [{
      before,
      after,
      wasPending,
      pending: wasPending,
      anew,
      raw: draft.raw,
    }];
  });
  await writeRevisions(deps, tx, remade);
  return remade.length;
}

function isDecidedByPerson(
  { status, settledByPerson }: CompanyRecord,
): boolean {
  return status === "approved" || status === "rejected" ||
    settledByPerson.includes("category_id");
}
