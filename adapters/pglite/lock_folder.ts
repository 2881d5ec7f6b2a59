/**
 * Makes `folder` and locks it; `close()` lets go, and so does the system when the process ends, however it ends.
 * Throws, naming the folder, while another opener holds it: two on one database would ruin it.
 */
export async function lockFolder(
  folder: string,
): Promise<{ close(): void }> {
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await Deno.open(`${folder}/lock`, { write: true, create: true });
  if (await file.tryLock(true)) return file;
  file.close();
  throw new Error(
    `the data folder ${folder} is open in another process; stop that one or choose another folder`,
  );
}
