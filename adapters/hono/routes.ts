import type { OpenRoute } from "./open_route.ts";
import type { Route } from "./route.ts";
import { apiKeyRoutes } from "./routes/api_keys.ts";
import { approvalRoutes } from "./routes/approvals.ts";
import { reviewQueueRoutes } from "./routes/review_queues.ts";
import { billingRoutes } from "./routes/billing.ts";
import { categoryRoutes } from "./routes/categories.ts";
import { conflictRoutes } from "./routes/conflicts.ts";
import { connectionHealthRoutes } from "./routes/connection_health.ts";
import { connectionPullRoutes } from "./routes/connection_pulls.ts";
import { connectionRoutes } from "./routes/connections.ts";
import { deadLetterRoutes } from "./routes/dead_letters.ts";
import { csvMappingRoutes } from "./routes/csv_mappings.ts";
import { deliveryRoutes } from "./routes/deliveries.ts";
import { eventRoutes } from "./routes/events.ts";
import { importRoutes } from "./routes/imports.ts";
import {
  invitationRoutes,
  openInvitationRoutes,
} from "./routes/invitations.ts";
import { mappingRoutes } from "./routes/mappings.ts";
import { memberRoutes } from "./routes/members.ts";
import { payloadRoutes } from "./routes/payloads.ts";
import { notificationRoutes } from "./routes/notifications.ts";
import { privacyRoutes } from "./routes/privacy.ts";
import { qualityRoutes } from "./routes/quality.ts";
import { receiptRoutes } from "./routes/receipts.ts";
import { recordRoutes } from "./routes/records.ts";
import { remapRoutes } from "./routes/remap.ts";
import { reportScheduleRoutes } from "./routes/report_schedules.ts";
import { reportFileRoutes } from "./routes/report_files.ts";
import { reportRoutes } from "./routes/reports.ts";
import { ruleRoutes } from "./routes/rules.ts";
import { openSessionRoutes, sessionRoutes } from "./routes/session.ts";
import { tenantRoutes } from "./routes/tenant.ts";

/** The resources, in the order of the reference. */
export const TAGS = [
  {
    name: "records",
    description: "What is to be sorted, and what became of it.",
    routes: recordRoutes,
  },
  {
    name: "conflicts",
    description: "Other versions of records, kept aside for a person.",
    routes: conflictRoutes,
  },
  {
    name: "receipts",
    description: "Files that prove records.",
    routes: receiptRoutes,
  },
  {
    name: "deliveries",
    description: "Sets of records that were kept first and taken in later.",
    routes: deliveryRoutes,
  },
  {
    name: "imports",
    description: "Files of records, and how far each is taken in.",
    routes: [...importRoutes, ...csvMappingRoutes],
  },
  {
    name: "categories",
    description:
      "The company's own closed set of labels. Archived, never deleted.",
    routes: categoryRoutes,
  },
  {
    name: "rules",
    description: "Ordered conditions and what they set. Tried first.",
    routes: ruleRoutes,
  },
  {
    name: "approvals",
    description: "What a person must decide. Each answer teaches.",
    routes: approvalRoutes,
  },
  {
    name: "review queues",
    description: "How what waits is sorted, for whom, and until when.",
    routes: reviewQueueRoutes,
  },
  {
    name: "quality",
    description: "How much is settled without a person, and how right it is.",
    routes: qualityRoutes,
  },
  {
    name: "reports",
    description:
      "Figures of a period as files, made when asked for or by a schedule.",
    routes: [...reportRoutes, ...reportFileRoutes, ...reportScheduleRoutes],
  },
  {
    name: "events",
    description: "The append-only log of what happened, numbered and chained.",
    routes: eventRoutes,
  },
  {
    name: "dead-letters",
    description: "Jobs that were given up, and how to send them again.",
    routes: deadLetterRoutes,
  },
  {
    name: "connections",
    description: "Sources of records.",
    routes: [
      // Before those with an id in the same place.
      ...connectionPullRoutes,
      ...connectionRoutes,
      ...connectionHealthRoutes,
      ...mappingRoutes,
      ...remapRoutes,
      ...payloadRoutes,
    ],
  },
  {
    name: "notifications",
    description:
      "Being told of trouble and of what is ready: by e-mail, and by signed requests to endpoints.",
    routes: notificationRoutes,
  },
  {
    name: "session",
    description: "Signing in and out, and who is signed in.",
    routes: sessionRoutes,
  },
  { name: "members", description: "Who may do what.", routes: memberRoutes },
  {
    name: "invitations",
    description: "Asking people to become members.",
    routes: invitationRoutes,
  },
  {
    name: "api-keys",
    description: "Keys for programs. A secret is shown once.",
    routes: apiKeyRoutes,
  },
  {
    name: "tenant",
    description: "The company itself, and how its records are decided.",
    routes: tenantRoutes,
  },
  {
    name: "billing",
    description: "What the company pays, may use, and has used.",
    routes: billingRoutes,
  },
  {
    name: "privacy",
    description: "Where people are mentioned, and how that is erased.",
    routes: privacyRoutes,
  },
] as const;

/** Below `/api/v1`. */
export const ROUTES: readonly Route[] = TAGS.flatMap(({ routes }) => routes);

/** Below `/api` too: the event log's second address. */
export const EVENT_ROUTES: readonly Route[] = eventRoutes;

/** Below `/api/v1`, for who is not signed in yet. */
export const OPEN_ROUTES: readonly OpenRoute[] = [
  ...openSessionRoutes,
  ...openInvitationRoutes,
];
