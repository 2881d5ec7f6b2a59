import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { ROLES } from "../../../../src/tenancy/access.ts";
import { createInvitation } from "../../../../src/tenancy/use_cases/create_invitation.ts";
import { revokeInvitation } from "../../../../src/tenancy/use_cases/revoke_invitation.ts";
import { signInLink } from "../../sign_in_page/sign_in_link.ts";
import { toldOnce } from "../parts/told_once.tsx";
import { action } from "../shell/action.ts";
import { listPage } from "./list_page.tsx";
import { invitationId, MEMBERS } from "./member_path.ts";

/** Asks somebody to join; the link is shown this once. */
export const inviteAction = action({
  path: "/members/invite",
  action: "members.write",
  form: z.object({
    email: z.email({ error: "is not an e-mail address" }).max(320),
    role: z.enum(ROLES),
  }),
  page: listPage,
  async act({ once, scope, form, origin }) {
    const made = await createInvitation(once, scope, form);
    if (!made.ok) return made;
    const { code, invitation } = made.value;
    return ok({
      shown: toldOnce({
        title: "Hand this link on now",
        lead:
          `It is not shown again. Whoever has it comes in as ${invitation.role}, so give it to ${invitation.email} alone.`,
        of: invitation.email,
        secrets: [["Link", code && signInLink(origin, code)]],
        trail: [{ href: MEMBERS, label: "Members" }],
        next: { href: MEMBERS, label: "It is copied: to the members" },
      }),
    });
  },
});

/** Takes an invitation back. */
export const revokeInvitationAction = action({
  path: "/members/invitations/{id}/revoke",
  action: "members.write",
  id: invitationId,
  form: z.object({}),
  page: listPage,
  async act({ deps, scope, id }) {
    const done = await revokeInvitation(deps, scope, id);
    return done.ok
      ? ok({
        to: MEMBERS,
        flash: { kind: "done", text: "The invitation was taken back." },
      })
      : done;
  },
});
