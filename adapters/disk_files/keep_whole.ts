/** Writes `chunks` to `part` and moves that to `path`: whatever happens, `path` holds all of them or what it held before. */
export async function keepWhole(
  path: { readonly folder: string; readonly name: string },
  part: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<void> {
  try {
    const file = await Deno.open(part, {
      write: true,
      createNew: true,
      mode: 0o600,
    });
    try {
      for await (const chunk of chunks) {
        for (let at = 0; at < chunk.length;) {
          at += await file.write(chunk.subarray(at));
        }
      }
      await file.sync();
    } finally {
      file.close();
    }
    await Deno.mkdir(path.folder, { recursive: true, mode: 0o700 });
    await Deno.rename(part, `${path.folder}/${path.name}`);
  } catch (error) {
    await removeFile(part);
    throw error;
  }
  await syncFolder(path.folder);
}

/** Removes a file that may be gone already. */
export async function removeFile(path: string): Promise<void> {
  try {
    await Deno.remove(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

/** A name is as safe from a power cut as its folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await Deno.open(path, { read: true });
  try {
    await folder.sync();
  } finally {
    folder.close();
  }
}
