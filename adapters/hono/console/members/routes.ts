import type { ConsoleRoute } from "../shell/console_route.ts";
import { inviteAction, revokeInvitationAction } from "./invite_deeds.ts";
import { revokeKeyAction, rotateKeyAction } from "./key_deeds.ts";
import { keyPage } from "./key_page.tsx";
import { keysPage } from "./keys_page.tsx";
import { listPage } from "./list_page.tsx";
import {
  changeMemberAction,
  removeMemberAction,
  signOutMemberAction,
} from "./member_deeds.ts";
import { memberPage } from "./member_page.tsx";
import { newKeyAction, newKeyPage } from "./new_key_page.tsx";

/** Members and keys, in this order: `keys` is no member's id, `new` no key's. */
export const memberRoutes: readonly ConsoleRoute[] = [
  listPage,
  inviteAction,
  revokeInvitationAction,
  keysPage,
  newKeyPage,
  newKeyAction,
  keyPage,
  rotateKeyAction,
  revokeKeyAction,
  memberPage,
  changeMemberAction,
  signOutMemberAction,
  removeMemberAction,
];
