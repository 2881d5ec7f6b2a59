import type { Route } from "../route.ts";
import { feedRoutes } from "./event_feeds.ts";
import { noticeDeliveryRoutes } from "./notice_deliveries.ts";
import { noticePreferenceRoutes } from "./notice_preferences.ts";
import { noticeRoutes } from "./notices.ts";
import { endpointRoutes } from "./notification_endpoints.ts";
import { notificationSettingsRoutes } from "./notification_settings.ts";

export const notificationRoutes: readonly Route[] = [
  ...endpointRoutes,
  ...feedRoutes,
  ...noticePreferenceRoutes,
  ...notificationSettingsRoutes,
  ...noticeRoutes,
  ...noticeDeliveryRoutes,
];
