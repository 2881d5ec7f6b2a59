import type { Deps } from "../../ports/deps.ts";
import type { ConnectionId } from "../../src/kernel/ids.ts";
import { draftOf, type Incoming } from "../../src/records/draft.ts";
import {
  type SourcedIntake,
  takeInFrom,
} from "../../src/records/parts/take_in_from.ts";
import type { SourcedDraft } from "../../src/records/revision/sourced_draft.ts";
import { permit } from "../../src/tenancy/access.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { incoming, value } from "./trial.ts";

/** A version as a test's source tells it. */
export type Told = Partial<Incoming> & {
  readonly pending?: boolean;
  readonly supersedes?: string | null;
};

/** The draft that a connector makes of it; the payload names the id and the state, as sources do. */
export function sourced(
  connectionId: ConnectionId,
  { pending = false, supersedes = null, ...given }: Told,
): SourcedDraft {
  const one = incoming(given);
  const raw = {
    id: one.externalId,
    pending,
    said: one.description,
    and: one.raw,
  };
  return {
    ...draftOf({ ...one, raw }, connectionId),
    pending,
    supersedes,
  };
}

/** Takes versions in as a connector does, in a unit of its own, under the tenant's only connection. */
export async function arrive(
  { deps, scope }: { readonly deps: Deps; readonly scope: Scope },
  ...told: readonly Told[]
): Promise<SourcedIntake> {
  const allowed = value(permit(scope, "records.write"));
  return value(
    await deps.uow.run(allowed, async (tx) => {
      const [connection] = await tx.connections.all();
      const drafts = told.map((one) => sourced(connection!.id, one));
      return await takeInFrom(deps, tx, drafts);
    }),
  );
}
