import { Hono } from "hono";
import type { ApiEnv } from "../api_context.ts";
export function docsPage(): Hono<ApiEnv> {
  return new Hono<ApiEnv>();
}
