import type { Element } from "../../src/imports/markup.ts";
import type { MarkupEvent } from "./markup_events.ts";

/** Elements that were asked for, each whole; the end of others; and where reading broke off. */
export type Collected =
  | {
    readonly kind: "element";
    readonly parent: string;
    readonly element: Element;
  }
  | { readonly kind: "end"; readonly name: string }
  | { readonly kind: "broken"; readonly line: number; readonly detail: string };

const DEPTH_MAX = 100;
/** Elements in one that is kept whole, and characters: an entry of thousands of payments fits, and memory has a bound. */
const NODES_MAX = 500_000;
const CHARS_MAX = 32_000_000;

interface Open {
  readonly name: string;
  readonly line: number;
  readonly attributes: Element["attributes"];
  text: string;
  readonly children: Element[];
}

/** Gathers those elements whole that `isWanted` by their name and their parent's; all others are passed over as they come. */
export async function* collectElements(
  events: AsyncIterable<readonly MarkupEvent[]>,
  isWanted: (name: string, parent: string) => boolean,
): AsyncGenerator<readonly Collected[]> {
  const path: string[] = [];
  /** From the wanted one inwards; empty outside. */
  const open: Open[] = [];
  let nodes = 0;
  let chars = 0;
  let line = 1;
  for await (const some of events) {
    const found: Collected[] = [];
    for (const event of some) {
      switch (event.kind) {
        case "open": {
          const { name, attributes } = event;
          line = event.line;
          if (open.length > 0 || isWanted(name, path.at(-1) ?? "")) {
            open.push({ name, line, attributes, text: "", children: [] });
            nodes++;
          }
          path.push(name);
          break;
        }
        case "text": {
          const inner = open.at(-1);
          if (!inner) break;
          inner.text += event.text;
          chars += event.text.length;
          break;
        }
        case "close": {
          path.pop();
          const done = open.pop();
          if (!done) {
            found.push({ kind: "end", name: event.name });
            break;
          }
          const element = { ...done, text: done.text.trim() };
          const outer = open.at(-1);
          if (outer) outer.children.push(element);
          else {
            found.push({ kind: "element", parent: path.at(-1) ?? "", element });
            [nodes, chars] = [0, 0];
          }
          break;
        }
        case "broken":
          yield [...found, event];
          return;
        default:
          event satisfies never;
      }
      if (path.length > DEPTH_MAX || nodes > NODES_MAX || chars > CHARS_MAX) {
        const detail = path.length > DEPTH_MAX
          ? `is nested deeper than ${DEPTH_MAX} elements`
          : "is too large an element";
        yield [...found, { kind: "broken", line, detail }];
        return;
      }
    }
    if (found.length > 0) yield found;
  }
}
