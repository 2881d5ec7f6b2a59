import { receiptFile } from "../receipts/receipt_file.ts";
import type { ConsoleRoute } from "../shell/console_route.ts";
import { listPage } from "./list_page.tsx";

export const recordRoutes: readonly ConsoleRoute[] = [listPage, receiptFile];
