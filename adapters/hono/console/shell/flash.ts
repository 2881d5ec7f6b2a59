import { z } from "zod";
import type { ApiContext } from "../../api_context.ts";
import { cookieIn, dropCookie, keepCookie } from "../../host_cookie.ts";

/** What is said once, on the page after the one that did something. */
export interface Flash {
  readonly kind: "done" | "trouble";
  readonly text: string;
  /** A button that does something about it. */
  readonly next?: FlashNext;
}

/** A form of one button and one field. */
export interface FlashNext {
  readonly label: string;
  /** The single key that presses it. */
  readonly key: string;
  readonly action: `/console${string}`;
  readonly name: string;
  readonly value: string;
}

const NAME = "balance_flash";
/** The way from one page to the next. */
const KEPT_S = 60;
/** A cookie holds 4,096 bytes, and this is written in base 64. */
const TEXT_MAX = 600;

const flashSchema = z.object({
  kind: z.enum(["done", "trouble"]),
  text: z.string(),
  next: z.object({
    label: z.string(),
    key: z.string(),
    action: z.custom<`/console${string}`>((given) =>
      typeof given === "string" &&
      /^\/console\/[a-z/-]+(?:\?[\w=&]{1,200})?$/.test(given)
    ),
    name: z.string(),
    value: z.string(),
  }).optional(),
});

/** The `Set-Cookie` that carries it over. */
export function keepFlash(origin: string, { kind, text, next }: Flash): string {
  const json = JSON.stringify({ kind, text: text.slice(0, TEXT_MAX), next });
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
    if (!read.success) return null;
    const { next, ...flash } = read.data;
    return { ...flash, ...next && { next } };
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
