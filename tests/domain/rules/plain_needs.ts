import type { CompanyRecord } from "../../../src/records/record.ts";
import { fold } from "../../../src/records/text.ts";
import type { Needs } from "../../../src/rules/matcher/needs.ts";
import { plainMeets } from "./plain_model.ts";

/** Whether a record has what is needed, told by the plain model of the leaves that say the same. */
export function plainHas(needs: Needs, record: CompanyRecord): boolean {
  const meets = (leaf: unknown) => plainMeets(leaf as never, record);
  const within = (
    field: string,
    [lower, least]: readonly [string, unknown],
    [upper, most]: readonly [string, unknown],
  ) =>
    (least === null || meets({ field, op: lower, value: least })) &&
    (most === null || meets({ field, op: upper, value: most }));
  switch (needs.kind) {
    case "anything":
      return true;
    case "all":
      return needs.of.every((part) => plainHas(part, record));
    case "any":
      return needs.of.some((part) => plainHas(part, record));
    case "text":
      // What is needed is folded, so folding it again must not change it.
      return needs.oneOf.some((value) =>
        fold(value) === value &&
        meets({ field: needs.field, op: needs.how, value })
      );
    case "money": {
      const { field, currency } = needs;
      const bound = (minor: string | null) => minor && { minor, currency };
      return within(
        field,
        ["at_least", bound(needs.least)],
        ["at_most", bound(needs.most)],
      );
    }
    case "number":
      return within(
        needs.field,
        ["at_least", needs.least],
        ["at_most", needs.most],
      );
    case "date":
      return within(
        "date",
        ["on_or_after", needs.from],
        ["before", needs.before],
      );
    case "flag":
      return meets({ field: needs.field, op: "equals", value: needs.value });
    case "direction":
      return meets({ field: "direction", op: "equals", value: needs.value });
    case "empty":
      return meets({ field: needs.field, op: "is_empty" });
  }
}
