import {
  type Document,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLMap,
} from "yaml";
import type { Json } from "../../src/kernel/json.ts";
import { ALIASES_MAX, wrongAliases } from "./yaml_aliases.ts";

/** A wrong place in YAML text; both count from 1. */
export type YamlError = {
  readonly line: number;
  readonly column: number;
  readonly detail: string;
};

/** More than anyone reads. */
const ERRORS_MAX = 50;

/** Reads one document of YAML 1.2 (core schema): no tags but those of JSON's types, few aliases, no name twice. */
export function readYaml(
  text: string,
): { readonly value: Json } | { readonly errors: readonly YamlError[] } {
  const lines = new LineCounter();
  const errors: YamlError[] = [];
  const wrong = (offset: number, detail: string) => {
    const { line, col } = lines.linePos(offset);
    if (errors.length < ERRORS_MAX) errors.push({ line, column: col, detail });
  };
  const document = parseDocument(text, {
    schema: "core",
    resolveKnownTags: false,
    merge: false,
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
    // It looks for each name among all others, and so takes hours where there are many; done below.
    uniqueKeys: false,
  });
  for (const { code, message, pos } of document.errors) {
    wrong(
      pos[0],
      code === "RESOURCE_EXHAUSTION" ? "is nested too deep" : message,
    );
  }
  for (const { message, pos } of document.warnings) wrong(pos[0], message);
  if (errors.length === 0) check(document, wrong);
  return errors.length > 0
    ? { errors }
    : { value: document.toJS({ maxAliasCount: ALIASES_MAX }) };
}

type Wrong = (offset: number, detail: string) => void;

function check(document: Document, wrong: Wrong): void {
  visit(document, { Map: (_, map) => checkNames(map, wrong) });
  for (const { offset, detail } of wrongAliases(document)) {
    wrong(offset, detail);
  }
}

function checkNames(map: YAMLMap, wrong: Wrong): void {
  const seen = new Set<string>();
  for (const { key } of map.items) {
    // Whatever is no text was refused as a name before.
    if (!isScalar(key)) continue;
    const name = String(key.value);
    if (seen.has(name)) {
      wrong(key.range?.[0] ?? 0, `has the name ${name} a second time`);
    }
    seen.add(name);
  }
}
