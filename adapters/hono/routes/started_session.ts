import { z } from "@hono/zod-openapi";
import { ROLES } from "../../../src/tenancy/access.ts";
import type { StartedSession } from "../../../src/tenancy/use_cases/start_session.ts";
import { told } from "../json_schema.ts";
import type { Answer } from "../operation.ts";
import { cookieOf } from "../session_cookie.ts";
import type { Instant } from "../../../src/kernel/instant.ts";

/** A code as it is sent: ours are shorter, and have no other characters. */
export const code = z.string().regex(/^[\w.-]{1,1000}$/, {
  error: "is not a code of ours",
});

/** How the session is handed over. */
export const handedAs = z.enum(["cookie", "bearer"]).default("cookie").openapi({
  description:
    "`cookie`: for a browser, out of reach of its scripts. `bearer`: the token is in the answer, for a program, and no cookie is set",
});

export const startedSchema = z.object({
  tenant: z.object({ id: z.string(), name: z.string() }),
  member: z.object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
  }),
  expires_at: told,
  token: z.string().nullable().openapi({
    description: "Null where it went into the cookie",
  }),
}).openapi("StartedSession");

/** The answer that hands a session over. */
export function startedAnswer(
  { tenant, member, token, expiresAt }: StartedSession,
  { as, origin, now }: {
    readonly as: z.output<typeof handedAs>;
    readonly origin: string;
    readonly now: Instant;
  },
): Answer<z.input<typeof startedSchema>> {
  return {
    body: {
      tenant: { id: tenant.id, name: tenant.name },
      member: { id: member.id, name: member.name, role: member.role },
      expires_at: expiresAt,
      token: as === "bearer" ? token : null,
    },
    ...as === "cookie" && {
      headers: { "Set-Cookie": cookieOf(origin, token, { expiresAt, now }) },
    },
  };
}
