import sax from "sax";

/** The parts of the parser that are used: the package brings no types. */
interface SaxParser {
  onopentag: (tag: { readonly name: string }) => void;
  ontext: (text: string) => void;
  onclosetag: (name: string) => void;
  onerror: (error: Error) => void;
  write(text: string): { close(): void };
}

/** The texts of all elements of that name, in their order; throws where `xml` is broken. */
export function xmlTexts(xml: string, element: string): readonly string[] {
  const texts: string[] = [];
  const parser: SaxParser = sax.parser(true, { strictEntities: true });
  let inside = false;
  parser.onopentag = ({ name }) => {
    inside = name === element;
    if (inside) texts.push("");
  };
  parser.ontext = (text) => {
    if (inside) texts.push(`${texts.pop() ?? ""}${text}`);
  };
  parser.onclosetag = () => void (inside = false);
  parser.onerror = (error) => {
    throw error;
  };
  parser.write(xml).close();
  return texts;
}

/** The code of an error as S3 tells it; empty where the answer is nothing of the kind, as one of a proxy is. */
export function errorCodeIn(answer: string): string {
  return /<Error>.*?<Code>(\w{1,64})<\/Code>/s.exec(answer)?.[1] ?? "";
}
