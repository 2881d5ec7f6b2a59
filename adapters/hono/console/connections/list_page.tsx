import { ok } from "../../../../src/kernel/result.ts";
import {
  surveyConnections,
  type SurveyedConnection,
} from "../../../../src/integrations/use_cases/survey_connections.ts";
import { DataTable } from "../parts/data_table.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { page } from "../shell/page.tsx";
import { connectionPath, CONNECTIONS } from "./connection_path.ts";
import {
  CAUSE_WORDS,
  KIND_WORDS,
  type Standing,
  standingOf,
} from "./connection_words.ts";

/** Where records come from, and how each source does; what needs somebody stands first. */
export const listPage = page({
  path: "/connections",
  action: "connections.read",
  async show({ deps, scope, frame }) {
    const found = await surveyConnections(deps, scope);
    if (!found.ok) return found;
    const [archived, open] = partition(found.value);
    return ok({
      title: "Connections",
      lead: "Where records come from, and how each source does.",
      tools: frame.may("connections.write") && (
        <a class="button primary" href={`${CONNECTIONS}/new`}>
          New connection
        </a>
      ),
      body: (
        <>
          <Table caption="Sources, what needs you first" rows={open} />
          {archived.length > 0 && (
            <details>
              <summary>Archived ({archived.length})</summary>
              <Table caption="Archived" rows={archived} />
            </details>
          )}
        </>
      ),
    });
  },
});

type Row = SurveyedConnection & { readonly standing: Standing };

const TONES = ["bad", "warn", "note", "good", "plain"];

function partition(
  found: readonly SurveyedConnection[],
): readonly [archived: readonly Row[], open: readonly Row[]] {
  const rows = found.map((one): Row => ({
    ...one,
    standing: standingOf(one.connection, one.health, one.pull),
  })).toSorted((a, b) =>
    TONES.indexOf(a.standing.tone) - TONES.indexOf(b.standing.tone)
  );
  const isArchived = ({ connection }: Row) => connection.archivedAt !== null;
  return [
    rows.filter(isArchived),
    rows.filter((row) => !isArchived(row)),
  ];
}

function Table(
  { caption, rows }: {
    readonly caption: string;
    readonly rows: readonly Row[];
  },
) {
  return (
    <DataTable<Row>
      caption={caption}
      columns={[
        {
          label: "Connection",
          isTitle: true,
          cell: ({ connection }) => (
            <>
              <a href={connectionPath(connection.id)}>{connection.name}</a>
              {connection.isDefault && (
                <>
                  {" "}
                  <Tag>default</Tag>
                </>
              )}
            </>
          ),
        },
        {
          label: "Kind",
          cell: ({ connection }) => KIND_WORDS[connection.kind],
        },
        {
          label: "Health",
          cell: ({ standing, health }) => (
            <>
              <Tag tone={standing.tone}>{standing.label}</Tag>
              {health.lastFailure !== null && health.failuresInRow > 0 && (
                <p class="said">{CAUSE_WORDS[health.lastFailure.cause]}</p>
              )}
            </>
          ),
        },
        {
          label: "Last success",
          cell: ({ health }) => <Moment at={health.lastSuccessAt} />,
        },
        {
          label: "Next fetch",
          cell: ({ pull }) =>
            pull === null
              ? <span class="quiet">–</span>
              : pull.position !== null
              ? "now"
              : pull.nextAt === null
              ? <span class="quiet">not planned</span>
              : <Moment at={pull.nextAt} />,
        },
      ]}
      rows={rows}
    />
  );
}
