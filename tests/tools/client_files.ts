import openapiTS, { astToString } from "openapi-typescript";
import ts from "typescript";
import { openApiDocument } from "../../adapters/hono/open_api_document.ts";

/** The folder of the client. */
export const CLIENT = new URL("../../adapters/client/", import.meta.url);

const GENERATED = `// Written by \`deno task client\`; do not edit.
// deno-lint-ignore-file
// deno-fmt-ignore-file
`;

/** What \`deno task client\` writes, by its path in that folder: the types of the document, and for Node the folder's own files as JavaScript with declarations. */
export async function clientFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([["schema.d.ts", await schema()]]);
  for await (const { name, isFile } of Deno.readDir(CLIENT)) {
    if (!isFile || !name.endsWith(".ts") || name.endsWith(".d.ts")) continue;
    const source = await Deno.readTextFile(new URL(name, CLIENT));
    const stem = name.slice(0, -".ts".length);
    files.set(`node/${stem}.js`, emitted("js", name, source));
    files.set(`node/${stem}.d.ts`, emitted("d.ts", name, source));
  }
  return files;
}

/** Problems are thrown as one error, so what each operation may refuse is left out: it is two thirds of the document. */
async function schema(): Promise<string> {
  const document = JSON.parse(JSON.stringify(openApiDocument()));
  for (const path of Object.values<Record<string, Operation>>(document.paths)) {
    for (const { responses } of Object.values(path)) {
      for (const status of Object.keys(responses)) {
        if (!status.startsWith("2")) delete responses[status];
      }
    }
  }
  // What has a default may be left out of a request, and what is sent may be anybody's to change or nobody's.
  const made = await openapiTS(document, {
    defaultNonNullable: false,
    immutable: true,
  });
  return `${GENERATED}${astToString(made)}`;
}

interface Operation {
  readonly responses: Record<string, unknown>;
}

/** TypeScript without its types, or just them: file by file, as the files are written for it. */
function emitted(
  what: "js" | "d.ts",
  fileName: string,
  source: string,
): string {
  const compilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
    isolatedDeclarations: true,
    declaration: true,
  };
  const { outputText, diagnostics = [] } = what === "js"
    ? ts.transpileModule(source, {
      fileName,
      compilerOptions: {
        ...compilerOptions,
        declaration: false,
        isolatedDeclarations: false,
      },
    })
    : ts.transpileDeclaration(source, {
      fileName,
      compilerOptions,
      reportDiagnostics: true,
    });
  if (diagnostics.length > 0) {
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (name) => name,
        getCurrentDirectory: () => "",
        getNewLine: () => "\n",
      }),
    );
  }
  const text = outputText
    .replace(/(["'])\.\/schema\.d\.ts\1/g, '"../schema.d.ts"')
    .replace(/(["'])(\.\/\w+)\.ts\1/g, '"$2.js"');
  // Node's own tools find the types beside it; Deno is told.
  const types = `// @ts-self-types="./${fileName.replace(/\.ts$/, ".d.ts")}"\n`;
  return `${what === "js" ? types : ""}${GENERATED}${text}`;
}
