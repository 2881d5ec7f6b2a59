import { Hono } from "hono";
import type { ApiEnv } from "../api_context.ts";
import type { ApiDocument } from "./document_types.ts";
import { Reference } from "./reference.tsx";
import { STYLE } from "./style.ts";

/** No script at all, and nothing from elsewhere. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The readable reference, drawn from the API's own document. */
export function docsPage(document: ApiDocument): Hono<ApiEnv> {
  const page = `<!doctype html>${<Reference document={document} />}`;
  const docs = new Hono<ApiEnv>();
  docs.get("/", (c) =>
    c.body(page, 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
    }));
  docs.get("/style.css", (c) =>
    c.body(STYLE, 200, {
      "Content-Type": "text/css; charset=utf-8",
    }));
  return docs;
}
