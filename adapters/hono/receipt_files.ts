import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import { attachmentHeader } from "../../src/receipts/file_name.ts";
import { receiptFailures } from "../../src/receipts/receipt.ts";
import { openReceiptFile } from "../../src/receipts/use_cases/open_receipt_file.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { refuse } from "./refuse.ts";

/** Where the service itself hands files out. */
export const FILES_PATH = "/files";

/** `GET /files/{token}`: what a link of ours names, while it lasts and the receipt is there; anything else is one 404. */
export function mountReceiptFiles(app: Hono<ApiEnv>, deps: Deps): void {
  app.get(`${FILES_PATH}/:token`, async (c: ApiContext) => {
    const link = await deps.fileLinks?.verify(c.req.param("token") ?? "");
    if (!link) return refuse(c, receiptFailures.link_gone());
    const scope = openTaskScope(link.tenantId, "file_link");
    const opened = await openReceiptFile(deps, scope, link.receiptId);
    if (!opened.ok) return refuse(c, receiptFailures.link_gone());
    const { receipt, content } = opened.value;
    // Nobody reads the body of an answer to HEAD.
    if (c.req.method === "HEAD") await content.cancel();
    return new Response(c.req.method === "HEAD" ? null : content, {
      headers: {
        "Content-Type": receipt.type,
        "Content-Length": String(receipt.bytes),
        "Content-Disposition": attachmentHeader(receipt.fileName),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  });
}
