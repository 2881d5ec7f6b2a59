import type { Deps } from "../../ports/deps.ts";
import { receiveImport } from "../../src/imports/use_cases/receive_import.ts";
import type { ImportId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import type { Scope } from "../../src/tenancy/scope.ts";
import { bytesOf, inPieces } from "./read_file.ts";
import { value } from "./trial.ts";

/** Sends a file of pounds to be imported, in pieces. */
export async function sendFile(
  deps: Deps,
  scope: Scope,
  file: string,
): Promise<ImportId> {
  const received = value(
    await receiveImport(deps, scope, {
      content: ReadableStream.from(inPieces(bytesOf(file), 50)),
      asked: { format: null, currency: "GBP" },
      fileName: null,
      connectionId: null,
      mappingId: null,
    }, () => Promise.resolve(ok(scope))),
  );
  return received.id;
}
