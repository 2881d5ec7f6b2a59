import type { FileStorage } from "../../../ports/file_storage.ts";
import type { TenantId } from "../../kernel/ids.ts";
import { type ReportFile, reportFileKey } from "../report.ts";

/** Whether the storage still has a file that a report tells of: somebody may have removed it there. */
export async function isFileThere(
  files: Pick<FileStorage, "read">,
  tenantId: TenantId,
  { id }: ReportFile,
): Promise<boolean> {
  const content = await files.read(reportFileKey(tenantId, id));
  await content?.cancel();
  return content !== null;
}
