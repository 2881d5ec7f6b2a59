import { z } from "zod";

/** Seconds by which a signed time may be off: what Standard Webhooks and Stripe's libraries allow. */
const TOLERANCE_S = 300;
const HEADER = /^[A-Za-z0-9-]{1,100}$/;

const toleranceS = z.int({ error: "is not a whole number" }).min(10).max(3_600)
  .default(TOLERANCE_S)
  .describe("Seconds by which the signed time may be early or late");

const header = z.string().regex(HEADER, "is not the name of a header")
  .transform((name) => name.toLowerCase());

/** A JSON pointer (RFC 6901) into what a provider sent. */
export const pointer = z.string().max(200).regex(
  /^(\/([^/~]|~[01])*)*$/,
  "is not a JSON pointer such as /data/id",
);

/** How the sender of a webhook signs what it sends, and where it tells the id of an event. */
export const hookSettingsSchema = z.discriminatedUnion("scheme", [
  z.strictObject({
    scheme: z.literal("standard").describe(
      "Standard Webhooks: headers webhook-id, webhook-timestamp, webhook-signature",
    ),
    tolerance_s: toleranceS,
  }),
  z.strictObject({
    scheme: z.literal("stripe").describe(
      "Stripe-Signature with t and v1; the id of the event is in the body",
    ),
    tolerance_s: toleranceS,
  }),
  z.strictObject({
    scheme: z.literal("github").describe(
      "X-Hub-Signature-256 over the body, X-GitHub-Delivery; no time is signed",
    ),
  }),
  z.strictObject({
    scheme: z.literal("hmac").describe(
      "HMAC over the body, or over `<time>.<body>` where a header tells the time",
    ),
    algorithm: z.enum(["sha256", "sha512"]).default("sha256"),
    encoding: z.enum(["hex", "base64"]).default("hex"),
    signature_header: header,
    signature_prefix: z.string().max(20).default(""),
    timestamp_header: header.optional().describe("Unix seconds"),
    tolerance_s: toleranceS,
    id_header: header.optional(),
    id_pointer: pointer.optional().describe(
      "Where the body has the id; the hash of the body where neither tells one",
    ),
  }),
]);

export type HookSettings = z.output<typeof hookSettingsSchema>;
