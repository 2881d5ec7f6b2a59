import { z } from "@hono/zod-openapi";
import { ok } from "../../../src/kernel/result.ts";
import {
  ERASED_AT_ONCE_MAX,
  erasureFailures,
} from "../../../src/privacy/erasure.ts";
import { PLACES } from "../../../src/privacy/mentions.ts";
import {
  findSubject,
  SEARCHED_MAX,
} from "../../../src/privacy/use_cases/find_subject.ts";
import { requestErasure } from "../../../src/privacy/use_cases/request_erasure.ts";
import { memberFailures } from "../../../src/tenancy/member.ts";
import { cursorOf } from "../cursor.ts";
import { idText, text } from "../fields.ts";
import { cursor } from "../paging.ts";
import { type Route, route } from "../route.ts";

const tag = "privacy";

const find = route({
  method: "post",
  path: "/privacy/subjects/find",
  expensive: true,
  tag,
  summary: "Find a person in what is kept",
  description:
    "Looks for names, addresses and numbers in all that is kept of a page of records, the latest first: whatever their case, accents and spaces. Answers ids, never texts. A page may be empty: go on until `next_cursor` is null.",
  action: "privacy.read",
  body: {
    schema: z.strictObject({
      terms: z.array(text(200)).min(1).max(20),
      limit: z.int().min(1).max(SEARCHED_MAX).default(SEARCHED_MAX).openapi({
        description: "Records to look at",
      }),
      cursor: cursor("rec").nullable().default(null),
    }).openapi("FindSubject"),
    example: { terms: ["Jane Roe", "jane.roe@example.com"] },
  },
  answer: {
    status: 200,
    description: "Where the person is mentioned",
    schema: z.object({
      data: z.array(z.object({
        record_id: z.string(),
        places: z.array(z.enum(PLACES)),
      })),
      rule_ids: z.array(z.string()).openapi({
        description: "Rules in force; on the first page",
      }),
      member_ids: z.array(z.string()).openapi({
        description: "Members, also those who left; on the first page",
      }),
      searched: z.number().int().openapi({ description: "Records looked at" }),
      next_cursor: z.string().nullable(),
    }).openapi("SubjectFound"),
  },
  async handle({ deps, scope, body: { terms, limit, cursor } }) {
    const found = await findSubject(deps, scope, {
      terms,
      page: { limit, cursor },
    });
    if (!found.ok) return found;
    const { records, rules, members, searched, next_cursor } = found.value;
    return ok({
      body: {
        data: records,
        rule_ids: rules,
        member_ids: members,
        searched,
        next_cursor: next_cursor === null ? null : cursorOf(next_cursor),
      },
    });
  },
});

const erase = route({
  method: "post",
  path: "/privacy/erasures",
  tag,
  summary: "Erase a person's data",
  description:
    "Takes the texts of records, or the name and the address of a member who has left, out of everything that is kept of them. Ids, amounts, times and categories stay. A job does it; `PERSONAL_DATA_ERASED` tells when it is done. There is no way back.",
  action: "privacy.erase",
  body: {
    schema: z.strictObject({
      record_ids: z.array(idText("rec", "a record")).min(1)
        .max(ERASED_AT_ONCE_MAX).optional(),
      external_ids: z.boolean().optional().openapi({
        description:
          "Also the external ids of the records: one that is sent again is a new record then",
      }),
      member_id: idText("usr", "a member").optional(),
    }).refine(
      (given) =>
        (given.record_ids === undefined) !== (given.member_id === undefined),
      { error: "names records or a member, one of both" },
    ).refine(
      (given) =>
        given.external_ids === undefined || given.record_ids !== undefined,
      { path: ["external_ids"], error: "is for records" },
    ).openapi("Erasure"),
    example: { record_ids: ["rec_01kx2m6v9dfk3tqz8w5y7r4b1c"] },
  },
  answer: {
    status: 202,
    description: "What will be erased",
    schema: z.object({
      records: z.number().int(),
      missing: z.array(z.string()).openapi({
        description: "Records that are not there",
      }),
    }).openapi("ErasureRequested"),
  },
  refusals: [memberFailures.missing(), erasureFailures.member_present()],
  async handle({ deps, scope, body }) {
    const { record_ids = [], external_ids = false, member_id } = body;
    const requested = await requestErasure(
      deps,
      scope,
      member_id === undefined
        ? { recordIds: record_ids, externalIds: external_ids }
        : { memberId: member_id },
    );
    return requested.ok ? ok({ body: requested.value }) : requested;
  },
});

export const privacyRoutes: readonly Route[] = [find, erase];
