import type { ConsoleRoute } from "../shell/console_route.ts";
import { assignAction, takeAction } from "./assign_action.ts";
import { commentAction } from "./comment_action.ts";
import { decideAction } from "./decide_action.ts";
import { groupAction } from "./group_action.ts";
import { groupPage } from "./group_page.tsx";
import { groupsPage } from "./groups_page.tsx";
import { itemPage } from "./item_page.tsx";
import { makeRuleAction } from "./make_rule_action.ts";
import { nextAction } from "./next_action.ts";
import { queuePage } from "./queue_page.tsx";
import { rulePage } from "./rule_page.tsx";
import { undoAction } from "./undo_action.ts";

export const reviewRoutes: readonly ConsoleRoute[] = [
  queuePage,
  // Before those with an id in the same place.
  nextAction,
  undoAction,
  groupsPage,
  groupPage,
  groupAction,
  itemPage,
  decideAction,
  commentAction,
  assignAction,
  takeAction,
  rulePage,
  makeRuleAction,
];
