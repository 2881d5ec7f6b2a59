import sax from "sax";
import { wrongText } from "../../src/imports/fit_text.ts";
import type { MarkupEvent } from "./markup_events.ts";

/** The part of the parser that is used: the package brings no types. */
interface SaxParser {
  readonly line: number;
  onopentag: (
    tag: {
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    },
  ) => void;
  onclosetag: (name: string) => void;
  ontext: (text: string) => void;
  oncdata: (text: string) => void;
  ondoctype: () => void;
  onerror: (error: Error) => void;
  write(text: string): void;
  close(): void;
}

/**
 * Reads XML as it comes. It opens no entities but the five of XML itself, and a file that declares a document type, as
 * no statement of a bank does, is broken: nothing can be made to grow, or to be fetched.
 */
export async function* xmlEvents(
  chunks: AsyncIterable<string>,
): AsyncGenerator<readonly MarkupEvent[]> {
  let events: MarkupEvent[] = [];
  let isBroken = false;
  const parser: SaxParser = sax.parser(true, {
    position: true,
    strictEntities: true,
  });
  const line = () => parser.line + 1;
  const add = (event: MarkupEvent) => {
    if (!isBroken) events.push(event);
  };
  const breakOff = (detail: string) => {
    add({ kind: "broken", line: line(), detail });
    isBroken = true;
  };
  parser.onopentag = ({ name, attributes }) =>
    add({
      kind: "open",
      name: local(name),
      line: line(),
      attributes: Object.fromEntries(
        Object.entries(attributes)
          .filter(([name]) => !name.startsWith("xmlns"))
          .map(([name, value]) => [local(name), value]),
      ),
    });
  parser.onclosetag = (name) => add({ kind: "close", name: local(name) });
  parser.ontext = (text) => {
    const wrong = wrongText(text);
    if (wrong !== null) breakOff(wrong);
    add({ kind: "text", text });
  };
  parser.oncdata = parser.ontext;
  parser.ondoctype = () => breakOff("declares a document type");
  parser.onerror = ({ message }) =>
    breakOff(
      `is not well-formed XML: ${message.split("\n")[0]!.toLowerCase()}`,
    );

  for await (const chunk of chunks) {
    parser.write(chunk);
    if (events.length > 0) yield events;
    if (isBroken) return;
    events = [];
  }
  parser.close();
  if (events.length > 0) yield events;
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
