import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import {
  DELIVERY_STATUSES,
  type NoticeDelivery,
  noticeDeliveryFailures,
} from "../../../src/notifications/notice_delivery.ts";
import { listNoticeDeliveries } from "../../../src/notifications/use_cases/list_notice_deliveries.ts";
import { redeliverNotice } from "../../../src/notifications/use_cases/redeliver_notice.ts";
import { idText } from "../fields.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";

const tag = "notifications";

const deliverySchema = z.object({
  id: z.string().openapi({ description: "The message's `webhook-id`, too" }),
  notice_ids: z.array(z.string()),
  form: z.enum(["notice", "hourly_digest", "daily_digest"]),
  channel: z.enum(["webhook", "email"]),
  endpoint_id: z.string().nullable(),
  member_id: z.string().nullable(),
  status: z.enum(DELIVERY_STATUSES).openapi({
    description:
      "`failed`: no other attempt follows; `skipped`: the receiver is gone, disabled, or wants none of it",
  }),
  attempts: z.number().int(),
  next_attempt_at: told.nullable(),
  last_code: z.number().int().nullable().openapi({
    description: "What the receiver last answered: a status of HTTP or of SMTP",
  }),
  last_failure: z.string().nullable(),
  created_at: told,
  ended_at: told.nullable(),
}).openapi("NoticeDelivery");

function deliveryJson(
  delivery: NoticeDelivery,
): Told<z.input<typeof deliverySchema>> {
  return {
    id: delivery.id,
    notice_ids: delivery.noticeIds,
    form: delivery.form,
    channel: delivery.endpointId === null ? "email" : "webhook",
    endpoint_id: delivery.endpointId,
    member_id: delivery.memberId,
    status: delivery.status,
    attempts: delivery.attempts,
    next_attempt_at: delivery.nextAttemptAt,
    last_code: delivery.lastCode,
    last_failure: delivery.lastFailure,
    created_at: delivery.createdAt,
    ended_at: delivery.endedAt,
  };
}

const list = route({
  method: "get",
  path: "/notifications/deliveries",
  tag,
  summary: "List what was sent to whom, latest first",
  action: "notifications.read",
  query: z.strictObject({
    status: z.enum(DELIVERY_STATUSES).optional(),
    endpoint: idText("nep", "an endpoint").optional(),
    ...pageQuery("ntd"),
  }),
  answer: {
    status: 200,
    description: "A page of deliveries",
    schema: pageSchema(deliverySchema),
  },
  async handle({ deps, scope, query }) {
    const { status, endpoint } = query;
    const page = await listNoticeDeliveries(deps, scope, {
      ...status && { status },
      ...endpoint && { endpointId: endpoint },
    }, pageRequest(query));
    return page.ok ? ok({ body: pageJson(page.value, deliveryJson) }) : page;
  },
});

const redeliver = route({
  method: "post",
  path: "/notifications/deliveries/{id}/redeliver",
  tag,
  summary: "Send a message again",
  description:
    "At once, under the same id, and with all attempts anew where it fails.",
  action: "notifications.write",
  id: {
    prefix: "ntd",
    missing: (id) => noticeDeliveryFailures.missing({ delivery_id: id }),
  },
  answer: {
    status: 202,
    description: "The delivery, which waits again",
    schema: deliverySchema,
  },
  async handle({ deps, scope, id }) {
    const again = await redeliverNotice(deps, scope, id);
    return again.ok ? ok({ body: deliveryJson(again.value) }) : again;
  },
});

export const noticeDeliveryRoutes: readonly Route[] = [list, redeliver];
