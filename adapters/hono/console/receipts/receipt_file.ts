import { isId } from "../../../../src/kernel/ids.ts";
import { attachmentHeader } from "../../../../src/receipts/file_name.ts";
import { receiptFailures } from "../../../../src/receipts/receipt.ts";
import { openReceiptFile } from "../../../../src/receipts/use_cases/open_receipt_file.ts";
import { errorPage } from "../shell/answer_page.tsx";
import type { ConsoleRoute } from "../shell/console_route.ts";

/** `GET /console/receipts/{id}`: the file, for a page to show its picture or for its reader to keep. */
export const receiptFile: ConsoleRoute = {
  method: "get",
  path: "/receipts/{id}",
  action: "receipts.read",
  async respond({ c, deps, scope, frame }) {
    const id = c.req.param("id") ?? "";
    if (!isId("rcp", id)) {
      return errorPage(c, receiptFailures.missing({ receipt_id: id }), frame);
    }
    const opened = await openReceiptFile(deps, scope, id);
    if (!opened.ok) return errorPage(c, opened.failure, frame);
    const { receipt, content } = opened.value;
    const isHead = c.req.method === "HEAD";
    // Nobody reads the body of an answer to HEAD.
    if (isHead) await content.cancel();
    return new Response(isHead ? null : content, {
      headers: {
        "Content-Type": receipt.type,
        "Content-Length": String(receipt.bytes),
        // Pages show pictures all the same; opened by itself a file runs nothing in our name.
        "Content-Disposition": attachmentHeader(receipt.fileName),
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cache-Control": "private, no-store",
      },
    });
  },
};
