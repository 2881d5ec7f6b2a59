import type { Hono } from "hono";
import type { ApiEnv } from "./api_context.ts";
import { docsPage } from "./docs_page/docs_page.tsx";
import { openApiDocument } from "./open_api_document.ts";

/** What there is to read of the API. */
export interface ApiReference {
  /** The OpenAPI document as JSON. */
  readonly document: string;
  /** The same for people, and its style. */
  readonly docs: Hono<ApiEnv>;
}

let made: ApiReference | undefined;

/** Of the routes alone, so the same in every service of a process, and made once: it takes some 200 ms. */
export function apiReference(): ApiReference {
  return made ??= make();
}

function make(): ApiReference {
  const document = JSON.stringify(openApiDocument());
  return { document, docs: docsPage(JSON.parse(document)) };
}
