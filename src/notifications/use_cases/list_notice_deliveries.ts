import type { Deps } from "../../../ports/deps.ts";
import type { NoticeDeliveryFilter } from "../../../ports/notice_deliveries.ts";
import type { Page, PageRequest } from "../../kernel/page.ts";
import { ok, type Result } from "../../kernel/result.ts";
import { type AccessDenied, permit } from "../../tenancy/access.ts";
import type { Scope } from "../../tenancy/scope.ts";
import type { NoticeDelivery } from "../notice_delivery.ts";

/** What was sent to whom and how that went, latest first. */
export async function listNoticeDeliveries(
  deps: Pick<Deps, "uow">,
  scope: Scope,
  filter: NoticeDeliveryFilter,
  page: PageRequest,
): Promise<Result<Page<NoticeDelivery>, AccessDenied>> {
  const allowed = permit(scope, "notifications.read");
  if (!allowed.ok) return allowed;
  return deps.uow.run(
    allowed.value,
    async (tx) => ok(await tx.noticeDeliveries.listed(filter, page)),
  );
}
