import { failures } from "../kernel/failure.ts";
import type { ConnectionId } from "../kernel/ids.ts";
import type { Instant } from "../kernel/instant.ts";
import type { HookSettings } from "./hook_settings.ts";
import type { PullSettings } from "./pull_settings.ts";

/** How records arrive: pushed by API, in files, in signed webhooks, or fetched. */
export const CONNECTION_KINDS = ["api", "file", "webhook", "pull"] as const;
export type ConnectionKind = typeof CONNECTION_KINDS[number];

/** What a connection needs to know of its source, by kind. */
export type ConnectionSource =
  | { readonly kind: "api" | "file"; readonly settings: null }
  | { readonly kind: "webhook"; readonly settings: HookSettings }
  | { readonly kind: "pull"; readonly settings: PullSettings };

/** A source of records. External ids are unique within one. */
export type Connection = ConnectionSource & {
  readonly id: ConnectionId;
  readonly version: number;
  readonly name: string;
  /** The one that records are filed under when they name none; each tenant has just one. */
  readonly isDefault: boolean;
  readonly createdAt: Instant;
  /** Since when it takes nothing in any more; its records stay. */
  readonly archivedAt: Instant | null;
};

export type HookConnection = Extract<Connection, { readonly kind: "webhook" }>;
export type PullConnection = Extract<Connection, { readonly kind: "pull" }>;

/** Names under which a connection's secrets are sealed. */
export const SECRET_NAMES = {
  /** What signs webhooks: a JSON list, the newest first. */
  hookSecrets: "hook_secrets",
  /** What a pull shows as `Authorization: Bearer`, where no OAuth is. */
  bearer: "bearer",
  /** The secret of the OAuth client. */
  clientSecret: "client_secret",
  /** The tokens granted last, as JSON. */
  tokens: "tokens",
  /** The PKCE verifier of an authorisation that was begun. */
  verifier: "verifier",
} as const;

export const connectionFailures = failures("connection", {
  missing: { category: "missing", title: "No such connection" },
  stale: {
    category: "conflict",
    title: "The connection was changed in the meantime",
  },
  archived: { category: "conflict", title: "The connection is archived" },
  is_default: {
    category: "conflict",
    title: "The default connection cannot be archived",
  },
  other_kind: {
    category: "conflict",
    title: "A connection of this kind cannot do that",
  },
  invalid: {
    category: "invalid",
    title: "The connection's settings are wrong",
  },
  no_sealing: {
    category: "conflict",
    title: "Secrets cannot be kept here: BALANCE_SEALING_KEYS is not set",
  },
  paused: { category: "conflict", title: "The connection is paused" },
  not_authorised: {
    category: "conflict",
    title: "The connection has no authorisation yet",
  },
});
