import type { Section } from "./shell/console_route.ts";
import { billingRoutes } from "./billing/routes.ts";
import { connectionRoutes } from "./connections/routes.ts";
import { dashboardRoutes } from "./dashboard/routes.ts";
import { reportRoutes } from "./reports/routes.ts";
import { deadLetterRoutes } from "./dead_letters/routes.ts";
import { eventRoutes } from "./events/routes.ts";
import { mappingRoutes } from "./mappings/routes.ts";
import { memberRoutes } from "./members/routes.ts";
import { queueRoutes } from "./queues/routes.ts";
import { settingsRoutes } from "./settings/routes.ts";
import { reviewRoutes } from "./review/routes.ts";
import { recordRoutes } from "./records/routes.ts";
import { ruleRoutes } from "./rules/routes.ts";

/** The parts of the console, in the order of its navigation. */
export const SECTIONS: readonly Section[] = [
  {
    path: "/review",
    label: "Review",
    action: "approvals.read",
    // Before items: `queues` is no item's id.
    routes: [...queueRoutes, ...reviewRoutes],
  },
  {
    path: "/records",
    label: "Records",
    action: "records.read",
    routes: recordRoutes,
  },
  { path: "/rules", label: "Rules", action: "rules.read", routes: ruleRoutes },
  {
    path: "/connections",
    label: "Connections",
    action: "connections.read",
    // Before connections: `columns` is no connection's id.
    routes: [...mappingRoutes, ...connectionRoutes],
  },
  {
    path: "/dashboard",
    label: "Dashboard",
    action: "reports.read",
    routes: dashboardRoutes,
  },
  {
    path: "/reports",
    label: "Reports",
    action: "reports.read",
    routes: reportRoutes,
  },
  {
    path: "/dead-letters",
    label: "Dead letters",
    action: "dead_letters.read",
    routes: deadLetterRoutes,
  },
  {
    path: "/events",
    label: "Event log",
    action: "events.read",
    routes: eventRoutes,
  },
  {
    path: "/members",
    label: "Members and keys",
    action: "members.read",
    routes: memberRoutes,
  },
  {
    path: "/billing",
    label: "Billing",
    action: "billing.read",
    routes: billingRoutes,
  },
  {
    path: "/settings",
    label: "Settings",
    action: "tenant.read",
    routes: settingsRoutes,
  },
];
