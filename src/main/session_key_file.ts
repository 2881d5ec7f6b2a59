import { type Secret, secret } from "./secret.ts";

const KEY = /^[0-9a-f]{64}$/;

/**
 * The key in `path`, which is made when it is not there: 32 random bytes as hexadecimal digits, for its owner's eyes
 * only. Throws, naming the file, when it holds something else or others may read it.
 */
export async function sessionKeyFile(path: string): Promise<Secret> {
  try {
    const { mode } = await Deno.stat(path);
    if (mode !== null && (mode & 0o077) !== 0) {
      throw new Error(`${path} may be read by others; run: chmod 600 ${path}`);
    }
    const key = (await Deno.readTextFile(path)).trim();
    if (KEY.test(key)) return secret(key);
    throw new Error(
      `${path} holds no session key; delete it, and everybody signs in anew`,
    );
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  const key = crypto.getRandomValues(new Uint8Array(32)).toHex();
  // Whole or not at all: a process may be killed at any moment.
  const half = `${path}.half`;
  await Deno.remove(half).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  const file = await Deno.open(half, {
    write: true,
    createNew: true,
    mode: 0o600,
  });
  try {
    await file.write(new TextEncoder().encode(`${key}\n`));
    await file.sync();
  } finally {
    file.close();
  }
  await Deno.rename(half, path);
  return secret(key);
}
