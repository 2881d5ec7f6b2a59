import type { Deps } from "../../../ports/deps.ts";
import type { Embedder } from "../../../ports/embedder.ts";
import type { TextToEmbed } from "../../../ports/examples.ts";
import { ok } from "../../kernel/result.ts";
import type { Permit } from "../../tenancy/access.ts";

/** How many vectors of texts that no example has are kept for each tenant, the latest ones. */
export const QUERIES_KEPT = 20_000;

/**
 * The vectors of texts to look for, in their order. A costly embedder is asked for those alone that have no vector yet,
 * and these are kept, unless nothing may be written, so that it is not asked for them again: not when they come again,
 * and not when they are approved.
 */
export async function embedTexts(
  deps: Pick<Deps, "uow">,
  permit: Permit,
  embedder: Embedder,
  texts: readonly TextToEmbed[],
  { keep }: { readonly keep: boolean },
): Promise<readonly Float32Array[]> {
  if (!embedder.costly) return await embedder.embed(texts.map(textOf));
  const { value: kept } = await deps.uow.run(
    permit,
    async (tx) =>
      ok(
        await tx.textVectors.of(
          embedder.id,
          texts.map(({ textKey }) => textKey),
        ),
      ),
  );
  const asked = texts.filter(({ textKey }) => !kept.has(textKey));
  if (asked.length === 0) return texts.map((text) => kept.get(text.textKey)!);
  const vectors = await embedder.embed(asked.map(textOf));
  const keys = asked.map(({ textKey }) => textKey);
  if (keep) {
    await deps.uow.run(permit, async (tx) => {
      await tx.examples.keepVectors(embedder.id, keys, vectors);
      await tx.textVectors.dropOldQueries(embedder.id, QUERIES_KEPT);
      return ok(null);
    });
  }
  const all = new Map([
    ...kept,
    ...keys.map((key, i) => [key, vectors[i]!] as const),
  ]);
  return texts.map(({ textKey }) => all.get(textKey)!);
}

function textOf({ text }: TextToEmbed): string {
  return text;
}
