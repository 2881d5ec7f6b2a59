import type { Deps } from "../../../ports/deps.ts";
import type { ConnectionId } from "../../kernel/ids.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import {
  type AccessDenied,
  type Permit,
  permit,
} from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import { isProbe } from "../health.ts";
import { type Bearer, bearerOf } from "../parts/bearer_of.ts";
import { endPull } from "../parts/end_pull.ts";
import { keepPage } from "../parts/keep_page.ts";
import { type Pulling, readPulling } from "../parts/read_pulling.ts";
import { pageAddress } from "../pull/page_request.ts";
import {
  type FailedTry,
  readPage,
  type SourcePage,
} from "../pull/read_page.ts";

/** Pages that one job reads before another goes on, so that no source holds a worker for long. */
const PAGES_PER_JOB = 20;
const PAGE_BYTES_MAX = 8 * 1024 * 1024;
const PAGE_TIMEOUT_MS = 30_000;

export type PullDeps = Pick<
  Deps,
  "uow" | "clock" | "ids" | "timer" | "sealer" | "outgoing" | "tokenGrants"
>;

/**
 * The job that fetches from a source, page by page. A page and the place after it are kept in one unit, so whoever
 * goes on after a crash begins where the last page was kept. It never fails: what went wrong goes into the health of
 * the connection, which says when the next pull is due.
 */
export async function pullConnection(
  deps: PullDeps,
  scope: Scope,
  job: {
    readonly id: string;
    readonly connectionId: ConnectionId;
    readonly run: number;
  },
): Promise<Result<null, AccessDenied>> {
  const allowed = permit(scope, "jobs.run");
  if (!allowed.ok) return allowed;
  for (let pages = 0;; pages++) {
    const read = await readPulling(deps, allowed.value, job);
    if (!read.ok || read.value === null) return ok(null);
    const pulling = read.value;
    const pagesMax = isProbe(pulling.health) ? 1 : PAGES_PER_JOB;
    if (pages >= pagesMax) {
      await endPull(deps, allowed.value, pulling, job, { kind: "continues" });
      return ok(null);
    }
    const page = await fetchPage(deps, allowed.value, pulling, job);
    if (!page.ok) {
      await endPull(deps, allowed.value, pulling, job, page.failure);
      return ok(null);
    }
    const isOver = await keepPage(
      deps,
      allowed.value,
      pulling,
      job,
      page.value,
    );
    if (isOver) return ok(null);
  }
}

/** The page that is due. A token that is no longer taken is renewed once. */
async function fetchPage(
  deps: PullDeps,
  allowed: Permit,
  pulling: Pulling,
  job: { readonly id: string },
): Promise<Result<SourcePage, FailedTry | { readonly kind: "waits" }>> {
  let bearer: Result<Bearer, FailedTry | { readonly kind: "waits" }> =
    await bearerOf(deps, allowed, pulling, job.id, { renew: false });
  for (;;) {
    if (!bearer.ok) return bearer;
    const page = await askFor(deps, pulling, bearer.value.token);
    const isStale = !page.ok && page.failure.cause === "unauthorised" &&
      page.failure.detail === "401" && bearer.value.mayRenew;
    if (!isStale) return page;
    bearer = await bearerOf(deps, allowed, pulling, job.id, { renew: true });
  }
}

async function askFor(
  { outgoing }: Pick<Deps, "outgoing">,
  { connection: { settings }, state }: Pulling,
  token: string,
): Promise<Result<SourcePage, FailedTry>> {
  const sent = await outgoing.send({
    url: pageAddress(settings, state),
    headers: {
      Accept: "application/json",
      ...settings.list.headers,
      Authorization: `Bearer ${token}`,
    },
    bytesMax: PAGE_BYTES_MAX,
    timeoutMs: PAGE_TIMEOUT_MS,
  });
  if (sent.ok) {
    return readPage(settings, sent.value, state.position?.pages ?? 0);
  }
  const { kind } = sent.failure;
  return fail({
    kind: "failed",
    cause: kind === "outgoing.refused" ||
        kind === "outgoing.too_many_redirects"
      ? "refused"
      : kind === "outgoing.too_large"
      ? "too_large"
      : "unreachable",
    detail: kind,
  });
}
