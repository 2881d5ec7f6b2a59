import type { ConsoleRoute } from "../shell/console_route.ts";
import { chainPage } from "./chain_page.tsx";
import { listPage } from "./list_page.tsx";

export const eventRoutes: readonly ConsoleRoute[] = [listPage, chainPage];
