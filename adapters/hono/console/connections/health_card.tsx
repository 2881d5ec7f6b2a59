import type { HealthReport } from "../../../../src/integrations/use_cases/read_health.ts";
import { PAYLOAD_STATES } from "../../../../src/integrations/payload.ts";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { connectionPath } from "./connection_path.ts";
import { CAUSE_WORDS, PAYLOAD_WORDS, standingOf } from "./connection_words.ts";

/** How a connection does, why, and what to do; while it fetches it follows how far that is. */
export function HealthCard({ report }: { readonly report: HealthReport }) {
  const { connection, health, payloads, pull } = report;
  const { label, tone, advice } = standingOf(connection, health, pull);
  const failure = health.lastFailure;
  const isFed = connection.kind === "webhook" || connection.kind === "pull";
  const isFetching = (pull?.position ?? null) !== null;
  const isBusy = isFetching || isDue(report) || payloads.waiting > 0;
  const goesOn = isBusy && connection.archivedAt === null &&
    health.state !== "paused";
  return (
    <section
      id="health"
      class="card"
      {...goesOn && { "data-live": "PULL_ENDED CONNECTION_DEGRADED" }}
    >
      <h2>
        Health <Tag tone={tone}>{label}</Tag>
      </h2>
      <p>{advice}</p>
      {payloads.failed > 0 && (
        <p>
          {wholeText(payloads.failed)}{" "}
          of what came could not be taken in: see why, mend it at the source or
          in the mapping, and replay.
        </p>
      )}
      {isFetching && (
        <>
          <label for="fetching">Fetching</label>
          <progress id="fetching">
            {wholeText(pull!.position!.pages)} pages read
          </progress>
          <p class="quiet small">
            {wholeText(pull!.position!.pages)} pages read
          </p>
        </>
      )}
      <Facts>
        {isFed && (
          <Fact
            name={pull === null ? "Last success" : "Last fetch that went well"}
          >
            <Moment at={health.lastSuccessAt} />
          </Fact>
        )}
        {pull !== null && (
          <Fact name="Next fetch">
            {isFetching
              ? "now"
              : pull.nextAt === null
              ? <span class="quiet">not planned</span>
              : <Moment at={pull.nextAt} />}
          </Fact>
        )}
        {pull?.grant && (
          <Fact name="Token good until">
            {pull.grant.expiresAt === null
              ? "the source does not say"
              : <Moment at={pull.grant.expiresAt} />}
            {pull.grant.canRefresh && (
              <span class="quiet small">, renewed by itself</span>
            )}
          </Fact>
        )}
        {failure && (
          <Fact name="Last failure">
            {CAUSE_WORDS[failure.cause]} <code>{failure.detail}</code>{" "}
            <span class="quiet small">
              <Moment at={failure.at} />
            </span>
          </Fact>
        )}
        {health.failuresInRow > 0 && (
          <Fact name="Failures in a row">
            {wholeText(health.failuresInRow)}
          </Fact>
        )}
        {health.nextTryAt !== null && (
          <Fact name="Not tried before">
            <Moment at={health.nextTryAt} />
          </Fact>
        )}
        {isFed &&
          PAYLOAD_STATES.map((state) => (
            <Fact name={`Payloads: ${PAYLOAD_WORDS[state].label}`}>
              {payloads[state] === 0 ? "0" : (
                <a
                  href={`${
                    connectionPath(connection.id)
                  }/payloads?state=${state}`}
                >
                  {wholeText(payloads[state])}
                  <span class="unseen">
                    {` that ${PAYLOAD_WORDS[state].label}`}
                  </span>
                </a>
              )}
            </Fact>
          ))}
      </Facts>
    </section>
  );
}

/** A fetch was asked for and has not begun. */
function isDue({ connection, health, pull }: HealthReport): boolean {
  return connection.kind === "pull" && pull !== null && pull.run > 0 &&
    pull.position === null && pull.nextAt === null &&
    (health.state === "healthy" || health.state === "degraded") &&
    (connection.settings.auth.kind === "bearer" || pull.grant !== null);
}
