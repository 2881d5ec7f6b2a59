import {
  diskFiles,
  removeStaleParts,
} from "../../adapters/disk_files/disk_files.ts";
import { s3Files } from "../../adapters/s3_files/s3_files.ts";
import type { Clock } from "../../ports/clock.ts";
import type { FileStorage } from "../../ports/file_storage.ts";
import type { FilesConfig } from "./files_config.ts";

/** How long a bucket's server may take to begin an answer, a part of a file before it included. */
const S3_TIMEOUT_MS = 60_000;

/** Where files are kept. A folder that this process could never write to is refused before anything is accepted. */
export async function openFiles(
  config: FilesConfig,
  clock: Clock,
): Promise<FileStorage> {
  if (config.kind === "s3") {
    return s3Files({
      ...config,
      secretAccessKey: config.secretAccessKey.reveal(),
      timeoutMs: S3_TIMEOUT_MS,
    }, () => Date.parse(clock.now()));
  }
  const { folder } = config;
  const { state } = await Deno.permissions
    .query({ name: "write", path: folder });
  if (state !== "granted") {
    throw new Error(
      `BALANCE_FILES: this process may not write to ${folder}. ` +
        "`serve` and `work` write to .data/files alone: mount the folder there, or allow it in deno.json (permissions, server)",
    );
  }
  await removeStaleParts(folder, Date.parse(clock.now()));
  return diskFiles(folder);
}
