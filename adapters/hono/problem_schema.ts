import { z } from "@hono/zod-openapi";
import { PROBLEM_TYPES } from "./problem.ts";

/** RFC 9457. A failure's facts are further members. */
export const problemSchema = z.looseObject({
  type: z.string().openapi({
    description: `Names the failure: ${PROBLEM_TYPES}#<kind>`,
    example: `${PROBLEM_TYPES}#record.missing`,
  }),
  title: z.string(),
  status: z.number().openapi({ type: "integer" }),
  instance: z.string().openapi({ example: "urn:request:req_…" }),
  request_id: z.string(),
  errors: z.array(z.object({
    pointer: z.string().optional().openapi({
      description: "Where in the body (RFC 6901)",
      example: "/records/0/amount/minor",
    }),
    parameter: z.string().optional().openapi({
      description: "Which query parameter",
    }),
    line: z.number().int().optional().openapi({
      description: "Where in YAML text, from 1",
    }),
    column: z.number().int().optional(),
    header: z.string().optional().openapi({ description: "Which header" }),
    detail: z.string().openapi({ example: "is missing" }),
  })).optional().openapi({
    description: "What is wrong where, at most 100 of them",
  }),
}).openapi("Problem", {
  description: "RFC 9457 problem details; facts of the failure are members",
});

/** A problem of one part, in an answer that stands as a whole. */
export const partProblemSchema = problemSchema.omit({
  instance: true,
  request_id: true,
}).openapi("PartProblem", {
  description: "A problem of one part; the same in every repeat of the answer",
});
