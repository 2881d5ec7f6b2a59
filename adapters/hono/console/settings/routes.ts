import type { ConsoleRoute } from "../shell/console_route.ts";
import { categoriesPage, createAction } from "./categories_page.tsx";
import { archiveAction, categoryPage, changeAction } from "./category_page.tsx";
import { companyRoutes } from "./company_page.tsx";
import { decidingRoutes } from "./deciding_page.tsx";
import {
  changeEndpointAction,
  endpointSecretAction,
  removeEndpointAction,
  switchEndpointAction,
  testEndpointAction,
} from "./endpoint_deeds.ts";
import { endpointPage } from "./endpoint_page.tsx";
import {
  endpointsPage,
  newEndpointAction,
  newEndpointPage,
} from "./endpoints_page.tsx";
import { modelRoutes } from "./model_page.tsx";
import {
  notificationsAction,
  notificationsPage,
} from "./notifications_page.tsx";
import { retentionRoutes } from "./retention_page.tsx";

/** Settings, in this order: `new` is no endpoint's id. */
export const settingsRoutes: readonly ConsoleRoute[] = [
  ...companyRoutes,
  ...decidingRoutes,
  ...modelRoutes,
  ...retentionRoutes,
  categoriesPage,
  createAction,
  categoryPage,
  changeAction,
  archiveAction,
  notificationsPage,
  notificationsAction,
  endpointsPage,
  newEndpointPage,
  newEndpointAction,
  endpointPage,
  changeEndpointAction,
  switchEndpointAction,
  testEndpointAction,
  endpointSecretAction,
  removeEndpointAction,
];
