import type { ReceiptId, ReportId, TenantId } from "../src/kernel/ids.ts";
import type { Instant } from "../src/kernel/instant.ts";
import type { ReportFormat } from "../src/reports/report_demand.ts";

/** A file of one tenant's that whoever has the link may read until then. */
export type FileLink =
  & { readonly tenantId: TenantId; readonly expiresAt: Instant }
  & (
    | { readonly receiptId: ReceiptId }
    | { readonly reportId: ReportId; readonly format: ReportFormat }
  );

/** Makes and reads the links by which the service itself hands files out. */
export interface FileLinks {
  /** The link as text that an address may hold. */
  sign(link: FileLink): Promise<string>;
  /** What `text` says; null unless we signed just this text, and now is its time. */
  verify(text: string): Promise<FileLink | null>;
}
