import {
  diskFiles,
  removeStaleParts,
} from "../../adapters/disk_files/disk_files.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FileStorage } from "../../ports/file_storage.ts";
import type { FilesConfig } from "./files_config.ts";

/** Where files are kept. */
export async function openFiles(
  { folder }: FilesConfig,
  clock: Clock,
): Promise<FileStorage> {
  await removeStaleParts(folder, Date.parse(clock.now()));
  return diskFiles(folder);
}
