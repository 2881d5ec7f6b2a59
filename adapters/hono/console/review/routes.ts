import type { ConsoleRoute } from "../shell/console_route.ts";
import { decideAction } from "./decide_action.ts";
import { itemPage } from "./item_page.tsx";
import { nextAction } from "./next_action.ts";
import { queuePage } from "./queue_page.tsx";
import { makeRuleAction, rulePage } from "./rule_page.tsx";

export const reviewRoutes: readonly ConsoleRoute[] = [
  queuePage,
  nextAction,
  itemPage,
  decideAction,
  rulePage,
  makeRuleAction,
];
