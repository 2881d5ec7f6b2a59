import type { SurveyedConnection } from "../../../../src/integrations/use_cases/survey_connections.ts";
import { connectionPath } from "./connection_path.ts";
import { isOAuth, wantsAuthorisation } from "./connection_words.ts";

/** What a source needs most: to be opened, or to be fetched from. */
export function ConnectionTools(
  { surveyed: { connection, health, pull } }: {
    readonly surveyed: SurveyedConnection;
  },
) {
  if (connection.kind !== "pull" || connection.archivedAt !== null) return null;
  const at = connectionPath(connection.id);
  const isWanted = wantsAuthorisation(connection, health, pull);
  const maySync = !isWanted && health.state !== "paused";
  return (
    <>
      {isOAuth(connection) && (
        <form method="post" action={`${at}/authorise`}>
          <button type="submit" class={isWanted ? "primary" : ""}>
            {pull?.grant ? "Authorise again" : "Authorise"}
          </button>
        </form>
      )}
      {maySync && (
        <form method="post" action={`${at}/sync`}>
          <button type="submit" class="primary">Fetch now</button>
        </form>
      )}
    </>
  );
}
