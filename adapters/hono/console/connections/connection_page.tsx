import { fail, ok } from "../../../../src/kernel/result.ts";
import { listPayloads } from "../../../../src/integrations/use_cases/list_payloads.ts";
import { surveyConnections } from "../../../../src/integrations/use_cases/survey_connections.ts";
import type { Connection } from "../../../../src/integrations/connection.ts";
import { readHealth } from "../../../../src/integrations/use_cases/read_health.ts";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { page } from "../shell/page.tsx";
import { ConnectionTools } from "./connection_tools.tsx";
import {
  connectionId,
  connectionPath,
  CONNECTIONS,
} from "./connection_path.ts";
import { KIND_WORDS } from "./connection_words.ts";
import { HealthCard } from "./health_card.tsx";
import { ManageCard } from "./manage_card.tsx";
import { PayloadTable } from "./payload_table.tsx";
import { SourceCard } from "./source_card.tsx";

/** Payloads that the page shows; a page of their own has all. */
const LATEST = 10;

/** One source: how it does and why, what came of it lately, and what can be done. */
export const connectionPage = page({
  path: "/connections/{id}",
  action: "connections.read",
  id: connectionId,
  async show({ deps, scope, frame, id, form, origin }) {
    const all = await surveyConnections(deps, scope);
    if (!all.ok) return all;
    const one = all.value.find(({ connection }) => connection.id === id);
    if (!one) return fail(connectionId.missing(id));
    const { connection } = one;
    const mayWrite = frame.may("connections.write");
    return ok({
      title: connection.name,
      lead: KIND_WORDS[connection.kind],
      trail: [{ href: CONNECTIONS, label: "Connections" }],
      tools: mayWrite && <ConnectionTools surveyed={one} />,
      body: <FormTrouble form={form} labels={{ secret: "Secret" }} />,
      // What came of a source, which may be a great deal, is counted.
      async rest() {
        const [report, latest] = await Promise.all([
          readHealth(deps, scope, id),
          listPayloads(deps, scope, { connectionId: id, state: null }, {
            limit: LATEST,
            cursor: null,
          }),
        ]);
        if (!report.ok) return report;
        if (!latest.ok) return latest;
        return ok(
          <>
            <div class="columns">
              <HealthCard report={report.value} />
              <SourceCard connection={connection} origin={origin} />
            </div>
            {isFed(connection) && (
              <PayloadTable
                caption="What came lately"
                payloads={latest.value.data}
                isWhole={latest.value.nextCursor === null}
                allHref={`${connectionPath(id)}/payloads`}
              />
            )}
            {mayWrite && (
              <ManageCard
                connection={connection}
                report={report.value}
                form={form}
              />
            )}
          </>,
        );
      },
    });
  },
});

function isFed({ kind }: Connection): boolean {
  return kind === "webhook" || kind === "pull";
}
