import type { Deps } from "../../../ports/deps.ts";
import type { Failure } from "../../kernel/failure.ts";
import type { MemberId, RecordId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { memberFailures } from "../../tenancy/member.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { erasureFailures } from "../erasure.ts";

/** Whose data is to go: a person's in records, or a member's who has left. */
export type RequestErasure =
  | { readonly recordIds: readonly RecordId[]; readonly externalIds: boolean }
  | { readonly memberId: MemberId };

export type ErasureRequested = {
  /** How many records will lose their texts; of a member, 0. */
  readonly records: number;
  /** Records that are not there. */
  readonly missing: readonly RecordId[];
};

/** Asks for personal data to be erased; a job does it. */
export async function requestErasure(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  asked: RequestErasure,
): Promise<
  Result<
    ErasureRequested,
    AccessDenied | Failure<"member.missing" | "erasure.member_present">
  >
> {
  const allowed = permit(scope, "privacy.erase");
  if (!allowed.ok) return allowed;
  return deps.uow.run(allowed.value, async (tx) => {
    if ("memberId" in asked) {
      const { memberId } = asked;
      const [member] = await tx.members.find([memberId]);
      if (!member) return fail(memberFailures.missing({ member_id: memberId }));
      if (member.removedAt === null) {
        return fail(erasureFailures.member_present({ member_id: memberId }));
      }
      tx.events.append([{
        type: "MEMBER_ERASURE_REQUESTED",
        payload: { member_id: memberId },
      }]);
      return ok({ records: 0, missing: [] });
    }
    const wanted = [...new Set(asked.recordIds)];
    const found = await tx.records.find(wanted);
    const there = new Set(found.map(({ id }) => id));
    if (there.size > 0) {
      tx.events.append([{
        type: "RECORDS_ERASURE_REQUESTED",
        payload: {
          record_ids: wanted.filter((id) => there.has(id)),
          external_ids: asked.externalIds,
        },
      }]);
    }
    return ok({
      records: there.size,
      missing: wanted.filter((id) => !there.has(id)),
    });
  });
}
