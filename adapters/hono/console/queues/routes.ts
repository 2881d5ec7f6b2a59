import type { ConsoleRoute } from "../shell/console_route.ts";
import { changeAction, editPage } from "./edit_page.tsx";
import { handOutAction, handOutPage } from "./hand_out_page.tsx";
import { listPage } from "./list_page.tsx";
import { newAction, newPage } from "./new_page.tsx";
import { orderAction } from "./order_action.ts";
import { removeAction } from "./remove_action.ts";

/** Review queues, in this order: what has a name of its own is no queue's id. */
export const queueRoutes: readonly ConsoleRoute[] = [
  listPage,
  newPage,
  newAction,
  orderAction,
  handOutPage,
  handOutAction,
  editPage,
  changeAction,
  removeAction,
];
