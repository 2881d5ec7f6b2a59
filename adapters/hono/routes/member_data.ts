import { z } from "@hono/zod-openapi";
import { eventJson } from "../../../src/events/event_json.ts";
import { ok } from "../../../src/kernel/result.ts";
import { readMemberData } from "../../../src/privacy/use_cases/read_member_data.ts";
import { ROLES } from "../../../src/tenancy/access.ts";
import { memberFailures } from "../../../src/tenancy/member.ts";
import { integerText } from "../fields.ts";
import { told } from "../json_schema.ts";
import { limit } from "../paging.ts";
import { route } from "../route.ts";
import { eventSchema } from "./event_schemas.ts";

/** All that is kept of one member, for whoever asks for a copy of it. */
export const memberData = route({
  method: "get",
  path: "/members/{id}/data",
  tag: "members",
  summary: "Export all that is kept of a member",
  description:
    "The member, also one who has left, and what the member did, by `seq`: go on with `after` until `next_after` is null.",
  action: "privacy.read",
  id: {
    prefix: "usr",
    missing: (id: string) => memberFailures.missing({ member_id: id }),
  },
  query: z.strictObject({
    after: integerText({ min: 0, max: Number.MAX_SAFE_INTEGER }).optional(),
    limit: limit(),
  }),
  answer: {
    status: 200,
    description: "The member and a page of events",
    schema: z.object({
      member: z.object({
        id: z.string(),
        email: z.string(),
        name: z.string(),
        role: z.enum(ROLES),
        created_at: told,
        removed_at: told.nullable(),
      }),
      events: z.array(eventSchema),
      next_after: z.number().int().nullable(),
    }).openapi("MemberData"),
  },
  async handle({ deps, scope, id, query: { after = 0, limit } }) {
    const found = await readMemberData(deps, scope, { id, after, limit });
    if (!found.ok) return found;
    const { member, events } = found.value;
    const { email, name, role, createdAt, removedAt } = member;
    return ok({
      body: {
        member: {
          id,
          email,
          name,
          role,
          created_at: createdAt,
          removed_at: removedAt,
        },
        events: events.map(eventJson),
        next_after: events.at(-1)?.seq ?? null,
      },
    });
  },
});
