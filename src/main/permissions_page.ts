import { EVENT_ROUTES, ROUTES } from "../../adapters/hono/routes.ts";
import { ACTIONS, ROLES, rolesFor } from "../tenancy/access.ts";
import { ACTION_MEANINGS } from "../tenancy/action_meanings.ts";

const OPERATIONS = [
  ...ROUTES.map((route) => ({ ...route, base: "/api/v1" })),
  ...EVENT_ROUTES.map((route) => ({ ...route, base: "/api" })),
];

const INTRODUCTION = `# Permissions

Written by \`deno task permissions\` from \`src/tenancy/access.ts\` and the routes; a test fails when it is out of date.

A person or an API key has one role. A key of role \`agent\` has just the actions it was given, which may be any of these but \`jobs.run\`, which nobody has, and \`session.own\`, which whoever is signed in has. \`POST /api/v1/session\` and \`POST /api/v1/invitations/accept\` need none: they sign somebody in. Each operation needs one action and is refused without it: 403 \`access.denied\`, which names the action.`;

const BESIDES = `Besides:

- Nobody hands on more than they have: not by a role they give a member or invite into, not by an API key they make or rotate. A key makes none that outlives it, and one that ends lets nobody in.
- Only an owner makes, invites, changes, removes or signs out an owner, and makes, rotates or revokes an owner's key.
- The last owner cannot leave or lose the role.
- A decision that makes a rule needs \`rules.write\` as well.`;

/** The page docs/permissions.md: who may do what, and the operations that need it. */
export function permissionsPage(): string {
  const actions = ACTIONS.map((action) => [
    `\`${action}\``,
    ACTION_MEANINGS[action],
    ...ROLES.map((role) => rolesFor(action).includes(role) ? "yes" : ""),
  ]);
  const routes = ACTIONS.flatMap((action) =>
    OPERATIONS.filter((operation) => operation.action === action)
      .map(({ method, base, path, summary }) => [
        `\`${action}\``,
        `\`${method.toUpperCase()} ${base}${path}\``,
        summary,
      ])
  );
  return [
    INTRODUCTION,
    "## Who may do what",
    table(["action", "what it allows", ...ROLES], actions),
    BESIDES,
    "## What needs it",
    table(["action", "operation", "what it does"], routes),
  ].join("\n\n") + "\n";
}

/** A table of Markdown, laid out as `deno fmt` does. */
function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const widths = head.map((_, at) =>
    Math.max(...[head, ...rows].map((row) => row[at]!.length))
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(" | ")} |`;
  const rule = widths.map((width) => "-".repeat(width));
  return [head, rule, ...rows].map(line).join("\n");
}
