import { z } from "@hono/zod-openapi";
import { fail, ok } from "../../../src/kernel/result.ts";
import { readQuality } from "../../../src/processing/use_cases/read_quality.ts";
import { instant } from "../fields.ts";
import { requestFailures } from "../request_failures.ts";
import { type Route, route } from "../route.ts";
import { qualityJson, qualitySchema } from "./quality_schema.ts";

const read = route({
  method: "get",
  path: "/quality",
  expensive: true,
  tag: "quality",
  summary: "Read how well records are decided",
  description:
    "How much was settled without a person and how right that was, by the audits; what each step adds, and what other targets would settle. By the time of decisions: the last 90 days where nothing else is asked for.",
  action: "quality.read",
  query: z.strictObject({
    from: instant.optional().openapi({
      description: "Decided from this instant on",
    }),
    to: instant.optional().openapi({
      description: "Decided before this instant",
    }),
  }).refine(
    ({ from, to }) => from === undefined || to === undefined || from < to,
    { path: ["from"], error: "is not before to" },
  ),
  answer: {
    status: 200,
    description: "The report",
    schema: qualitySchema,
  },
  async handle({ deps, scope, query }) {
    const { from = null, to = null } = query;
    // Without `to` the span ends now, which the query alone does not say.
    if (from !== null && to === null && from > deps.clock.now()) {
      return fail(requestFailures.invalid({
        errors: [{ parameter: "from", detail: "is in the future" }],
      }));
    }
    const found = await readQuality(deps, scope, { from, to });
    if (!found.ok) return found;
    return ok({ body: qualityJson(found.value) });
  },
});

export const qualityRoutes: readonly Route[] = [read];
