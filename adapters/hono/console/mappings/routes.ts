import type { ConsoleRoute } from "../shell/console_route.ts";
import {
  columnsOnePage,
  newColumnsAction,
  newColumnsPage,
  nextColumnsAction,
} from "./columns_one_page.tsx";
import { columnsPage } from "./columns_page.tsx";
import { mappingAction } from "./mapping_action.ts";
import { mappingPage } from "./mapping_page.tsx";
import { remapAction, remapPage } from "./remap_page.tsx";

/** How what comes becomes records, in this order: `new` is no mapping's id. */
export const mappingRoutes: readonly ConsoleRoute[] = [
  columnsPage,
  newColumnsPage,
  newColumnsAction,
  columnsOnePage,
  nextColumnsAction,
  mappingPage,
  mappingAction,
  remapPage,
  remapAction,
];
