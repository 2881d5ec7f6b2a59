import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import { readConnection } from "../../../../src/integrations/use_cases/read_connection.ts";
import { readPayload } from "../../../../src/integrations/use_cases/read_payload.ts";
import { replayPayload } from "../../../../src/integrations/use_cases/replay_payloads.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { FormTrouble } from "../parts/form_trouble.tsx";
import { Moment } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import {
  connectionPath,
  CONNECTIONS,
  payloadId,
  payloadPath,
} from "./connection_path.ts";
import { PAYLOAD_WORDS } from "./connection_words.ts";
import { mappingPath } from "../mappings/mapping_path.ts";

/** Records that a payload links to; one can hold a thousand. */
const LINKED_MAX = 20;
/** Characters of a body that are shown. */
const SHOWN_MAX = 20_000;

/** What was received once: what became of it, and its body as it came. */
export const payloadPage = page({
  path: "/connections/payloads/{id}",
  action: "connections.read",
  id: payloadId,
  async show({ deps, scope, frame, id, form }) {
    const found = await readPayload(deps, scope, id);
    if (!found.ok) return found;
    const payload = found.value;
    const { state, failure, body, recordIds } = payload;
    const connection = await readConnection(deps, scope, payload.connectionId);
    if (!connection.ok) return connection;
    const at = connectionPath(payload.connectionId);
    const mayReplay = frame.may("connections.write") && body !== null &&
      (state === "failed" || state === "conflict");
    return ok({
      title: payload.externalId,
      trail: [
        { href: CONNECTIONS, label: "Connections" },
        { href: at, label: connection.value.name },
        { href: `${at}/payloads`, label: "What came" },
      ],
      tools: mayReplay && (
        <form method="post" action={`${payloadPath(id)}/replay`}>
          <button type="submit" class="primary">Replay</button>
        </form>
      ),
      body: (
        <>
          <FormTrouble form={form} />
          <section
            id="payload"
            class="card"
            {...state === "waiting" && { "data-live": "" }}
          >
            <h2>
              What became of it{" "}
              <Tag tone={PAYLOAD_WORDS[state].tone}>
                {PAYLOAD_WORDS[state].label}
              </Tag>
            </h2>
            {state === "conflict" && (
              <p>
                Its id was used for another body before. That one counts; this
                one is taken in only when you replay it.
              </p>
            )}
            <Facts>
              <Fact name="Received">
                <Moment at={payload.receivedAt} />
              </Fact>
              {failure && (
                <Fact name="Why it failed">
                  {failure.detail} <code>{failure.kind}</code>
                </Fact>
              )}
              <Fact name="Mapping">
                {payload.mappingNumber === null
                  ? "none used yet"
                  : payload.mappingNumber === 0
                  ? "taken as a record itself"
                  : (
                    <a href={mappingPath(payload.connectionId)}>
                      number {payload.mappingNumber}
                    </a>
                  )}
              </Fact>
              <Fact name="Records">
                {recordIds.length === 0
                  ? "none"
                  : recordIds.slice(0, LINKED_MAX).map((record, i) => (
                    <>
                      <a href={`/console/records/${record}`}>
                        Record {i + 1}
                      </a>
                      {" "}
                    </>
                  ))}
                {recordIds.length > LINKED_MAX &&
                  `and ${recordIds.length - LINKED_MAX} more`}
              </Fact>
            </Facts>
          </section>
          <Card title="As it came">
            {body === null
              ? <p class="quiet">It was kept long enough, or erased.</p>
              : (
                <pre tabindex={0} role="region" aria-label="Body">
                  {readable(body)}
                </pre>
              )}
          </Card>
        </>
      ),
    });
  },
});

/** Laid out, unless numbers would be rounded by that. */
function readable(body: string): string {
  const laidOut = /\d{16}/.test(body)
    ? body
    : JSON.stringify(JSON.parse(body), null, 2);
  return laidOut.length <= SHOWN_MAX
    ? laidOut
    : `${laidOut.slice(0, SHOWN_MAX)} …`;
}

/** Takes one in again that failed or conflicts. */
export const replayAction = action({
  path: "/connections/payloads/{id}/replay",
  action: "connections.write",
  id: payloadId,
  form: z.object({}),
  page: payloadPage,
  async act({ deps, scope, id }) {
    const replayed = await replayPayload(deps, scope, id);
    return replayed.ok
      ? ok({
        to: payloadPath(id),
        flash: { kind: "done", text: "It waits, and is taken in again." },
      })
      : replayed;
  },
});
