import { z } from "@hono/zod-openapi";
import { leftOut } from "../fields.ts";
import { ok } from "../../../src/kernel/result.ts";
import {
  NOTICE_KINDS,
  type NoticeKind,
} from "../../../src/notifications/notice_kinds.ts";
import { NOTICE_MODES } from "../../../src/notifications/preference.ts";
import { changePreferences } from "../../../src/notifications/use_cases/change_preferences.ts";
import {
  type MemberModes,
  readPreferences,
} from "../../../src/notifications/use_cases/read_preferences.ts";
import { memberFailures } from "../../../src/tenancy/member.ts";
import { type Route, route } from "../route.ts";

const tag = "notifications";
const path = "/notifications/preferences";
const mode = z.enum(NOTICE_MODES).openapi({
  description: "`daily`: with all others of the day, in one e-mail",
});

const shape = <T extends z.ZodType>(one: T) =>
  Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, one])) as Readonly<
    Record<NoticeKind, T>
  >;

const preferencesSchema = z.object({
  email: z.enum(["on", "off"]).openapi({
    description: "`off`: the operator has set no mail server; nothing goes out",
  }),
  modes: z.object(shape(mode)),
  chosen: z.array(z.enum(NOTICE_KINDS)).openapi({
    description:
      "The kinds that were chosen; the others are as the role has them",
  }),
}).openapi("NoticePreferences");

function preferencesJson({ modes, chosen, mails }: MemberModes) {
  return {
    email: mails ? "on" as const : "off" as const,
    modes,
    chosen: Object.keys(chosen) as NoticeKind[],
  };
}

const read = route({
  method: "get",
  path,
  tag,
  summary: "Read what you are told by e-mail",
  description: "A member's own; a key has none.",
  action: "session.own",
  answer: {
    status: 200,
    description: "What the member who asks is told",
    schema: preferencesSchema,
  },
  refusals: [memberFailures.missing()],
  async handle({ deps, scope }) {
    const found = await readPreferences(deps, scope);
    return found.ok ? ok({ body: preferencesJson(found.value) }) : found;
  },
});

const change = route({
  method: "put",
  path,
  tag,
  summary: "Choose what you are told by e-mail",
  description:
    "In the place of what was chosen before; kinds that are not named are as the role has them.",
  action: "session.own",
  body: {
    schema: z.strictObject({
      modes: z.strictObject(shape(leftOut(z.enum(NOTICE_MODES)))),
    }).openapi("NewNoticePreferences"),
    example: { modes: { limit_near: "off", review_queue_old: "immediate" } },
  },
  answer: {
    status: 200,
    description: "What the member is told now",
    schema: preferencesSchema,
  },
  refusals: [memberFailures.missing()],
  async handle({ deps, scope, body }) {
    const changed = await changePreferences(deps, scope, body.modes);
    return changed.ok ? ok({ body: preferencesJson(changed.value) }) : changed;
  },
});

export const noticePreferenceRoutes: readonly Route[] = [read, change];
