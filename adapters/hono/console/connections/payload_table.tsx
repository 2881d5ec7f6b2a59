import type { Payload } from "../../../../src/integrations/payload.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { payloadPath } from "./connection_path.ts";
import { PAYLOAD_WORDS } from "./connection_words.ts";

/** What a source sent or listed, and what became of it. */
export function PayloadTable(
  { caption, payloads, isWhole, allHref }: {
    readonly caption: string;
    readonly payloads: readonly Payload[];
    readonly isWhole: boolean;
    /** Where there is all of it. */
    readonly allHref: string | null;
  },
) {
  if (payloads.length === 0) {
    return <p class="quiet">Nothing came from this source yet.</p>;
  }
  return (
    <>
      <DataTable<Payload>
        caption={caption}
        columns={[
          {
            label: "Sender's id",
            isTitle: true,
            cell: ({ id, externalId }) => (
              <a href={payloadPath(id)}>{externalId}</a>
            ),
          },
          {
            label: "Received",
            cell: ({ receivedAt }) => <Moment at={receivedAt} />,
          },
          {
            label: "State",
            cell: ({ state, failure }) => (
              <>
                <Tag tone={PAYLOAD_WORDS[state].tone}>
                  {PAYLOAD_WORDS[state].label}
                </Tag>
                {failure && <p class="said">{failure.detail}</p>}
              </>
            ),
          },
          {
            label: "Records",
            align: "right",
            cell: ({ recordIds }) => (
              <span class="number">{wholeText(recordIds.length)}</span>
            ),
          },
        ]}
        rows={payloads}
      />
      {!isWhole && allHref !== null && (
        <p>
          <a href={allHref}>All that came</a>
        </p>
      )}
    </>
  );
}
