import type { TenantId } from "../kernel/ids.ts";
import type { Notice } from "./notice.ts";
import { linkTo, wordingOf } from "./wording.ts";

/** A notice as the body of a webhook: JSON, the same bytes at each attempt while the service's address stays. */
export function webhookBody(
  notice: Notice,
  { tenantId, publicUrl }: {
    readonly tenantId: TenantId;
    readonly publicUrl: string | null;
  },
): string {
  const { title, path } = wordingOf(notice);
  return JSON.stringify({
    type: `notice.${notice.kind}`,
    timestamp: notice.openedAt,
    data: {
      notice_id: notice.id,
      tenant_id: tenantId,
      title,
      link: linkTo(path, publicUrl),
      facts: notice.facts,
    },
  });
}
