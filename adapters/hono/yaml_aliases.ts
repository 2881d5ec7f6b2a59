import { type Alias, type Document, type Node, visit } from "yaml";

/** Aliases of one document. */
export const ALIASES_MAX = 100;
/** Characters that all aliases of a document stand for. */
const ALIASED_LENGTH_MAX = 1_000_000;

/** Why the aliases of a document are not followed: too many, to nothing, to what they stand in, or too much in all. */
export function wrongAliases(
  document: Document,
): readonly { readonly offset: number; readonly detail: string }[] {
  const aliases: Alias[] = [];
  visit(document, { Alias: (_, alias) => void aliases.push(alias) });
  const extra = aliases[ALIASES_MAX];
  if (extra !== undefined) {
    const detail = `is one alias more than the ${ALIASES_MAX} allowed`;
    return [{ offset: startOf(extra), detail }];
  }
  /** What each alias stands for when followed to the end. An anchor stands before its aliases. */
  const lengths = new Map<Alias, number>();
  let total = 0;
  for (const alias of aliases) {
    const offset = startOf(alias);
    const anchored = alias.resolve(document);
    if (!anchored?.range) {
      return [{ offset, detail: "has no anchor before it" }];
    }
    const [start, end] = anchored.range;
    if (start <= offset && offset < end) {
      return [{ offset, detail: "stands in what it is an alias of" }];
    }
    let length = end - start;
    for (const [inner, itsLength] of lengths) {
      const at = startOf(inner);
      if (start <= at && at < end) length += itsLength;
    }
    lengths.set(alias, length);
    total += length;
    if (total > ALIASED_LENGTH_MAX) {
      return [{ offset, detail: "makes the aliases stand for too much text" }];
    }
  }
  return [];
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
