import { z } from "zod";
import type { ApiContext } from "../../api_context.ts";
import { cookieIn, dropCookie, keepCookie } from "../../host_cookie.ts";

/** What is said once, on the page after the one that did something. */
export interface Flash {
  readonly kind: "done" | "trouble";
  readonly text: string;
}

const NAME = "balance_flash";
/** The way from one page to the next. */
const KEPT_S = 60;
/** A cookie holds 4,096 bytes, and this is written in base 64. */
const TEXT_MAX = 600;

const flashSchema = z.object({
  kind: z.enum(["done", "trouble"]),
  text: z.string(),
});

/** The `Set-Cookie` that carries it over. */
export function keepFlash(origin: string, { kind, text }: Flash): string {
  const json = JSON.stringify({ kind, text: text.slice(0, TEXT_MAX) });
  const value = new TextEncoder().encode(json).toBase64({
    alphabet: "base64url",
    omitPadding: true,
  });
  return keepCookie(origin, NAME, value, KEPT_S);
}

/** What the page before left to be said; null where it left nothing that is read here. */
export function flashIn(c: ApiContext): Flash | null {
  const value = cookieIn(c, NAME);
  if (value === undefined || !/^[\w-]+$/.test(value)) return null;
  try {
    const bytes = Uint8Array.fromBase64(value, { alphabet: "base64url" });
    const read = flashSchema.safeParse(
      JSON.parse(new TextDecoder().decode(bytes)),
    );
    return read.success ? read.data : null;
  } catch (error) {
    // A cookie that was cut or made by somebody else says nothing.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The `Set-Cookie` after it was said. */
export function dropFlash(origin: string): string {
  return dropCookie(origin, NAME);
}
