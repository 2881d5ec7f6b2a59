import type { Test } from "./compile_leaf.ts";
import type { Needs, TextNeed } from "./needs.ts";

/** Tells whether a record has the texts that are needed; whatever else is needed is taken to be there. */
export function compileTextNeeds(needs: Needs): Test {
  switch (needs.kind) {
    case "all": {
      const tests = needs.of.map(compileTextNeeds);
      return (view) => tests.every((test) => test(view));
    }
    case "any": {
      const tests = needs.of.map(compileTextNeeds);
      return (view) => tests.some((test) => test(view));
    }
    case "text": {
      const { field, oneOf } = needs;
      const stands = STANDS[needs.how];
      return (view) => {
        const text = view.text(field);
        return text !== null &&
          oneOf.some((part) => stands(text.folded, part));
      };
    }
    default:
      return () => true;
  }
}

const STANDS: Readonly<
  Record<TextNeed["how"], (text: string, part: string) => boolean>
> = {
  equals: (text, part) => text === part,
  contains: (text, part) => text.includes(part),
  starts_with: (text, part) => text.startsWith(part),
  ends_with: (text, part) => text.endsWith(part),
};
