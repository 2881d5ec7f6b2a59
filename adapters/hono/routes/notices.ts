import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import type { Notice } from "../../../src/notifications/notice.ts";
import { NOTICE_KINDS } from "../../../src/notifications/notice_kinds.ts";
import { listNotices } from "../../../src/notifications/use_cases/list_notices.ts";
import { wordingOf } from "../../../src/notifications/wording.ts";
import { told } from "../json_schema.ts";
import { pageJson, pageQuery, pageRequest, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";

const noticeSchema = z.object({
  id: z.string(),
  kind: z.enum([...NOTICE_KINDS, "test"]),
  title: z.string(),
  path: z.string().openapi({ description: "Where to look" }),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  opened_at: told,
  closed_at: told.nullable().openapi({
    description:
      "When the incident is over, which may be a time to come; null: until something ends it",
  }),
  last_at: told,
  count: z.number().int().openapi({ description: "How often it happened" }),
}).openapi("Notice");

function noticeJson(notice: Notice): Told<z.input<typeof noticeSchema>> {
  const { title, path } = wordingOf(notice);
  return {
    id: notice.id,
    kind: notice.kind,
    title,
    path,
    facts: notice.facts,
    opened_at: notice.openedAt,
    closed_at: notice.closedAt,
    last_at: notice.lastAt,
    count: notice.count,
  };
}

const list = route({
  method: "get",
  path: "/notifications/notices",
  tag: "notifications",
  summary: "List notices, latest first",
  description: "One for each incident, whoever was told of it.",
  action: "notifications.read",
  query: z.strictObject(pageQuery("ntc")),
  answer: {
    status: 200,
    description: "A page of notices",
    schema: pageSchema(noticeSchema),
  },
  async handle({ deps, scope, query }) {
    const page = await listNotices(deps, scope, pageRequest(query));
    return page.ok ? ok({ body: pageJson(page.value, noticeJson) }) : page;
  },
});

export const noticeRoutes: readonly Route[] = [list];
