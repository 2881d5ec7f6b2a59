/** What banks write where they have no reference. */
const NONE =
  /^(?:nonref|notprovided|not provided|none|n\/?a|unknown|null|0+|-+)$/i;

/** A bank's id of an entry; null where the text says that there is none. */
export function bankIdIn(text: string | null | undefined): string | null {
  const id = (text ?? "").trim();
  return id === "" || NONE.test(id) ? null : id;
}
