import { noNotices } from "../support/no_notices.ts";
import { noPayments } from "../support/no_payments.ts";
import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import { localIdentity } from "../../adapters/local_identity/local_identity.ts";
import { memoryFiles } from "../../adapters/memory/files.ts";
import { reportFiles } from "../../adapters/report_files/report_files.ts";
import { recordFiles } from "../../adapters/record_files/file_reader.ts";
import { modelOff } from "../../adapters/model_off/language_model.ts";
import { postgresDirectory } from "../../adapters/postgres/directory.ts";
import { postgresJobFeed } from "../../adapters/postgres/job_feed.ts";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { randomIds } from "../../adapters/system/ids.ts";
import { systemTimer } from "../../adapters/system/timer.ts";
import { PendingKeyUses } from "../../src/tenancy/key_use.ts";
import { emptiedPostgres } from "../support/emptied_postgres.ts";
import { testConnectors } from "../support/connectors.ts";
import { emptyBacklog } from "../support/empty_backlog.ts";
import { RECEIPT_BYTES_MAX } from "../../src/receipts/receipt.ts";
import { testLogWatch } from "../support/test_log_watch.ts";
import { testFileLinks, testSessions } from "../support/test_sessions.ts";

/** What a service on a PostgreSQL server works with, and `sql` of a superuser. */
export async function openPostgresDeps() {
  const { sql, drop } = await emptiedPostgres();
  const clock = systemClock();
  const sessionTokens = testSessions(clock);
  const deps = {
    clock,
    ids: randomIds(),
    uow: postgresUnitOfWork(sql, { clock }),
    identity: localIdentity(sessionTokens),
    sessionTokens,
    directory: postgresDirectory(sql),
    keyUses: new PendingKeyUses(),
    embedder: hashedNgrams(),
    otherEmbedders: [],
    model: modelOff(),
    logWatch: testLogWatch(postgresJobFeed(sql)),
    ...noNotices(),
    ...noPayments(clock),
    timer: systemTimer(),
    ...testConnectors(),
    backlog: emptyBacklog(),
    files: memoryFiles(),
    fileReader: recordFiles(),
    reportFiles: reportFiles(),
    fileLinks: testFileLinks(clock),
    receiptBytesMax: RECEIPT_BYTES_MAX,
  };
  return { deps, feed: postgresJobFeed(sql), sql, close: drop };
}
