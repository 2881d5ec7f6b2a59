import { receiptFile } from "../receipts/receipt_file.ts";
import type { ConsoleRoute } from "../shell/console_route.ts";
import { correctAction } from "./correct_action.ts";
import { listPage } from "./list_page.tsx";
import { recordPage } from "./record_page.tsx";

export const recordRoutes: readonly ConsoleRoute[] = [
  listPage,
  recordPage,
  correctAction,
  receiptFile,
];
