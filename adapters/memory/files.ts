import type { FileStorage } from "../../ports/file_storage.ts";
import { fileFailures } from "../../src/kernel/file_failures.ts";
import type { FileKey } from "../../src/kernel/file_key.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { measured, TooLarge } from "../file_content/measured.ts";

/** Files that last as long as the process, for tests. */
export function memoryFiles(): FileStorage {
  const files = new Map<FileKey, Blob>();
  return {
    async put(key, content, { bytesMax }) {
      const { chunks, kept } = measured(content, bytesMax);
      const parts: Uint8Array<ArrayBuffer>[] = [];
      try {
        for await (const chunk of chunks) parts.push(Uint8Array.from(chunk));
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        return fail(fileFailures.too_large({ bytes_max: bytesMax }));
      }
      files.set(key, new Blob(parts));
      return ok(kept());
    },
    read: async (key, from = 0) => files.get(key)?.slice(from).stream() ?? null,
    async remove(keys) {
      for (const key of keys) files.delete(key);
    },
    list: async (prefix, limit, after) =>
      [...files.keys()]
        .filter((key) => key.startsWith(prefix) && key > (after ?? ""))
        .sort().slice(0, limit),
    downloadLink: async () => null,
    uploadLink: async () => null,
  };
}
