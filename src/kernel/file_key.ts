import type { Id, TenantId } from "./ids.ts";

/** What a tenant's files are for. */
export const FILE_FOLDERS = [
  "receipts",
  "uploads",
  "imports",
  "reports",
] as const;
export type FileFolder = typeof FILE_FOLDERS[number];

/** Where a file is kept. Each begins with its tenant, so that none can name another's. */
export type FileKey = `${TenantId}/${FileFolder}/${Id<string>}`;

/** All files of a tenant, or those in one of its folders. */
export type FilePrefix = `${TenantId}/` | `${TenantId}/${FileFolder}/`;

const FILE_KEY =
  /^ten_[0-9a-z]+\/(receipts|uploads|imports|reports)\/[a-z]+_[0-9a-z]+$/;

/** The key of what `id` names; throws where a part could lead elsewhere, which only a bug can bring about. */
export function fileKey(
  tenantId: TenantId,
  folder: FileFolder,
  id: Id<string>,
): FileKey {
  const key: FileKey = `${tenantId}/${folder}/${id}`;
  if (!isFileKey(key)) throw new Error("a file's key is made of ids alone");
  return key;
}

/** Whether `text` has the form of a key: two slashes, and nothing that a file system or a server reads otherwise. */
export function isFileKey(text: string): text is FileKey {
  return FILE_KEY.test(text);
}

/** The id that a file's key ends with: of what it belongs to. */
export function idInFileKey(key: FileKey): Id<string> {
  return key.slice(key.lastIndexOf("/") + 1) as Id<string>;
}
