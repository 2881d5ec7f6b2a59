/** Who made something: a member by name, who may have left, or a key. */
export function makerText(
  id: string,
  names: ReadonlyMap<string, string>,
): string {
  return names.get(id) ??
    (id.startsWith("key_") ? "an API key" : "somebody who left");
}
