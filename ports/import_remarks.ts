import type { ImportRemark } from "../src/imports/file_import.ts";
import type { ImportId } from "../src/kernel/ids.ts";
import type { Page, PageRequest } from "../src/kernel/page.ts";

/** What was said of the rows of files. */
export interface ImportRemarks {
  add(id: ImportId, remarks: readonly ImportRemark[]): Promise<void>;
  /** Those of one import by place; the cursor is the last place shown. */
  list(id: ImportId, page: PageRequest): Promise<Page<ImportRemark>>;
}
