import { z } from "@hono/zod-openapi";
import { verifyEvents } from "../../../src/events/use_cases/verify_events.ts";
import { ok } from "../../../src/kernel/result.ts";
import { type Route, route } from "../route.ts";
import { checkpoint, checkpoints, exported } from "./export_events.ts";
import { readEvents } from "./read_events.ts";

const tag = "events";

const verify = route({
  method: "get",
  path: "/events/verify",
  expensive: true,
  tag,
  summary: "Check the log's chain",
  description: "Reads the whole log and checks every number and every hash.",
  action: "events.read",
  answer: {
    status: 200,
    description: "Whether it is whole; else the first wrong event and why",
    schema: z.union([
      z.object({
        ok: z.literal(true),
        seq: z.number().int(),
        hash: z.string(),
      }),
      z.object({
        ok: z.literal(false),
        seq: z.number().int(),
        why: z.string(),
      }),
    ]),
  },
  async handle({ deps, scope }) {
    const verified = await verifyEvents(deps, scope);
    if (!verified.ok) return verified;
    const { value } = verified;
    return ok({
      body: value.ok ? { ok: true as const, ...value.head } : value,
    });
  },
});

export const eventRoutes: readonly Route[] = [
  readEvents,
  verify,
  checkpoint,
  checkpoints,
  exported,
];
