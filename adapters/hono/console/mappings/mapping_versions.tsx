import type { Mapping } from "../../../../src/integrations/mapping.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment } from "../parts/figures.tsx";
import { makerText } from "../parts/maker_text.ts";
import { mappingPath } from "./mapping_path.ts";

/** The mappings that were in force before, latest first. */
export function MappingVersions(
  { mappings, names, mayWrite }: {
    readonly mappings: readonly Mapping[];
    /** Of members, by id. */
    readonly names: ReadonlyMap<string, string>;
    readonly mayWrite: boolean;
  },
) {
  return (
    <DataTable<Mapping>
      caption="In force before, latest first"
      columns={[
        {
          label: "Mapping",
          isTitle: true,
          cell: ({ number }) => `Number ${number}`,
        },
        {
          label: "Made",
          cell: ({ createdAt, createdBy }) => (
            <>
              <Moment at={createdAt} />
              <p class="said">by {makerText(createdBy, names)}</p>
            </>
          ),
        },
        {
          label: "Expression",
          cell: ({ number, expression }) => (
            <details>
              <summary>Show</summary>
              <pre
                class="wraps"
                tabindex={0}
                role="region"
                aria-label={`Expression of number ${number}`}
              >{expression}</pre>
            </details>
          ),
        },
        ...mayWrite
          ? [{
            label: "Use",
            cell: ({ connectionId, number }: Mapping) => (
              <a href={`${mappingPath(connectionId)}?from=${number}#form`}>
                Begin with it<span class="unseen">{`, number ${number}`}</span>
              </a>
            ),
          }]
          : [],
      ]}
      rows={mappings.toSorted((a, b) => b.number - a.number)}
    />
  );
}
