import type { FileStorage } from "../../ports/file_storage.ts";
import { fileFailures } from "../../src/kernel/file_failures.ts";
import {
  FILE_FOLDERS,
  type FileKey,
  isFileKey,
} from "../../src/kernel/file_key.ts";
import { fail, ok } from "../../src/kernel/result.ts";
import { measured, TooLarge } from "../file_content/measured.ts";
import { keepWhole, removeFile } from "./keep_whole.ts";

/** Where files grow until they are whole. */
const PARTS = ".parts";
/** Nobody is still writing what nobody has touched for so long. */
const STALE_MS = 86_400_000;

/** Files in `root`, a folder for each tenant and purpose; several processes may share it. `root` is made when it is first needed. */
export function diskFiles(root: string): FileStorage {
  return {
    async put(key, content, { bytesMax }) {
      const path = placeOf(root, key);
      const { chunks, kept } = measured(content, bytesMax);
      await Deno.mkdir(`${root}/${PARTS}`, { recursive: true, mode: 0o700 });
      try {
        await keepWhole(
          path,
          `${root}/${PARTS}/${crypto.randomUUID()}`,
          chunks,
        );
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        return fail(fileFailures.too_large({ bytes_max: bytesMax }));
      }
      return ok(kept());
    },
    async read(key, from = 0) {
      const { folder, name } = placeOf(root, key);
      try {
        const file = await Deno.open(`${folder}/${name}`);
        await file.seek(from, Deno.SeekMode.Start);
        return file.readable;
      } catch (error) {
        if (error instanceof Deno.errors.NotFound) return null;
        throw error;
      }
    },
    async remove(keys) {
      for (const key of keys) {
        const { folder, name } = placeOf(root, key);
        await removeFile(`${folder}/${name}`);
      }
    },
    async list(prefix, limit, after) {
      const [tenant = "", only = ""] = prefix.split("/");
      const keys: FileKey[] = [];
      for (const folder of FILE_FOLDERS.filter((one) => one.startsWith(only))) {
        for (const name of await namesIn(`${root}/${tenant}/${folder}`)) {
          const key = `${tenant}/${folder}/${name}`;
          if (isFileKey(key) && key > (after ?? "")) keys.push(key);
        }
      }
      return keys.sort().slice(0, limit);
    },
    downloadLink: async () => null,
    uploadLink: async () => null,
  };
}

/** Removes what processes that ended in the middle of a file have left in `root`. */
export async function removeStaleParts(
  root: string,
  nowMs: number,
): Promise<void> {
  const folder = `${root}/${PARTS}`;
  for (const name of await namesIn(folder)) {
    const path = `${folder}/${name}`;
    const modified = await Deno.stat(path).then(({ mtime }) => mtime, gone);
    if (modified && nowMs - modified.getTime() > STALE_MS) {
      await removeFile(path);
    }
  }
}

/** The types let nothing else in; a folder that may hold a company's papers asks twice. */
function placeOf(root: string, key: FileKey) {
  if (!isFileKey(key)) throw new Error("this is no key of a file");
  const slash = key.lastIndexOf("/");
  return {
    folder: `${root}/${key.slice(0, slash)}`,
    name: key.slice(slash + 1),
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) =>
      name
    );
  } catch (error) {
    return gone(error) ?? [];
  }
}

/** Null for what is not there; anything else is thrown on. */
function gone(error: unknown): null {
  if (error instanceof Deno.errors.NotFound) return null;
  throw error;
}
