import type { Endpoint } from "../../src/notifications/endpoint.ts";
import { NOTICE_KINDS } from "../../src/notifications/notice_kinds.ts";
import type { Notice } from "../../src/notifications/notice.ts";
import type { NoticeDelivery } from "../../src/notifications/notice_delivery.ts";
import { SAMPLE_AT, sampleIds } from "./samples.ts";

export function sampleEndpoint(given: Partial<Endpoint> = {}): Endpoint {
  return {
    id: sampleIds.next("nep"),
    version: 1,
    url: "https://hooks.foxglove.example/ä?b=c",
    description: "Büro ☕",
    kinds: NOTICE_KINDS,
    secrets: [{ keyId: "k1", sealed: "1.k1.x", until: null }],
    exhausted: 0,
    failingSince: null,
    disabledAt: null,
    disabledFor: null,
    createdAt: SAMPLE_AT,
    removedAt: null,
    ...given,
  };
}

export function sampleNotice(given: Partial<Notice> = {}): Notice {
  const connection = sampleIds.next("con");
  return {
    id: sampleIds.next("ntc"),
    version: 1,
    kind: "connection_degraded",
    facts: { connection_id: connection, state: "degraded" },
    incidentKey: connection,
    occurrence: 1,
    openedAt: SAMPLE_AT,
    closedAt: null,
    lastAt: SAMPLE_AT,
    count: 1,
    ...given,
  } as Notice;
}

export function sampleNoticeDelivery(
  given: Partial<NoticeDelivery> = {},
): NoticeDelivery {
  return {
    id: sampleIds.next("ntd"),
    version: 1,
    noticeIds: [sampleIds.next("ntc")],
    form: "notice",
    digestFor: null,
    endpointId: null,
    memberId: null,
    status: "pending",
    attempts: 0,
    nextAttemptAt: SAMPLE_AT,
    lastCode: null,
    lastFailure: null,
    createdAt: SAMPLE_AT,
    endedAt: null,
    ...given,
  };
}
