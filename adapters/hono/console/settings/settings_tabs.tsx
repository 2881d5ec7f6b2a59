import { Tabs } from "../parts/tabs.tsx";
import type { Frame } from "../shell/frame.ts";
import {
  CATEGORIES,
  DECIDING,
  ENDPOINTS,
  MODEL,
  NOTIFICATIONS,
  RETENTION,
  SETTINGS,
} from "./settings_path.ts";

/** The pages of the settings that the reader may open. */
export function SettingsTabs(
  { frame, at }: { readonly frame: Frame; readonly at: string },
) {
  return (
    <Tabs
      label="Settings"
      tabs={[
        [SETTINGS, "Company"],
        [DECIDING, "Deciding"],
        [MODEL, "Language model"],
        [RETENTION, "Retention"],
        [CATEGORIES, "Categories"],
        [NOTIFICATIONS, "Your e-mails"],
        ...frame.may("notifications.read")
          ? [[ENDPOINTS, "Webhooks for notices"] as const]
          : [],
      ]}
      at={at}
    />
  );
}
