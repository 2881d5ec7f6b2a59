import { z } from "@hono/zod-openapi";
import type { Quality } from "../../../src/processing/use_cases/read_quality.ts";
import { told } from "../json_schema.ts";
import type { Told } from "../route.ts";

const source = z.enum(["rule", "similarity", "model"]);

const estimate = z.object({
  share: z.number(),
  low: z.number(),
  high: z.number(),
  n: z.number().int().openapi({ description: "How many were looked at" }),
}).openapi("Estimate", {
  description: "A share, with the interval that holds the true one at 95 %",
});

const share = z.number().nullable();

/** How well records were decided, as the API shows it. */
export const qualitySchema = z.object({
  from: told,
  to: told,
  target_precision: z.number(),
  processed: z.number().int().openapi({
    description:
      "Decisions; a record that was processed again was decided again",
  }),
  settled: z.number().int(),
  coverage: share.openapi({ description: "`settled` of `processed`" }),
  precision: estimate.nullable().openapi({
    description:
      "The part of what was settled that is right, by the audits; null where nothing was audited",
  }),
  steps: z.array(z.object({
    source,
    settled: z.number().int(),
    adds: share.openapi({
      description: "The part of all that this step settled, and none before it",
    }),
    precision: estimate.nullable(),
    audited: z.number().int(),
    wrong: z.number().int(),
    found_wrong: z.number().int().openapi({
      description: "Wrong ones that people came across besides the audits",
    }),
    cost: z.object({ tokens: z.number().int(), micros: z.number().int() })
      .nullable().openapi({
        description:
          "What the model was paid, in tokens and millionths of a US dollar, whether or not it settled the record; null for steps that pay nobody",
      }),
  })),
  calibration: z.array(z.object({
    source,
    error: z.number().openapi({
      description: "How far scores and shares lie apart, over all bins",
    }),
    bins: z.array(z.object({
      from: z.number(),
      to: z.number(),
      mean_score: z.number(),
      right: estimate,
    })),
  })),
  categories: z.array(z.object({
    category_id: z.string(),
    name: z.string().nullable(),
    proposed: z.number().int(),
    right: z.number().int(),
    wrong: z.number().int(),
    decided: z.number().int(),
    precision: share,
    recall: share,
    confusions: z.array(z.object({
      category_id: z.string().nullable().openapi({
        description: "Null: the record was rejected",
      }),
      n: z.number().int(),
    })),
  })),
  targets: z.array(z.object({
    target: z.number(),
    threshold: z.number().nullable(),
    share: share.openapi({
      description: "The part of the judged proposals that would be settled",
    }),
  })),
  candidates: z.object({
    reviewed: z.number().int(),
    hits: z.number().int(),
    share,
  }).openapi({
    description: "How often the category decided was among those offered",
  }),
  trust: z.array(z.object({
    source,
    dropped_at: told,
    distrusted_before: told.nullable().openapi({
      description: "Evidence from before does not count; null: all does again",
    }),
  })),
}).openapi("Quality");

export function qualityJson(
  quality: Quality,
): Told<z.input<typeof qualitySchema>> {
  const { span, processed, settled, coverage, candidates } = quality;
  const { reviewed, hits } = candidates;
  return {
    ...span,
    target_precision: quality.targetPrecision,
    processed,
    settled,
    coverage,
    precision: quality.precision,
    steps: quality.steps.map(({ foundWrong, ...step }) => ({
      ...step,
      found_wrong: foundWrong,
    })),
    calibration: quality.calibration.map(({ bins, ...curve }) => ({
      ...curve,
      bins: bins.map(({ meanScore, ...bin }) => ({
        ...bin,
        mean_score: meanScore,
      })),
    })),
    categories: quality.categories.map((
      { categoryId, confusions, ...category },
    ) => ({
      category_id: categoryId,
      name: quality.categoryNames.get(categoryId) ?? null,
      ...category,
      confusions: confusions.map(({ categoryId, n }) => ({
        category_id: categoryId,
        n,
      })),
    })),
    targets: quality.targets,
    candidates: {
      reviewed,
      hits,
      share: reviewed === 0 ? null : hits / reviewed,
    },
    trust: quality.trust.map(({ source, droppedAt, distrustedBefore }) => ({
      source,
      dropped_at: droppedAt,
      distrusted_before: distrustedBefore,
    })),
  };
}
