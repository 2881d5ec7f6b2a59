import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from "jose";
import type { Clock } from "../../ports/clock.ts";

export const ISSUER = "https://clerk.foxglove.example";
export const PARTY = "https://app.foxglove.example";
/** As Svix writes one: base 64 after the prefix. */
export const HOOK_SECRET = "whsec_" + btoa("a secret of twenty-four ");

/** A pair of keys, as Clerk has one per instance. */
export async function clerkKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("RS256", {
    extractable: true,
  });
  const jwk = { ...await exportJWK(publicKey), kid, alg: "RS256", use: "sig" };
  return { kid, privateKey, jwk, pem: (await exportSPKI(publicKey)).trim() };
}

export type ClerkKey = Awaited<ReturnType<typeof clerkKey>>;

/** The claims of a good token of version 2, for a minute from now; what is given replaces them. */
export function claims(
  clock: Clock,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const now = Date.parse(clock.now()) / 1_000;
  return {
    v: 2,
    iss: ISSUER,
    azp: PARTY,
    sub: "user_ann",
    sid: "sess_1",
    sts: "active",
    iat: now,
    nbf: now - 10,
    exp: now + 60,
    o: { id: "org_fox", rol: "admin", slg: "fox" },
    ...given,
  };
}

/** A token that the key signs. */
export function signed(
  key: ClerkKey,
  payload: Readonly<Record<string, unknown>>,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  return new SignJWT({ ...payload }).setProtectedHeader({
    alg: "RS256",
    typ: "JWT",
    kid: key.kid,
    ...header,
  }).sign(key.privateKey);
}

/** The headers with which Svix sends a body. */
export async function svixHeaders(
  body: string | Uint8Array,
  { id = "msg_1", at, secret = HOOK_SECRET }: {
    readonly id?: string;
    /** Unix milliseconds. */
    readonly at: number;
    readonly secret?: string;
  },
): Promise<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1_000));
  const raw = Uint8Array.from(atob(secret.slice(6)), (c) => c.charCodeAt(0));
  const key = await crypto.subtle.importKey(
    "raw",
    raw,
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  const text = new TextEncoder().encode(`${id}.${timestamp}.`);
  const bytes = typeof body === "string"
    ? new TextEncoder().encode(body)
    : body;
  const made = await crypto.subtle.sign(
    "HMAC",
    key,
    new Uint8Array([...text, ...bytes]),
  );
  return {
    "svix-id": id,
    "svix-timestamp": timestamp,
    "svix-signature": `v1,${
      btoa(String.fromCharCode(...new Uint8Array(made)))
    }`,
  };
}

/** The data of a membership event, as Clerk sends it, with more than is read. */
export function membershipData(
  { id = "orgmem_1", user = "user_ann", role = "org:member", at, ...given }: {
    readonly id?: string;
    readonly user?: string;
    readonly role?: string;
    readonly at: number;
    readonly organisation?: string;
    readonly email?: string;
    readonly first?: string | null;
  },
) {
  return {
    object: "organization_membership",
    id,
    role,
    created_at: 1,
    updated_at: at,
    permissions: [],
    organization: {
      id: given.organisation ?? "org_fox",
      name: "Foxglove",
      object: "organization",
    },
    public_user_data: {
      user_id: user,
      identifier: given.email ?? `${user}@foxglove.example`,
      first_name: given.first === undefined ? user : given.first,
      last_name: null,
      image_url: "",
    },
  };
}

export function userData(
  { user = "user_ann", at, email, first }: {
    readonly user?: string;
    readonly at: number;
    readonly email: string;
    readonly first: string;
  },
) {
  return {
    object: "user",
    id: user,
    updated_at: at,
    first_name: first,
    last_name: "Archer",
    primary_email_address_id: "idn_2",
    email_addresses: [
      { id: "idn_1", email_address: "old@foxglove.example" },
      { id: "idn_2", email_address: email },
    ],
  };
}
