import type { ConsoleRoute } from "../shell/console_route.ts";
import {
  archiveAction,
  authoriseAction,
  pauseAction,
  replayFailedAction,
  syncAction,
} from "./connection_deeds.ts";
import { connectionPage } from "./connection_page.tsx";
import { createAction } from "./create_action.ts";
import { changeAction, editPage } from "./edit_page.tsx";
import { listPage } from "./list_page.tsx";
import { newPage } from "./new_page.tsx";
import { oauthReturn } from "./oauth_return.ts";
import { payloadPage, replayAction } from "./payload_page.tsx";
import { payloadsPage } from "./payloads_page.tsx";
import { secretAction } from "./secret_action.ts";

/** Connections, in this order: `new` is no connection's id. */
export const connectionRoutes: readonly ConsoleRoute[] = [
  listPage,
  newPage,
  createAction,
  oauthReturn,
  payloadPage,
  replayAction,
  connectionPage,
  editPage,
  changeAction,
  payloadsPage,
  replayFailedAction,
  authoriseAction,
  syncAction,
  pauseAction,
  archiveAction,
  secretAction,
];
