import { noNotices } from "../support/no_notices.ts";
import { noPayments } from "../support/no_payments.ts";
import assert from "node:assert/strict";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { memoryFiles } from "../../adapters/memory/files.ts";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { systemTimer } from "../../adapters/system/timer.ts";
import type { Deps } from "../../ports/deps.ts";
import type { JobFeed } from "../../ports/job_feed.ts";
import { decideApprovals } from "../../src/approvals/use_cases/decide_approvals.ts";
import { listApprovals } from "../../src/approvals/use_cases/list_approvals.ts";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import { verifyEvents } from "../../src/events/use_cases/verify_events.ts";
import { acceptRecords } from "../../src/records/use_cases/accept_records.ts";
import { reprocessRecords } from "../../src/records/use_cases/reprocess_records.ts";
import { PendingKeyUses } from "../../src/tenancy/key_use.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { openScope } from "../../src/tenancy/open_scope.ts";
import { testConnectors } from "../support/connectors.ts";
import { RECEIPT_BYTES_MAX } from "../../src/receipts/receipt.ts";
import { emptyBacklog } from "../support/empty_backlog.ts";
import { eventsOf, incoming, runJobs, value } from "../support/trial.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";

/** A storage to run the main job on. */
export interface Stage extends Pick<Deps, "uow" | "directory"> {
  readonly feed: JobFeed;
  close(): Promise<void>;
}

/** The main job from records in to a settled record, under races, on a given storage. */
export function mainJobScenario(
  name: string,
  open: () => Promise<Stage>,
): void {
  Deno.test(`${name}: the main job holds under races`, async (t) => {
    const { feed, close, ...storage } = await open();
    const deps: Deps = {
      ...storage,
      clock: systemClock(),
      identity: localIdentity(),
      sessionTokens: null,
      keyUses: new PendingKeyUses(),
      ids: randomIds(),
      embedder: hashedNgrams(),
      otherEmbedders: [],
      model: modelOff(),
      timer: systemTimer(),
      ...noNotices(),
      ...noPayments(systemClock()),
      ...testConnectors(),
      backlog: emptyBacklog(),
      files: memoryFiles(),
      fileReader: recordFiles(),
      reportFiles: reportFiles(),
      fileLinks: null,
      receiptBytesMax: RECEIPT_BYTES_MAX,
    };
    const { tenant } = value(
      await createTenant(deps, {
        name: "Foxglove",
        ownerEmail: "ann@foxglove.example",
        ownerName: "Ann",
        settings: FIXED_THRESHOLD,
      }),
    );
    const scope = openScope(tenant.id, { kind: "system", id: "setup" });
    const reviewer = (n: number) =>
      openScope(tenant.id, {
        kind: "member",
        id: `usr_reviewer${n}`,
        role: "reviewer",
      });
    const [office] = value(
      await createCategories(deps, scope, [{ name: "Office", parentId: null }]),
    );
    const waiting = async () => {
      const page = { limit: 1_000, cursor: null };
      return value(await listApprovals(deps, scope, { state: "waiting" }, page))
        .page.data;
    };

    await t.step(
      "ten senders of overlapping sets take each record in once",
      async () => {
        const records = Array.from(
          { length: 60 },
          (_, i) => incoming({ externalId: `o${i}` }),
        );
        const intakes = await Promise.all(
          Array.from({ length: 10 }, (_, n) =>
            acceptRecords(
              deps,
              scope,
              records.slice(n * 3, n * 3 + 30).reverse(),
            )),
        );
        const accepted = intakes.reduce(
          (sum, one) => sum + value(one).accepted,
          0,
        );
        assert.equal(accepted, 57);
      },
    );

    await t.step(
      "several workers at once process each record once",
      async () => {
        await Promise.all([1, 2, 3].map(() => runJobs(deps, feed)));
        const types = (await eventsOf(deps, scope)).map((event) => event.type);
        assert.equal(types.filter((type) => type === "PROCESSED").length, 57);
        assert.equal((await waiting()).length, 57);
      },
    );

    await t.step("of twenty reviewers of one item just one wins", async () => {
      const [item] = await waiting();
      const all = await Promise.all(
        Array.from(
          { length: 20 },
          (_, n) =>
            decideApprovals(deps, reviewer(n), [{
              approvalId: item!.id,
              verdict: { kind: "override", categoryId: office!.id },
              note: null,
            }]),
        ),
      );
      const results = all.map((one) => value(one).results[0]!);
      assert.equal(results.filter((one) => one.ok).length, 1);
      for (const one of results) {
        if (!one.ok) {
          assert.equal(one.failure.kind, "approval.already_decided");
        }
      }
    });

    await t.step(
      "deciding and reprocessing at once leave every record in one state",
      async () => {
        const items = await waiting();
        const half = items.slice(0, 28);
        await Promise.all([
          decideApprovals(
            deps,
            scope,
            half.map(({ id }) => ({
              approvalId: id,
              verdict: { kind: "override", categoryId: office!.id },
              note: null,
            })),
          ),
          reprocessRecords(deps, scope, {
            recordIds: items.slice(14).map(({ recordId }) => recordId),
          }),
        ]);
        await runJobs(deps, feed);
        const left = await waiting();
        assert.equal(
          new Set(left.map(({ recordId }) => recordId)).size,
          left.length,
        );
        const events = await eventsOf(deps, scope);
        const decided = events.filter((event) =>
          event.type === "TX_OVERRIDDEN"
        );
        const auto = events.filter((event) =>
          event.type === "PROCESSED" && event.payload.outcome === "auto"
        );
        assert.equal(decided.length + auto.length + left.length, 57);
      },
    );

    await t.step("what was approved settles what is alike", async () => {
      const intake = value(await acceptRecords(deps, scope, [incoming()]));
      await runJobs(deps, feed);
      const told = (await eventsOf(deps, scope)).findLast((event) =>
        event.type === "PROCESSED"
      );
      assert.deepEqual(
        [
          told!.payload.record_id,
          told!.payload.source,
          told!.payload.category_id,
        ],
        [intake.record_ids[0], "similarity", office!.id],
      );
    });

    await t.step("the log is whole", async () => {
      const verified = value(await verifyEvents(deps, scope));
      assert.equal(verified.ok, true);
    });
    await close();
  });
}
