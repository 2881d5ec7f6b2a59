import { memoryMailer } from "../../adapters/memory/mailer.ts";
import type { Webhooks } from "../../ports/webhooks.ts";
import type { Fact } from "../../src/events/fact.ts";
import type { Page } from "../../src/kernel/page.ts";
import { ok } from "../../src/kernel/result.ts";
import type { NoticeDelivery } from "../../src/notifications/notice_delivery.ts";
import { createEndpoint } from "../../src/notifications/use_cases/create_endpoint.ts";
import { listNoticeDeliveries } from "../../src/notifications/use_cases/list_notice_deliveries.ts";
import { NOTICE_KINDS } from "../../src/notifications/notice_kinds.ts";
import { permit } from "../../src/tenancy/access.ts";
import { openTaskScope } from "../../src/tenancy/use_cases/open_task_scope.ts";
import { sampleIds } from "./samples.ts";
import { openTrial, value } from "./trial.ts";

/** Webhooks that are kept, and answered as told. */
export function keptWebhooks(answer: () => number = () => 200) {
  const sent: Parameters<Webhooks["send"]>[0][] = [];
  const webhooks: Webhooks = {
    send: (message) => {
      sent.push(message);
      return Promise.resolve(ok({ status: answer() }));
    },
  };
  return { webhooks, sent };
}

/** A tenant whose notices are kept by the ports that they go out by. */
export async function openNoticeTrial(
  { answer, ...given }:
    & { readonly answer?: () => number }
    & Parameters<typeof openTrial>[0] = {},
) {
  const mailer = memoryMailer();
  const { webhooks, sent } = keptWebhooks(answer);
  const trial = await openTrial({
    ...given,
    notices: { mailer, webhooks, publicUrl: "https://balance.example" },
  });
  const { deps, scope } = trial;
  const task = openTaskScope(scope.tenantId, "test");
  return {
    ...trial,
    mails: mailer.sent,
    hooks: sent,
    /** Appends facts as the service itself does, in one unit. */
    happen: async (...facts: Fact[]) => {
      const allowed = value(permit(task, "jobs.run"));
      await deps.uow.run(allowed, (tx) => {
        tx.events.append(facts);
        return Promise.resolve(ok(null));
      });
    },
    endpoint: async () =>
      value(
        await createEndpoint(deps, scope, {
          url: "https://hooks.example/",
          description: "",
          kinds: NOTICE_KINDS,
        }),
      ).endpoint,
    deliveries: async (): Promise<Page<NoticeDelivery>["data"]> =>
      value(
        await listNoticeDeliveries(deps, scope, {}, {
          limit: 200,
          cursor: null,
        }),
      ).data,
  };
}

/** That a connection, another each time unless one is given, is in trouble. */
export function degraded(connection_id = sampleIds.next("con")): Fact {
  return {
    type: "CONNECTION_DEGRADED",
    payload: {
      connection_id,
      before: { state: "healthy" },
      after: { state: "broken" },
      reason: "the provider answers 500",
    },
  };
}

/** That a rule is overridden often. */
export function flagged(): Fact {
  return {
    type: "RULE_FLAGGED",
    payload: {
      rule_id: sampleIds.next("rule"),
      rule_version: 1,
      overridden: 3,
      hits: 20,
    },
  };
}
