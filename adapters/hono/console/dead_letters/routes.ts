import type { ConsoleRoute } from "../shell/console_route.ts";
import { listPage } from "./list_page.tsx";
import { onePage, replayOneAction } from "./one_page.tsx";
import { replayAction, replayPage } from "./replay_page.tsx";

/** Dead letters, in this order: `replay` is no dead letter's id. */
export const deadLetterRoutes: readonly ConsoleRoute[] = [
  listPage,
  replayPage,
  replayAction,
  onePage,
  replayOneAction,
];
