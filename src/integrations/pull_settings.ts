import { z } from "zod";
import { pointer } from "./hook_settings.ts";

const address = z.string().max(2_000).refine(isAddress, {
  error: "is not an https address without a name or a password in it",
});
const parameter = z.string().regex(
  /^[\w.[\]-]{1,100}$/,
  "is not the name of a query parameter",
);
const value = z.string().max(500);

/** Headers that say who is asked, or how the request itself goes over the line, are not a manifest's to set. */
const NOT_OURS =
  /^(host|connection|content-length|transfer-encoding|te|trailer|upgrade|expect|keep-alive|proxy-.*|authorization|cookie)$/i;
const headerName = z.string().regex(/^[A-Za-z0-9-]{1,100}$/).refine(
  (name) => !NOT_OURS.test(name),
  { error: "is not a header that a manifest may set" },
);

/** How a source knows who asks. */
const auth = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("bearer").describe(
      "A secret of yours goes with each request",
    ),
  }),
  z.strictObject({
    kind: z.literal("oauth2").describe(
      "Authorisation code with PKCE (RFC 6749, RFC 7636)",
    ),
    issuer: address.optional().describe(
      "Held against `iss` in the answer (RFC 9207)",
    ),
    authorization_endpoint: address,
    token_endpoint: address,
    revocation_endpoint: address.optional(),
    client_id: z.string().min(1).max(500),
    client_auth: z.enum(["basic", "post", "none"]).default("basic"),
    scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,200}$/)).max(
      50,
    ).default([]),
    parameters: z.record(parameter, value).default({}).describe(
      "More of the authorisation request",
    ),
  }),
]);

/** How the pages of a list follow each other. */
const paging = z.discriminatedUnion("style", [
  z.strictObject({ style: z.literal("none") }),
  z.strictObject({
    style: z.literal("cursor").describe("The answer tells the next cursor"),
    parameter,
    next: pointer,
  }),
  z.strictObject({
    style: z.literal("last_id").describe(
      "The next page begins after the last item's id",
    ),
    parameter,
    has_more: pointer,
  }),
  z.strictObject({
    style: z.literal("page").describe("Pages have numbers, from 1"),
    parameter,
  }),
  z.strictObject({
    style: z.literal("url").describe(
      "The answer tells the next page's address, of the same origin",
    ),
    next: pointer,
  }),
  z.strictObject({
    style: z.literal("link").describe(
      "A Link header with rel=next (RFC 8288), of the same origin",
    ),
  }),
]);

/** All there is to know of a source that is fetched from: a manifest. */
export const pullSettingsSchema = z.strictObject({
  auth,
  list: z.strictObject({
    url: address,
    query: z.record(parameter, value).default({}),
    headers: z.record(
      headerName,
      z.string().regex(/^[\x20-\x7e]{0,500}$/),
    ).default({}),
    items: pointer.describe("Where an answer has its list of items"),
    id: pointer.describe("Where an item has its id"),
  }),
  paging,
  since: z.strictObject({
    parameter,
    pointer: pointer.describe("Where an item has its time"),
    format: z.enum(["rfc3339", "unix", "date"]).describe(
      "Of the item's time and of the parameter",
    ),
    overlap_s: z.int().min(0).max(31_536_000).default(86_400).describe(
      "So much is asked for again, for what came late",
    ),
  }).optional().describe("How only what is new is asked for"),
  every_minutes: z.int().min(1).max(44_640).default(60),
});

/** What a pull asks for, of whom, and how often. */
export type PullSettings = z.output<typeof pullSettingsSchema>;
export type OAuthSettings = Extract<
  PullSettings["auth"],
  { readonly kind: "oauth2" }
>;

/** Which hosts are allowed is decided when they are asked; plain http is left to who may allow it. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) &&
    url.username === "" && url.password === "" && url.hash === "";
}
