import type { ConsoleRoute } from "../shell/console_route.ts";
import { listPage } from "./list_page.tsx";

export const recordRoutes: readonly ConsoleRoute[] = [listPage];
