import type { Deps } from "../../../ports/deps.ts";
import type { MemberId } from "../../kernel/ids.ts";
import { rangesOf } from "../../events/erasure.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { EVENTS_PER_UNIT, EVENTS_WITH_MEMBER_TEXTS } from "../erasure.ts";

/**
 * The job that takes the name and the address of a member who has left out of everything. The id stays in what the member
 * did: by itself it names nobody.
 */
export async function eraseMember(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { id, memberId }: { readonly id: string; readonly memberId: MemberId },
  eventsPerUnit = EVENTS_PER_UNIT,
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  for (;;) {
    const { value: ended } = await deps.uow.run(allowed.value, async (tx) => {
      const { rows } = await tx.personalData.eraseMember(memberId);
      const seqs = await tx.personalData.eventsAbout({
        types: EVENTS_WITH_MEMBER_TEXTS,
        memberId,
      }, eventsPerUnit);
      tx.events.erase(seqs);
      const ended = seqs.length < eventsPerUnit;
      const settled = ended && await tx.jobs.settle(id);
      // Another delivery of the job may have done it all.
      if (seqs.length > 0 || settled) {
        tx.events.append([{
          type: "PERSONAL_DATA_ERASED",
          payload: {
            subject_id: memberId,
            reason: "member",
            seqs: rangesOf(seqs),
            rows,
          },
        }]);
      }
      return ok(ended);
    });
    if (ended) return ok(null);
  }
}
