import type { Deps } from "../../../ports/deps.ts";
import type { MemberId, RecordId, RuleId } from "../../kernel/ids.ts";
import type { PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { mentions, mentionsIn, type Place, termOf } from "../mentions.ts";

/** Records looked at by one request, whether or not they mention the person. */
export const SEARCHED_MAX = 1_000;

/** Where a person is mentioned, by id: nothing of what is written there. */
export type SubjectFound = {
  readonly records: readonly {
    readonly record_id: RecordId;
    readonly places: readonly Place[];
  }[];
  /** Rules in force; on the first page only. */
  readonly rules: readonly RuleId[];
  /** Members, those who left included; on the first page only. */
  readonly members: readonly MemberId[];
  readonly searched: number;
  readonly next_cursor: RecordId | null;
};

/** Looks for a person by `terms` in all that is kept of a page of records, latest first, and in rules and members. */
export async function findSubject(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  { terms, page }: {
    readonly terms: readonly string[];
    readonly page: PageRequest;
  },
): Promise<Result<SubjectFound, AccessDenied>> {
  const allowed = permit(scope, "privacy.read");
  if (!allowed.ok) return allowed;
  const wanted = terms.map(termOf);
  const isNamed = (value: unknown) => mentions(JSON.stringify(value), wanted);
  return deps.uow.run(allowed.value, async (tx) => {
    const isFirst = page.cursor === null;
    const { data, nextCursor } = await tx.personalData.texts(page);
    const { rules } = await tx.rules.current();
    const members = await tx.members.all();
    return ok({
      records: data.flatMap((texts) => {
        const places = mentionsIn(texts, wanted);
        return places.length === 0
          ? []
          : [{ record_id: texts.recordId, places }];
      }),
      rules: isFirst ? rules.filter(isNamed).map(({ id }) => id) : [],
      members: isFirst
        ? members.filter(({ email, name }) => isNamed([email, name]))
          .map(({ id }) => id)
        : [],
      searched: data.length,
      next_cursor: nextCursor as RecordId | null,
    });
  });
}
