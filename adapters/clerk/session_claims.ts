import { z } from "zod";

const name = z.string().regex(/^[\w-]{1,128}$/);
const role = z.string().min(1).max(128);
const seconds = z.number().min(0).max(8_640_000_000_000);

/** What is read of a session token: version 2 has the organisation in `o`, with its role's `org:` left out. */
const sessionClaims = z.object({
  sub: name,
  exp: seconds,
  nbf: seconds.optional(),
  iat: seconds,
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  v: z.number().optional(),
  sts: z.string().optional(),
  act: z.unknown().optional(),
  org_id: name.optional(),
  org_role: role.optional(),
  o: z.object({ id: name, rol: role.optional() }).optional(),
});

/** A session of a user, perhaps in an organisation. */
export interface Session {
  readonly user: string;
  readonly organisation: { readonly id: string; readonly role: string } | null;
  readonly audiences: readonly string[];
  /** Still to be completed by the user, as with a second factor. */
  readonly pending: boolean;
  /** Somebody else acts as the user. */
  readonly impersonated: boolean;
  /** Unix seconds. */
  readonly issuedAt: number;
  readonly notBefore: number;
  readonly expiresAt: number;
}

/** What a token whose signature holds says of a session; null where it is none. */
export function readSession(payload: unknown): Session | null {
  const { data } = sessionClaims.safeParse(payload);
  if (!data) return null;
  return {
    user: data.sub,
    organisation: organisationOf(data),
    audiences: [data.aud ?? []].flat(),
    pending: data.sts === "pending",
    impersonated: data.act !== undefined,
    issuedAt: data.iat,
    notBefore: data.nbf ?? data.iat,
    expiresAt: data.exp,
  };
}

function organisationOf(
  { v, o, org_id, org_role }: z.output<typeof sessionClaims>,
): Session["organisation"] {
  if (v === 2) {
    return o?.rol ? { id: o.id, role: roleKey(o.rol) } : null;
  }
  return org_id && org_role ? { id: org_id, role: roleKey(org_role) } : null;
}

function roleKey(role: string): string {
  return role.startsWith("org:") ? role : `org:${role}`;
}
