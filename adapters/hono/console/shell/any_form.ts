import { z } from "@hono/zod-openapi";

/** A form with every field as text: what they mean is read later. */
export const anyForm = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
);
