import { z } from "@hono/zod-openapi";
import { readDeadLetter } from "../../../../src/events/use_cases/read_dead_letter.ts";
import { replayDeadLetters } from "../../../../src/events/use_cases/replay_dead_letters.ts";
import { ok } from "../../../../src/kernel/result.ts";
import { Card } from "../parts/card.tsx";
import { Fact, Facts } from "../parts/facts.tsx";
import { Moment, wholeText } from "../parts/figures.tsx";
import { Tag } from "../parts/tag.tsx";
import { action } from "../shell/action.ts";
import { page } from "../shell/page.tsx";
import { DEAD_LETTERS, deadLetterId } from "./dead_letter_path.ts";
import { workText } from "./queue_words.ts";

/** Records of a job that have a link. */
const LINKS = 20;

/** One job that was given up: what it was, why, and what can be done. */
export const onePage = page({
  path: "/dead-letters/{id}",
  action: "dead_letters.read",
  id: deadLetterId,
  async show({ deps, scope, frame, id }) {
    const found = await readDeadLetter(deps, scope, id);
    if (!found.ok) return found;
    const { queue, task, replayedAt, ...letter } = found.value;
    const recordIds = "recordIds" in task ? task.recordIds : [];
    const mayReplay = replayedAt === null && frame.may("dead_letters.replay");
    return ok({
      title: workText(queue, task),
      trail: [{ href: DEAD_LETTERS, label: "Dead letters" }],
      tools: mayReplay && (
        <form method="post" action={`${DEAD_LETTERS}/${id}/replay`}>
          <button type="submit" class="primary">Send it again</button>
        </form>
      ),
      body: (
        <div class="columns">
          <Card title="Why it was given up">
            <p>
              {replayedAt === null
                ? <Tag tone="bad">Waiting</Tag>
                : <Tag tone="good">Sent again</Tag>}
            </p>
            <p>{letter.reason}</p>
            <Facts>
              <Fact name="Error class">
                <code>{letter.errorClass}</code>
              </Fact>
              <Fact name="Attempts">{wholeText(letter.attempts)}</Fact>
              <Fact name="First failed">
                <Moment at={letter.firstFailedAt} />
              </Fact>
              <Fact name="Given up">
                <Moment at={letter.diedAt} />
              </Fact>
              {replayedAt !== null && (
                <Fact name="Sent again">
                  <Moment at={replayedAt} />
                </Fact>
              )}
            </Facts>
          </Card>
          <Card title="What it was">
            <Facts>
              <Fact name="Queue">
                <code>{queue}</code>
              </Fact>
              <Fact name="Kind">
                <code>{task.kind}</code>
              </Fact>
              <Fact name="Job">
                <code>{letter.jobId}</code>
              </Fact>
              {"deliveryId" in task && (
                <Fact name="Delivery">
                  <code>{task.deliveryId}</code>
                </Fact>
              )}
              {letter.traceparent !== null && (
                <Fact name="Trace">
                  <code>{letter.traceparent}</code>
                </Fact>
              )}
            </Facts>
            {recordIds.length > 0 && (
              <>
                <h3>Records</h3>
                <ul>
                  {recordIds.slice(0, LINKS).map((record) => (
                    <li>
                      <a class="tall" href={`/console/records/${record}`}>
                        <code>{record}</code>
                      </a>
                    </li>
                  ))}
                </ul>
                {recordIds.length > LINKS && (
                  <p class="quiet">
                    And {wholeText(recordIds.length - LINKS)} more.
                  </p>
                )}
              </>
            )}
          </Card>
        </div>
      ),
    });
  },
});

/** Sends this one again, as a new job. */
export const replayOneAction = action({
  path: "/dead-letters/{id}/replay",
  action: "dead_letters.replay",
  id: deadLetterId,
  form: z.object({}),
  page: onePage,
  async act({ deps, scope, id }) {
    const sent = await replayDeadLetters(deps, scope, {
      filter: { ids: [id] },
      limit: 1,
      dryRun: false,
      perSecond: null,
    });
    if (!sent.ok) return sent;
    const isSent = sent.value.ids.length > 0;
    return ok({
      to: `${DEAD_LETTERS}/${id}`,
      flash: isSent
        ? { kind: "done", text: "It was sent again, as a new job." }
        : { kind: "trouble", text: "Somebody had sent it again already." },
    });
  },
});
