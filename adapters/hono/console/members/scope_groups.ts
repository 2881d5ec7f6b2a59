import {
  type Action,
  GRANTABLE_ACTIONS,
} from "../../../../src/tenancy/access.ts";
import { ACTION_MEANINGS } from "../../../../src/tenancy/action_meanings.ts";
import type { ChoiceGroup } from "../parts/check_group.tsx";

/** The rights of a key by what they are about, which is the first part of their name; the rest stands last. */
const ABOUT: readonly (readonly [heading: string, subjects: string])[] = [
  ["Records and where they come from", "records receipts connections"],
  [
    "How they are sorted",
    "categories rules approvals review_queues quality",
  ],
  ["Reports and events", "reports events dead_letters notifications"],
  ["The company", ""],
];

/** What somebody should know who gives it to a program. */
const WARNINGS: Partial<Record<Action, string>> = {
  "members.write": "can let others in",
  "api_keys.write": "can make more keys",
  "billing.write": "can spend money",
  "privacy.erase": "cannot be undone",
  "tenant.erase": "cannot be undone",
};

/** The rights that the reader can give, grouped. */
export function scopeGroups(
  may: (action: Action) => boolean,
): readonly ChoiceGroup[] {
  const byHeading = Map.groupBy(GRANTABLE_ACTIONS.filter(may), (action) => {
    const [subject] = action.split(".");
    return ABOUT.find(([, subjects]) => subjects.split(" ").includes(subject!))
      ?.[0] ?? ABOUT.at(-1)![0];
  });
  return ABOUT.flatMap(([heading]) => {
    const actions = byHeading.get(heading) ?? [];
    return actions.length === 0 ? [] : [{
      heading,
      choices: actions.map((action) => [action, wordsOf(action)] as const),
    }];
  });
}

function wordsOf(action: Action): string {
  const warning = WARNINGS[action];
  return warning === undefined
    ? ACTION_MEANINGS[action]
    : `${ACTION_MEANINGS[action]} (careful: ${warning})`;
}
