import type { Deps } from "../../../ports/deps.ts";
import type { Tx } from "../../../ports/unit_of_work.ts";
import { withdrawn } from "../../approvals/withdrawn.ts";
import type { Json } from "../../kernel/json.ts";
import { type Revision, revisionFacts } from "../revision/revision_facts.ts";

/** Writes records that took a later version and are held by the unit; what is decided anew waits for nobody any more. */
export async function writeRevisions(
  deps: Pick<Deps, "clock">,
  tx: Pick<Tx, "records" | "recordVersions" | "approvals" | "events">,
  revisions: readonly (Revision & { readonly raw: Json })[],
): Promise<void> {
  const now = deps.clock.now();
  const written = await tx.records.save(
    revisions.map(({ after }) => after),
    now,
  );
  if (written.length < revisions.length) {
    throw new Error("a record was changed while a unit held it");
  }
  await tx.recordVersions.renew(
    revisions.map(({ after: { id, externalId, fingerprint }, raw }) => ({
      recordId: id,
      externalId,
      fingerprint,
      raw,
    })),
  );
  const anew = revisions.filter((one) => one.anew);
  const waiting = anew.length === 0
    ? []
    : await tx.approvals.waitingFor(anew.map(({ after }) => after.id));
  await tx.approvals.save(waiting.map((one) => withdrawn(one, now)));
  tx.events.append(revisions.flatMap(revisionFacts));
}
