import { z } from "@hono/zod-openapi";
import { told } from "../json_schema.ts";
import { SOURCES } from "./record_schema.ts";

const category = z.string().nullable();

const neighbour = z.object({
  record_id: z.string(),
  category_id: z.string(),
  similarity: z.number(),
  count: z.number().int(),
  match: z.string(),
});

/** What speaks for a category. */
export const evidenceSchema = z.array(
  z.object({
    match: z.string(),
    count: z.number().int(),
    of: z.number().int(),
    weight: z.number(),
  }),
).openapi({
  description:
    "What speaks for it against its rival, most first: `count` of the `of` approved records alike in `match` have the category",
});

const candidateSchema = z.object({
  category_id: z.string(),
  score: z.number().openapi({
    description: "The part of all weight that is behind it",
  }),
  because: evidenceSchema,
});

const costMicros = z.number().int().optional().openapi({
  description:
    "The record's part of what the call cost, in millionths of a US dollar",
});

const usage = z.object({
  input_tokens: z.number().int(),
  output_tokens: z.number().int(),
});

const step = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("rules_tried"),
    at: told,
    ruleset_version: z.number().int(),
    considered: z.number().int(),
    matched: z.string().nullable(),
    hits: z.array(
      z.object({ rule_id: z.string(), version: z.number().int() }),
    ),
    sets: z.object({
      category_id: z.string().optional(),
      counterparty: z.string().optional(),
      attributes: z.record(z.string(), z.string()).optional(),
      review: z.literal(true).optional(),
    }),
    replaced: z.object({
      counterparty: z.string().nullable().optional(),
      attributes: z.record(
        z.string(),
        z.union([z.string(), z.number(), z.boolean()]).nullable(),
      ).optional(),
      nulls: z.array(z.string()).optional(),
    }),
    runs: z.array(z.string()).optional().openapi({
      description: "The runs that applied rules later, in order",
    }),
    decided_in: z.string().optional().openapi({
      description: "The run among them whose decision stands",
    }),
  }),
  z.object({
    kind: z.literal("examples_recalled"),
    at: told,
    embedder: z.string().nullable().openapi({
      description:
        "Whose vectors near texts were looked for by; null where none could be looked for",
    }),
    neighbours: z.array(neighbour),
    proposal: category,
    score: z.number(),
    candidates: z.array(candidateSchema).optional().openapi({
      description: "The best categories, best first, three at most",
    }),
    learned: z.number().int().optional().openapi({
      description: "The version of what was learned that weighed them",
    }),
    rejected: z.array(z.string()).optional().openapi({
      description:
        "The categories that people turned down for the text: a model that answers one of them proposes nothing",
    }),
  }),
  z.object({
    kind: z.literal("model_answered"),
    at: told,
    model: z.string(),
    prompt_version: z.number().int(),
    category_id: category,
    rationale: z.string(),
    raw_confidence: z.number(),
    usage,
    cost_micros: costMicros,
    cached: z.boolean().optional().openapi({
      description: "Whether the answer was known, so that nothing was paid",
    }),
  }),
  z.object({
    kind: z.literal("model_failed"),
    at: told,
    model: z.string(),
    reason: z.enum([
      "timed_out",
      "refused",
      "malformed",
      "truncated",
      "rate_limited",
      "unavailable",
      "over_budget",
    ]),
    usage: usage.optional(),
    cost_micros: costMicros,
    retry_after_ms: z.number().int().optional(),
    final: z.literal(true).optional().openapi({
      description: "Not asked again when the record was processed",
    }),
  }),
  z.object({
    kind: z.literal("person_decided"),
    at: told,
    by: z.string(),
    verdict: z.enum(["approve", "override", "reject"]),
    category_id: category,
    note: z.string().nullable(),
  }),
]).openapi("TraceStep");

export const REVIEW_REASONS = [
  "rule_asks",
  "nothing_alike",
  "not_sure_enough",
  "model_failed",
  "model_undecided",
] as const;

const conclusion = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("settled"),
    category_id: z.string(),
    source: z.enum(SOURCES),
    confidence: z.number(),
    threshold: z.number(),
  }),
  z.object({
    kind: z.literal("needs_review"),
    suggestion: category,
    because: z.enum(REVIEW_REASONS),
    confidence: z.number(),
    threshold: z.number(),
  }),
  z.object({ kind: z.literal("rejected"), source: z.literal("person") }),
]).openapi("Conclusion");

/** Every step that led to a decision, the limits then in force, and what the steps add up to. */
export const traceSchema = z.object({
  schema: z.literal(1),
  limits: z.object({
    similarity_threshold: z.number().nullable(),
    model: z.object({
      attempts_max: z.number().int(),
      known_similarity: z.number().optional(),
      threshold: z.number().nullable(),
    }).nullable(),
  }),
  steps: z.array(step),
  conclusion,
}).openapi("Trace");
