/** An element of a file in XML or SGML, with all that stands in it; names are local ones. */
export interface Element {
  readonly name: string;
  readonly line: number;
  readonly attributes: { readonly [name: string]: string };
  /** Its own text, trimmed. */
  readonly text: string;
  readonly children: readonly Element[];
}

/** The first element at the end of a path of names, `Refs/AcctSvcrRef`. */
export function elementAt(
  from: Element | undefined,
  path: string,
): Element | undefined {
  return path.split("/").reduce<Element | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    from,
  );
}

/** All at the end of a path. */
export function elementsAt(from: Element, path: string): readonly Element[] {
  return path.split("/").reduce<readonly Element[]>(
    (found, name) =>
      found.flatMap((one) =>
        one.children.filter((child) => child.name === name)
      ),
    [from],
  );
}

/** The text at the end of a path; null where there is none. */
export function textAt(from: Element | undefined, path: string): string | null {
  return elementAt(from, path)?.text || null;
}

/** The element as JSON: what repeats is a list, what has only text is text. */
export function elementJson(element: Element): JsonOfElement {
  const { children, text, attributes } = element;
  const named = Object.entries(attributes);
  if (children.length === 0 && named.length === 0) return text;
  const json: { [name: string]: JsonOfElement } = {};
  for (const [name, value] of named) json[`@${name}`] = value;
  if (text !== "") json["#text"] = text;
  for (const child of children) {
    const before = json[child.name];
    const value = elementJson(child);
    json[child.name] = before === undefined
      ? value
      : Array.isArray(before)
      ? [...before, value]
      : [before, value];
  }
  return json;
}

export type JsonOfElement =
  | string
  | JsonOfElement[]
  | { [name: string]: JsonOfElement };
