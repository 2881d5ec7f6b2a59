import type { Deps } from "../../../ports/deps.ts";
import { plusMs } from "../../kernel/instant.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { sha256 } from "../../kernel/sha256.ts";
import type { Permit } from "../../tenancy/access.ts";
import { chanceOf } from "../chance.ts";
import type { Payload } from "../payload.ts";
import { advance, later, notAhead } from "../pull/advance.ts";
import type { SourcePage } from "../pull/read_page.ts";
import { noteOutcome } from "./note_outcomes.ts";
import { noteFailedPull } from "./end_pull.ts";
import type { PullState } from "../pull_state.ts";
import { planPull } from "./plan_pull.ts";
import type { Pulling } from "./read_pulling.ts";

/** Keeps a page's items and the place after it, in one unit; after the last page the next pull is planned. True: the pull is over. */
export async function keepPage(
  deps: Pick<Deps, "uow" | "clock" | "ids">,
  allowed: Permit,
  { connection, state, health }: Pulling,
  job: { readonly id: string; readonly run: number },
  page: SourcePage,
): Promise<boolean> {
  const now = deps.clock.now();
  const chance = chanceOf(deps.ids.secretBytes());
  const payloads = page.items.map(({ id, body }): Payload => ({
    id: deps.ids.next("pay"),
    version: 1,
    connectionId: connection.id,
    externalId: id,
    sha256: sha256(body),
    body,
    receivedAt: now,
    state: "waiting",
    failure: null,
    mappingNumber: null,
    recordIds: [],
  }));
  const { settings } = connection;
  const kept = await deps.uow.run(
    allowed,
    async (tx): Promise<Result<boolean, never>> => {
      const [current] = await tx.pullStates.find([connection.id]);
      // Somebody else pulls, or keeps this very page.
      if (current?.run !== job.run) {
        await tx.jobs.settle(job.id);
        return ok(true);
      }
      if (!isSamePlace(current, state)) return ok(false);
      const fresh = await tx.payloads.keep(payloads);
      if (fresh.length > 0) {
        tx.events.append([{
          type: "PAYLOADS_RECEIVED",
          payload: {
            connection_id: connection.id,
            payload_ids: fresh.map(({ id }) => id),
          },
        }]);
      }
      const next = advance(current.position, page, fresh.length, settings);
      if (!next.ok) {
        await tx.jobs.settle(job.id);
        await noteFailedPull(tx, { ...current, position: null }, next.failure, {
          now,
          chance,
        });
        return ok(true);
      }
      const isTroubled = health.failuresInRow > 0 || health.state !== "healthy";
      if (next.value === null || isTroubled) {
        await noteOutcome(tx, connection.id, {
          kind: "succeeded",
          step: "source",
        }, { now, chance });
      }
      if (next.value !== null) {
        await tx.pullStates.save([{ ...current, position: next.value }]);
        return ok(false);
      }
      await tx.jobs.settle(job.id);
      const latest = later(
        current.position?.latest ?? null,
        page.latest,
        settings,
      );
      const over = {
        ...current,
        position: null,
        watermark: later(
          current.watermark,
          notAhead(latest, now, settings),
          settings,
        ),
      };
      const dueAt = plusMs(now, settings.every_minutes * 60_000);
      await planPull(tx, over, dueAt, (run) => ({
        type: "PULL_ENDED",
        payload: {
          connection_id: connection.id,
          outcome: "succeeded",
          next: { run, due_at: dueAt },
        },
      }));
      return ok(true);
    },
  );
  return kept.ok && kept.value;
}

function isSamePlace(one: PullState, other: PullState): boolean {
  return one.position?.cursor === other.position?.cursor &&
    one.position?.pages === other.position?.pages;
}
