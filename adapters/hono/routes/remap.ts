import { z } from "@hono/zod-openapi";
import {
  EXPRESSION_LENGTH_MAX,
  mappingFailures,
} from "../../../src/integrations/mapping.ts";
import type { ComparedPayload } from "../../../src/integrations/use_cases/compare_mapping.ts";
import { compareMapping } from "../../../src/integrations/use_cases/compare_mapping.ts";
import { requestRemap } from "../../../src/integrations/use_cases/request_remap.ts";
import { ok } from "../../../src/kernel/result.ts";
import { textUpTo } from "../fields.ts";
import { anyObject } from "../json_schema.ts";
import { cursor, pageJson, pageSchema } from "../paging.ts";
import { type Route, route, type Told } from "../route.ts";
import { connectionInPath } from "./connections.ts";

const tag = "connections";
const LIMIT_MAX = 100;

const comparedSchema = z.object({
  payload_id: z.string(),
  records: z.array(z.object({
    external_id: z.string(),
    change: z.enum(["same", "changed", "new", "gone"]).openapi({
      description:
        "`gone`: this mapping makes no such record; it would stay as it is",
    }),
    before: anyObject.nullable().openapi({
      description: "The fields that differ, as they were made",
    }),
    after: anyObject.nullable(),
  })),
  failure: z.object({ kind: z.string(), detail: z.string() }).nullable(),
}).openapi("ComparedPayload");

function comparedJson(
  { payload, records, failure }: ComparedPayload,
): Told<z.input<typeof comparedSchema>> {
  return {
    payload_id: payload.id,
    records: records.map(({ externalId, ...rest }) => ({
      external_id: externalId,
      ...rest,
    })),
    failure,
  };
}

const compare = route({
  method: "post",
  path: "/connections/{id}/remap/compare",
  tag,
  summary: "Show what a mapping would make of what was received before",
  description:
    "Each payload that was taken in and is still kept, the latest first: what this mapping makes of it, against what was made. Nothing is changed.",
  action: "connections.write",
  expensive: true,
  id: connectionInPath,
  body: {
    schema: z.strictObject({
      expression: textUpTo(EXPRESSION_LENGTH_MAX).min(1).optional().openapi({
        description: "The mapping in force where absent",
      }),
      limit: z.int().min(1).max(LIMIT_MAX).default(50),
      cursor: cursor("pay").optional(),
    }).openapi("MappingComparison"),
    example: { expression: '{ "external_id": id, "description": memo }' },
  },
  answer: {
    status: 200,
    description: "A page of payloads",
    schema: pageSchema(comparedSchema),
  },
  refusals: [mappingFailures.wrong_expression()],
  async handle({ deps, scope, id, body }) {
    const compared = await compareMapping(deps, scope, {
      connectionId: id,
      expression: body.expression,
    }, { limit: body.limit, cursor: body.cursor ?? null });
    return compared.ok
      ? ok({ body: pageJson(compared.value, comparedJson) })
      : compared;
  },
});

const apply = route({
  method: "post",
  path: "/connections/{id}/remap",
  tag,
  summary: "Apply the mapping in force to what was received before",
  description:
    "Records whose standing version came of such a payload take what is made of it now. What a person decided or corrected stays; anything else is decided anew.",
  action: "connections.write",
  id: connectionInPath,
  answer: {
    status: 202,
    description: "The number of the mapping that a job applies",
    schema: z.object({ mapping_number: z.number().int() })
      .openapi("RequestedRemap"),
  },
  async handle({ deps, scope, id }) {
    const number = await requestRemap(deps, scope, id);
    return number.ok ? ok({ body: { mapping_number: number.value } }) : number;
  },
});

export const remapRoutes: readonly Route[] = [compare, apply];
