import { type Failure, failures } from "../kernel/failure.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { PayingPage, Scope } from "./scope.ts";

export const ROLES = ["owner", "admin", "reviewer", "viewer"] as const;
export type Role = typeof ROLES[number];

const EVERYONE = ROLES;
const DECIDERS = ["owner", "admin", "reviewer"] as const;
const KEEPERS = ["owner", "admin"] as const;

/** Which role may do what: the one table. An `agent` key may do what its scopes name. */
const ALLOWED = {
  "records.read": EVERYONE,
  "records.write": KEEPERS,
  "records.correct": DECIDERS,
  "receipts.read": EVERYONE,
  "receipts.write": DECIDERS,
  "categories.read": EVERYONE,
  "categories.write": KEEPERS,
  "rules.read": EVERYONE,
  "rules.write": KEEPERS,
  "approvals.read": EVERYONE,
  "approvals.decide": DECIDERS,
  "approvals.assign": KEEPERS,
  "review_queues.write": KEEPERS,
  "quality.read": EVERYONE,
  "reports.read": EVERYONE,
  "reports.write": DECIDERS,
  "events.read": EVERYONE,
  "events.send": KEEPERS,
  "dead_letters.read": EVERYONE,
  "dead_letters.replay": KEEPERS,
  "connections.read": EVERYONE,
  "connections.write": KEEPERS,
  "notifications.read": KEEPERS,
  "notifications.write": KEEPERS,
  "tenant.read": EVERYONE,
  "tenant.write": KEEPERS,
  "members.read": EVERYONE,
  "members.write": KEEPERS,
  "api_keys.read": KEEPERS,
  "api_keys.write": KEEPERS,
  "privacy.read": KEEPERS,
  "privacy.erase": KEEPERS,
  "tenant.erase": ["owner"],
  "billing.read": ["owner"],
  "billing.write": ["owner"],
  /** What everybody may do with their own session; no key needs it named. */
  "session.own": EVERYONE,
  /** Work the service gave itself; no person and no key has it. */
  "jobs.run": [],
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof ALLOWED;

/** Allowed to whoever is signed in, `agent` keys too. */
const OWN: Action = "session.own";

export const ACTIONS = Object.keys(ALLOWED) as readonly Action[];

/** The roles that may do `action`. */
export function rolesFor(action: Action): readonly Role[] {
  return ALLOWED[action];
}

/** The actions that an `agent` key can be given: all but running jobs, and what it has anyhow. */
export const GRANTABLE_ACTIONS: readonly Action[] = ACTIONS
  .filter((action) => rolesFor(action).length > 0 && action !== OWN);

/**
 * What may be done in a company that does not pay: reading, paying, leaving, and keeping out who is not to be in. A right
 * over one's own data depends on no payment.
 */
const WHILE_SUSPENDED: ReadonlySet<Action> = new Set([
  ...ACTIONS.filter((action) => action.endsWith(".read")),
  "billing.write",
  "members.write",
  "api_keys.write",
  "privacy.erase",
  "tenant.erase",
  OWN,
]);

/** Whether an action is allowed in a company that does not pay. */
export function mayWhileSuspended(action: Action): boolean {
  return WHILE_SUSPENDED.has(action);
}

export const accessFailures = failures("access", {
  suspended: {
    category: "payment_due",
    title: "Until the subscription is paid, this company can only be read",
  },
  denied: { category: "forbidden", title: "Your role does not allow this" },
  unauthenticated: {
    category: "unauthenticated",
    title: "A valid API key or session is needed",
  },
});

export type AccessDenied = Failure<"access.denied" | "access.suspended">;

/** Where a company can pay for more, from the root of this service: a page that an owner opens in a browser. */
export function upgradePath(page: PayingPage): string {
  return `/console/billing#${page}`;
}

declare const granted: unique symbol;

/** A scope plus the one action it was allowed. A unit of work asks for nothing less. */
export interface Permit extends Scope {
  readonly action: Action;
  readonly [granted]: true;
}

/** Whether `scope` may do `action`; the permit, or `access.denied`, or `access.suspended` in a company that does not pay. */
export function permit(
  scope: Scope,
  action: Action,
): Result<Permit, AccessDenied> {
  if (!mayDo(scope, action)) return fail(accessFailures.denied({ action }));
  if (scope.suspended && !mayWhileSuspended(action)) {
    return fail(
      accessFailures.suspended({
        action,
        upgrade_url: upgradePath(scope.suspended),
      }),
    );
  }
  return ok({ ...scope, action } as Permit);
}

/** Whether `scope` may do all that a role, or the scopes of an `agent` key, allow: nobody hands on more than they have. */
export function mayGrant(
  scope: Scope,
  role: Role | "agent",
  scopes: readonly Action[] = [],
): boolean {
  const granted = role === "agent"
    ? scopes
    : ACTIONS.filter((action) => rolesFor(action).includes(role));
  return granted.every((action) => mayDo(scope, action));
}

/** All that `scope` may do, in the table's order. */
export function actionsOf(scope: Scope): readonly Action[] {
  return (Object.keys(ALLOWED) as Action[])
    .filter((action) => action !== "jobs.run" && mayDo(scope, action));
}

function mayDo({ actor }: Scope, action: Action): boolean {
  if (actor.kind === "system" || action === OWN) return true;
  if (actor.role === "agent") {
    return actor.kind === "api_key" && actor.scopes.includes(action);
  }
  return rolesFor(action).includes(actor.role);
}
