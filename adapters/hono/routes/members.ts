import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../src/kernel/result.ts";
import { ROLES } from "../../../src/tenancy/access.ts";
import { type Member, memberFailures } from "../../../src/tenancy/member.ts";
import { addMember } from "../../../src/tenancy/use_cases/add_member.ts";
import { changeMember } from "../../../src/tenancy/use_cases/change_member.ts";
import { listMembers } from "../../../src/tenancy/use_cases/list_members.ts";
import { revokeSessions } from "../../../src/tenancy/use_cases/revoke_sessions.ts";
import { name } from "../fields.ts";
import { told } from "../json_schema.ts";
import {
  pageById,
  pageJson,
  pageQuery,
  pageRequest,
  pageSchema,
} from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { memberData } from "./member_data.ts";

const tag = "members";
const memberId = {
  prefix: "usr",
  missing: (id: string) => memberFailures.missing({ member_id: id }),
} as const;

const memberSchema = z.object({
  id: z.string(),
  version: z.number().int(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  created_at: told,
}).openapi("Member");

function memberJson(
  { id, version, email, name, role, createdAt }: Member,
): Told<z.input<typeof memberSchema>> {
  return { id, version, email, name, role, created_at: createdAt };
}

const add = route({
  method: "post",
  path: "/members",
  tag,
  summary: "Add a member",
  action: "members.write",
  body: {
    schema: z.strictObject({
      email: z.email({ error: "is not an e-mail address" }).max(320),
      name: name(),
      role: z.enum(ROLES),
    }).openapi("NewMember"),
    example: {
      email: "ann@example.com",
      name: "Ann Archer",
      role: "reviewer",
    },
  },
  answer: { status: 201, description: "The member", schema: memberSchema },
  refusals: [memberFailures.email_taken(), memberFailures.owners_only()],
  async handle({ deps, scope, body }) {
    const added = await addMember(deps, scope, body);
    return added.ok
      ? ok({ body: memberJson(added.value) })
      : fail(added.failure);
  },
});

const list = route({
  method: "get",
  path: "/members",
  tag,
  summary: "List members, oldest first",
  action: "members.read",
  query: z.strictObject(pageQuery("usr")),
  answer: {
    status: 200,
    description: "A page of members",
    schema: pageSchema(memberSchema),
  },
  async handle({ deps, scope, query }) {
    const all = await listMembers(deps, scope);
    if (!all.ok) return all;
    const page = pageById(all.value, pageRequest(query));
    return ok({ body: pageJson(page, memberJson) });
  },
});

const changeSchema = z.strictObject({
  name: name().optional(),
  role: z.enum(ROLES).optional(),
}).refine((given) => Object.keys(given).length > 0, {
  error: "changes nothing",
}).openapi("MemberChange", { minProperties: 1 });

const refusals = [
  memberFailures.owners_only(),
  memberFailures.last_owner(),
  memberFailures.kept_by_provider(),
];

const change = route({
  method: "patch",
  path: "/members/{id}",
  tag,
  summary: "Rename a member or give another role",
  action: "members.write",
  id: memberId,
  body: { schema: changeSchema, example: { role: "admin" } },
  answer: {
    status: 200,
    description: "The member as changed",
    schema: memberSchema,
  },
  refusals,
  async handle({ deps, scope, id, body: { name, role } }) {
    const changed = await changeMember(deps, scope, id, {
      ...name !== undefined && { name },
      ...role !== undefined && { role },
    });
    return changed.ok
      ? ok({ body: memberJson(changed.value) })
      : fail(changed.failure);
  },
});

const remove = route({
  method: "delete",
  path: "/members/{id}",
  tag,
  summary: "Remove a member",
  action: "members.write",
  id: memberId,
  answer: { status: 204, description: "The member has left" },
  refusals,
  async handle({ deps, scope, id }) {
    const gone = await changeMember(deps, scope, id, { remove: true });
    return gone.ok ? ok({ body: null }) : fail(gone.failure);
  },
});

const signOut = route({
  method: "delete",
  path: "/members/{id}/sessions",
  tag,
  summary: "End all sessions of a member",
  description:
    "At once, in every process, with sign-in codes that were not used yet.",
  action: "members.write",
  id: memberId,
  answer: { status: 204, description: "The member is signed out everywhere" },
  refusals: [memberFailures.owners_only()],
  async handle({ deps, scope, id }) {
    const ended = await revokeSessions(deps, scope, id);
    return ended.ok ? ok({ body: null }) : fail(ended.failure);
  },
});

export const memberRoutes: readonly Route[] = [
  add,
  list,
  change,
  remove,
  memberData,
  signOut,
];
