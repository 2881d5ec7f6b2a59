import type { Hono } from "hono";
import type { Deps } from "../../ports/deps.ts";
import type { FileLink } from "../../ports/file_links.ts";
import { attachmentHeader } from "../../src/receipts/file_name.ts";
import { receiptFailures } from "../../src/receipts/receipt.ts";
import { openReceiptFile } from "../../src/receipts/use_cases/open_receipt_file.ts";
import { openReportFile } from "../../src/reports/use_cases/open_report_file.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import type { ApiContext, ApiEnv } from "./api_context.ts";
import { refuse } from "./refuse.ts";

/** Where the service itself hands files out. */
export const FILES_PATH = "/files";

/** `GET /files/{token}`: what a link of ours names, while it lasts and the file is there; anything else is one 404. */
export function mountReceiptFiles(app: Hono<ApiEnv>, deps: Deps): void {
  app.get(`${FILES_PATH}/:token`, async (c: ApiContext) => {
    const link = await deps.fileLinks?.verify(c.req.param("token") ?? "");
    if (!link) return refuse(c, receiptFailures.link_gone());
    const file = await openLinked(deps, link);
    if (file === null) return refuse(c, receiptFailures.link_gone());
    const { content } = file;
    // Nobody reads the body of an answer to HEAD.
    if (c.req.method === "HEAD") await content.cancel();
    return new Response(c.req.method === "HEAD" ? null : content, {
      headers: {
        "Content-Type": file.contentType,
        "Content-Length": String(file.bytes),
        "Content-Disposition": attachmentHeader(file.fileName),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  });
}

/** What a link leads to; null where that is gone. */
async function openLinked(deps: Deps, link: FileLink) {
  const scope = openTaskScope(link.tenantId, "file_link");
  if ("reportId" in link) {
    const { reportId, format } = link;
    const opened = await openReportFile(deps, scope, reportId, format);
    return opened.ok ? opened.value : null;
  }
  const opened = await openReceiptFile(deps, scope, link.receiptId);
  if (!opened.ok) return null;
  const { receipt, content } = opened.value;
  const { type: contentType, fileName, bytes } = receipt;
  return { content, contentType, fileName, bytes };
}
