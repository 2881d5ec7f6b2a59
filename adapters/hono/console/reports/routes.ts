import type { ConsoleRoute } from "../shell/console_route.ts";
import { listPage } from "./list_page.tsx";
import { newAction, newPage } from "./new_page.tsx";
import { newScheduleAction, newSchedulePage } from "./new_schedule_page.tsx";
import { cancelAction, formatsAction } from "./report_deeds.ts";
import { reportFile } from "./report_file.ts";
import { reportPage } from "./report_page.tsx";
import { reportProgress } from "./report_progress.ts";
import {
  changeScheduleAction,
  pauseScheduleAction,
  removeScheduleAction,
  schedulePage,
} from "./schedule_page.tsx";
import { schedulesPage } from "./schedules_page.tsx";

/** Reports, in this order: `new` and `schedules` are no report's id. */
export const reportRoutes: readonly ConsoleRoute[] = [
  listPage,
  newPage,
  newAction,
  schedulesPage,
  newSchedulePage,
  newScheduleAction,
  schedulePage,
  changeScheduleAction,
  pauseScheduleAction,
  removeScheduleAction,
  reportPage,
  reportFile,
  reportProgress,
  cancelAction,
  formatsAction,
];
