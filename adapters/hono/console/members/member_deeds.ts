import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { ROLES } from "../../../../src/tenancy/access.ts";
import { changeMember } from "../../../../src/tenancy/use_cases/change_member.ts";
import { revokeSessions } from "../../../../src/tenancy/use_cases/revoke_sessions.ts";
import { name } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { editAction } from "../shell/edit_action.ts";
import { findMember, memberPage, memberValues } from "./member_page.tsx";
import { memberId, memberPath, MEMBERS } from "./member_path.ts";

const common = {
  action: "members.write",
  id: memberId,
  page: memberPage,
} as const;

/** Renames a member, or gives another role. */
export const changeMemberAction = editAction({
  ...common,
  path: "/members/{id}",
  form: z.object({ name: name(), role: z.enum(ROLES) }),
  async standing({ deps, scope, id }) {
    const found = await findMember(deps, scope, id);
    if (!found.ok) return found;
    const it = found.value;
    return ok({ it, version: it.version, values: memberValues(it) });
  },
  async act({ deps, scope, id, form, version }) {
    const changed = await changeMember(deps, scope, id, {
      ...form,
      seenVersion: version,
    });
    return changed.ok
      ? ok({ to: memberPath(id), flash: { kind: "done", text: "Saved." } })
      : changed;
  },
});

/** Ends all sessions of a member. */
export const signOutMemberAction = action({
  ...common,
  path: "/members/{id}/sign-out",
  form: z.object({}),
  async act({ deps, scope, id }) {
    const ended = await revokeSessions(deps, scope, id);
    return ended.ok
      ? ok({
        to: memberPath(id),
        flash: { kind: "done", text: "Signed out everywhere." },
      })
      : ended;
  },
});

/** Ends a membership. */
export const removeMemberAction = action({
  ...common,
  path: "/members/{id}/remove",
  form: z.object({}),
  async act({ deps, scope, id }) {
    const gone = await changeMember(deps, scope, id, { remove: true });
    return gone.ok
      ? ok({
        to: MEMBERS,
        flash: { kind: "done", text: `${gone.value.name} was removed.` },
      })
      : gone;
  },
});
