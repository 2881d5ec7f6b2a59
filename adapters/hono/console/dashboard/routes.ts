import type { ConsoleRoute } from "../shell/console_route.ts";
import { dashboardPage } from "./dashboard_page.tsx";

export const dashboardRoutes: readonly ConsoleRoute[] = [dashboardPage];
