import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import type { NotificationSettings } from "../../../src/notifications/notification_settings.ts";
import { changeSettings } from "../../../src/notifications/use_cases/change_settings.ts";
import { readSettings } from "../../../src/notifications/use_cases/read_settings.ts";
import { type Route, route } from "../route.ts";

const tag = "notifications";
const path = "/notifications/settings";

const settings = {
  digest_hour: z.int().min(0).max(23).openapi({
    description: "The hour (UTC) at which daily digests go out",
  }),
  review_queue_days: z.int().min(1).max(365).openapi({
    description: "An approval that waits for so many days is told of",
  }),
};
const settingsSchema = z.object(settings).openapi("NotificationSettings");

function settingsJson({ digestHour, reviewQueueDays }: NotificationSettings) {
  return { digest_hour: digestHour, review_queue_days: reviewQueueDays };
}

const read = route({
  method: "get",
  path,
  tag,
  summary: "Read when the company is told of things",
  action: "notifications.read",
  answer: { status: 200, description: "The settings", schema: settingsSchema },
  async handle({ deps, scope }) {
    const found = await readSettings(deps, scope);
    return found.ok ? ok({ body: settingsJson(found.value) }) : found;
  },
});

const change = route({
  method: "put",
  path,
  tag,
  summary: "Set when the company is told of things",
  action: "notifications.write",
  body: {
    schema: z.strictObject(settings).openapi("NewNotificationSettings"),
    example: { digest_hour: 7, review_queue_days: 3 },
  },
  answer: {
    status: 200,
    description: "The settings as they are now",
    schema: settingsSchema,
  },
  async handle({ deps, scope, body }) {
    const changed = await changeSettings(deps, scope, {
      digestHour: body.digest_hour,
      reviewQueueDays: body.review_queue_days,
    }, null);
    return changed.ok ? ok({ body: settingsJson(changed.value) }) : changed;
  },
});

export const notificationSettingsRoutes: readonly Route[] = [read, change];
