import { z } from "@hono/zod-openapi";
import type { Instant } from "../../../src/kernel/instant.ts";
import { ok } from "../../../src/kernel/result.ts";
import { ROLES } from "../../../src/tenancy/access.ts";
import {
  type Invitation,
  invitationFailures,
  isStanding,
} from "../../../src/tenancy/invitation.ts";
import { memberFailures } from "../../../src/tenancy/member.ts";
import { sessionFailures } from "../../../src/tenancy/session.ts";
import { acceptInvitation } from "../../../src/tenancy/use_cases/accept_invitation.ts";
import { createInvitation } from "../../../src/tenancy/use_cases/create_invitation.ts";
import { listInvitations } from "../../../src/tenancy/use_cases/list_invitations.ts";
import { revokeInvitation } from "../../../src/tenancy/use_cases/revoke_invitation.ts";
import { name } from "../fields.ts";
import { told } from "../json_schema.ts";
import { type OpenRoute, openRoute } from "../open_route.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { signInLink } from "../sign_in_page/sign_in_link.ts";
import {
  code,
  handedAs,
  startedAnswer,
  startedSchema,
} from "./started_session.ts";

const tag = "invitations";

const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: z.enum(ROLES),
  state: z.enum(["standing", "accepted", "revoked", "expired"]),
  invited_by: z.string().openapi({ description: "A member's or a key's id" }),
  created_at: told,
  expires_at: told,
  accepted_at: told.nullable(),
  accepted_by: z.string().nullable(),
  revoked_at: told.nullable(),
}).openapi("Invitation");

function invitationJson(
  one: Invitation,
  now: Instant,
): Told<z.input<typeof invitationSchema>> {
  return {
    id: one.id,
    email: one.email,
    role: one.role,
    state: isStanding(one, now)
      ? "standing"
      : one.acceptedAt !== null
      ? "accepted"
      : one.revokedAt !== null
      ? "revoked"
      : "expired",
    invited_by: one.invitedBy,
    created_at: one.createdAt,
    expires_at: one.expiresAt,
    accepted_at: one.acceptedAt,
    accepted_by: one.acceptedBy,
    revoked_at: one.revokedAt,
  };
}

const create = route({
  method: "post",
  path: "/invitations",
  tag,
  summary: "Invite somebody to become a member",
  description:
    "The code and its link are in this answer and nowhere else; a repeated request gets null in their place. Hand the link to that person: who has it comes in. An earlier invitation of the same address is revoked.",
  action: "members.write",
  body: {
    schema: z.strictObject({
      email: z.email({ error: "is not an e-mail address" }).max(320),
      role: z.enum(ROLES),
    }).openapi("NewInvitation"),
    example: { email: "bo@example.com", role: "reviewer" },
  },
  answer: {
    status: 201,
    description: "The invitation, its code and its link",
    schema: z.object({
      ...invitationSchema.shape,
      code: z.string().nullable(),
      link: z.string().nullable(),
    }).openapi("NewInvitationWithCode"),
  },
  refusals: [
    memberFailures.email_taken(),
    memberFailures.owners_only(),
    memberFailures.beyond_giver(),
    memberFailures.outlives_giver(),
    sessionFailures.off(),
  ],
  async handle({ deps, scope, body, origin }) {
    const created = await createInvitation(deps, scope, body);
    if (!created.ok) return created;
    const { invitation, code } = created.value;
    return ok({
      body: {
        ...invitationJson(invitation, deps.clock.now()),
        code,
        link: code === null ? null : signInLink(origin, code),
      },
    });
  },
});

const list = route({
  method: "get",
  path: "/invitations",
  tag,
  summary: "List invitations, oldest first",
  description: "Whatever became of them.",
  action: "members.read",
  query: z.strictObject(pageQuery("inv")),
  answer: {
    status: 200,
    description: "A page of invitations",
    schema: pageSchema(invitationSchema),
  },
  async handle({ deps, scope, query }) {
    const all = await listInvitations(deps, scope);
    if (!all.ok) return all;
    const now = deps.clock.now();
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, (one) => invitationJson(one, now)) });
  },
});

const revoke = route({
  method: "delete",
  path: "/invitations/{id}",
  tag,
  summary: "Take an invitation back",
  description: "It stays in the list.",
  action: "members.write",
  id: {
    prefix: "inv",
    missing: (id) => invitationFailures.missing({ invitation_id: id }),
  },
  answer: { status: 204, description: "Its code lets nobody in any more" },
  refusals: [invitationFailures.accepted(), memberFailures.owners_only()],
  async handle({ deps, scope, id }) {
    const revoked = await revokeInvitation(deps, scope, id);
    return revoked.ok ? ok({ body: null }) : revoked;
  },
});

const accept = openRoute({
  path: "/invitations/accept",
  tag,
  summary: "Become a member by an invitation's code",
  description:
    "Once. Refused, too, when who invited has left or may not give this role any more.",
  body: {
    schema: z.strictObject({ code, name: name(), as: handedAs })
      .openapi("InvitationAcceptance"),
    example: { code: `balinv_${"0".repeat(64)}`, name: "Bo Baxter" },
  },
  answer: {
    status: 201,
    description: "The new member's first session",
    schema: startedSchema,
  },
  refusals: [
    invitationFailures.refused(),
    memberFailures.email_taken(),
    sessionFailures.off(),
  ],
  async handle({ deps, body: { code, name, as }, origin }) {
    const started = await acceptInvitation(deps, { code, name });
    if (!started.ok) return started;
    const now = deps.clock.now();
    return ok(startedAnswer(started.value, { as, origin, now }));
  },
});

export const invitationRoutes: readonly Route[] = [create, list, revoke];
export const openInvitationRoutes: readonly OpenRoute[] = [accept];
