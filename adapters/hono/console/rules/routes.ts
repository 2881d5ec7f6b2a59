import type { ConsoleRoute } from "../shell/console_route.ts";
import { activateAction, againAction } from "./backtest_deeds.ts";
import { backtestPage } from "./backtest_page.tsx";
import { backtestsPage, restoreAction } from "./backtests_page.tsx";
import { editAction, editPage } from "./edit_page.tsx";
import { filesPage, importAction } from "./files_page.tsx";
import { listPage } from "./list_page.tsx";
import { moveAction } from "./move_action.ts";
import { createAction, newPage } from "./new_page.tsx";
import { overlapsPage } from "./overlaps_page.tsx";
import { applyAction, removeAction, switchAction } from "./rule_deeds.ts";
import { rulePage } from "./rule_page.tsx";
import { runPage } from "./run_page.tsx";
import { runsPage } from "./runs_page.tsx";
import { acceptAction, dismissAction } from "./suggestion_deeds.ts";
import { suggestionsPage } from "./suggestions_page.tsx";
import { testPage } from "./test_page.tsx";
import { undoAction } from "./undo_action.ts";
import { backtestProgress, runProgress } from "./work_progress.ts";

/** Rules, in this order: `new` is no rule's id. */
export const ruleRoutes: readonly ConsoleRoute[] = [
  listPage,
  newPage,
  createAction,
  testPage,
  overlapsPage,
  suggestionsPage,
  acceptAction,
  dismissAction,
  filesPage,
  importAction,
  backtestsPage,
  restoreAction,
  backtestPage,
  backtestProgress,
  activateAction,
  againAction,
  runsPage,
  runPage,
  runProgress,
  undoAction,
  rulePage,
  editPage,
  editAction,
  moveAction,
  applyAction,
  switchAction,
  removeAction,
];
