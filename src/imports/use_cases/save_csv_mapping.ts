import type { Deps } from "../../../ports/deps.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import { actorId, type Scope } from "../../tenancy/scope.ts";
import type { CsvMapping } from "../csv_mapping.ts";
import type { CsvTerms } from "../csv_terms.ts";

/** Saves how a kind of CSV file is read: the first of its name, or the next. */
export async function saveCsvMapping(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  scope: Scope,
  { name, terms }: { readonly name: string; readonly terms: CsvTerms },
): Promise<Result<CsvMapping, AccessDenied>> {
  const allowed = permit(scope, "records.write");
  if (!allowed.ok) return allowed;
  const id = deps.ids.next("cmp");
  const createdAt = deps.clock.now();
  return deps.uow.run(allowed.value, async (tx) => {
    const numbers = (await tx.csvMappings.all())
      .filter((one) => one.name === name).map(({ number }) => number);
    const mapping: CsvMapping = {
      id,
      version: 1,
      name,
      number: Math.max(0, ...numbers) + 1,
      terms,
      createdAt,
      createdBy: actorId(scope),
    };
    await tx.csvMappings.add([mapping]);
    tx.events.append([{
      type: "CSV_MAPPING_SAVED",
      payload: { csv_mapping_id: id, name, number: mapping.number },
    }]);
    return ok(mapping);
  });
}
