import type { Connection } from "../../../../src/integrations/connection.ts";
import { yamlText } from "../parts/yaml_text.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Day, wholeText } from "../parts/figures.tsx";
import { COLUMNS, mappingPath } from "../mappings/mapping_path.ts";

function everyText(minutes: number): string {
  return minutes % 60 === 0 && minutes > 60
    ? `${wholeText(minutes / 60)} hours`
    : `${wholeText(minutes)} minutes`;
}

/** Where records come from, as far as that is no secret. */
export function SourceCard(
  { connection, origin }: {
    readonly connection: Connection;
    readonly origin: string;
  },
) {
  const { id, kind, settings, createdAt } = connection;
  return (
    <Card title="Source">
      <Facts>
        {kind === "webhook" && (
          <Fact name="Address">
            <code>{`${origin}/api/v1/hooks/${id}`}</code>
          </Fact>
        )}
        {kind === "webhook" && (
          <Fact name="Signed as">{connection.settings.scheme}</Fact>
        )}
        {kind === "pull" && (
          <>
            <Fact name="List">
              <code>{connection.settings.list.url}</code>
            </Fact>
            <Fact name="Opened by">
              {connection.settings.auth.kind === "bearer"
                ? "a token of yours"
                : "OAuth"}
            </Fact>
            <Fact name="Every">
              {everyText(connection.settings.every_minutes)}
            </Fact>
          </>
        )}
        {(kind === "webhook" || kind === "pull") && (
          <Fact name="Mapping">
            <a href={mappingPath(id)}>How what comes becomes records</a>
          </Fact>
        )}
        {kind === "file" && (
          <Fact name="Columns">
            <a href={COLUMNS}>How CSV files are read</a>
          </Fact>
        )}
        <Fact name="Id">
          <code>{id}</code>
        </Fact>
        <Fact name="Since">
          <Day at={createdAt} />
        </Fact>
      </Facts>
      {settings !== null && (
        <details class="more">
          <summary>All settings</summary>
          <pre
            tabindex={0}
            role="region"
            aria-label="All settings"
          >{yamlText(settings)}</pre>
        </details>
      )}
    </Card>
  );
}
