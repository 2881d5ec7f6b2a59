import type { ConsoleRoute } from "../shell/console_route.ts";
import { checkoutAction, portalAction, syncAction } from "./billing_deeds.ts";
import { billingPage } from "./billing_page.tsx";

export const billingRoutes: readonly ConsoleRoute[] = [
  billingPage,
  checkoutAction,
  portalAction,
  syncAction,
];
