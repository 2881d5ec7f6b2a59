import type { MarkupEvent } from "./markup_events.ts";

/** Characters between two tags at most. */
const TEXT_MAX = 256 * 1024;

/**
 * Reads the SGML of OFX 1.x: the end tag of an element that holds text may be missing, and is added here. What is named
 * after `<` and is no tag, as in `A < B`, is text.
 */
export async function* sgmlEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly MarkupEvent[]> {
  const open: string[] = [];
  let held = "";
  let line = 1;

  /** What is in the text up to its last tag; the rest waits for more. */
  function take(text: string, isEnd: boolean): MarkupEvent[] {
    const events: MarkupEvent[] = [];
    let at = 0;
    let textFrom = 0;
    for (;;) {
      const begin = text.indexOf("<", at);
      if (begin < 0) break;
      TAG.lastIndex = begin;
      const tag = TAG.exec(text);
      if (!tag) {
        // Half of a tag, unless what follows shows that it is none.
        if (text.length - begin < TAG_MAX && !isEnd) break;
        at = begin + 1;
        continue;
      }
      addText(text.slice(textFrom, begin), events);
      at = textFrom = begin + tag[0].length;
      if (tag.groups?.["cdata"] !== undefined) {
        addText(tag.groups["cdata"], events, true);
        continue;
      }
      const name = tag.groups!["name"]!.toUpperCase();
      if (tag.groups!["end"] === "/") closeTo(name, events);
      else {
        closeLeaf(events);
        open.push(name);
        events.push({ kind: "open", name, line, attributes: {} });
      }
    }
    if (isEnd) addText(text.slice(textFrom), events);
    held = isEnd ? "" : text.slice(textFrom);
    return events;
  }

  /** The element that text was given to last: the next tag ends it. */
  let leaf: string | null = null;

  function addText(raw: string, events: MarkupEvent[], isPlain = false): void {
    line += raw.split("\n").length - 1;
    const text = isPlain ? raw : unescaped(raw);
    if (text.trim() === "" || open.length === 0) return;
    leaf = open.at(-1)!;
    events.push({ kind: "text", text });
  }

  function closeLeaf(events: MarkupEvent[]): void {
    if (leaf === null) return;
    leaf = null;
    events.push({ kind: "close", name: open.pop()! });
  }

  function closeTo(name: string, events: MarkupEvent[]): void {
    leaf = null;
    // An end tag of nothing that is open means nothing.
    if (!open.includes(name)) return;
    for (;;) {
      const closed = open.pop()!;
      events.push({ kind: "close", name: closed });
      if (closed === name) return;
    }
  }

  for await (const chunk of chunks) {
    const events = take(held + chunk, false);
    if (held.length > TEXT_MAX) {
      const detail = `has more than ${TEXT_MAX} characters without a tag`;
      yield [...events, { kind: "broken", line, detail }];
      return;
    }
    if (events.length > 0) yield events;
  }
  const events = take(held, true);
  closeLeaf(events);
  if (open.length > 0) {
    events.push({
      kind: "broken",
      line,
      detail: `ends before ${open.at(-1)} does`,
    });
  }
  yield events;
}

const TAG_MAX = 64 * 1024;
const TAG =
  /<(?:!\[CDATA\[(?<cdata>[^]*?)\]\]>|(?<end>\/?)(?<name>[A-Za-z][A-Za-z0-9._]{0,63})\s*>)/y;

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&amp;": "&",
  "&nbsp;": " ",
  "&quot;": '"',
  "&apos;": "'",
};

function unescaped(text: string): string {
  return text.includes("&")
    ? text.replace(/&(?:lt|gt|amp|nbsp|quot|apos);/g, (one) => ENTITIES[one]!)
    : text;
}
