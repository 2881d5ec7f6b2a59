import { match } from "ts-pattern";
import type { Notice } from "./notice.ts";

/** A notice in words: `path` is where to look in the API. */
export interface Wording {
  readonly title: string;
  readonly text: string;
  readonly path: string;
}

const API = "/api/v1";

/** What a notice says to a person: fixed sentences around ids, counts and times. */
export function wordingOf(notice: Notice): Wording {
  return match(notice)
    .returnType<Wording>()
    .with({ kind: "intake_failed" }, ({ facts }) => ({
      title: "Records could not be taken in",
      text:
        `A job of the queue ${facts.queue} was given up; it waits as ${facts.dead_letter_id} until it is sent again.`,
      path: `${API}/dead-letters/${facts.dead_letter_id}`,
    }))
    .with({ kind: "processing_failed" }, ({ facts }) => ({
      title: "Work was given up",
      text:
        `A job of the queue ${facts.queue} with ${facts.records} records was given up; it waits as ${facts.dead_letter_id} until it is sent again.`,
      path: `${API}/dead-letters/${facts.dead_letter_id}`,
    }))
    .with({ kind: "import_failed" }, ({ facts }) => ({
      title: "A file could not be read",
      text: facts.line === 0
        ? `The import ${facts.import_id} was given up.`
        : `The import ${facts.import_id} could be read no further than line ${facts.line}.`,
      path: `${API}/imports/${facts.import_id}`,
    }))
    .with({ kind: "connection_degraded" }, ({ facts }) => ({
      title: "A connection is in trouble",
      text: `The connection ${facts.connection_id} is ${facts.state}.`,
      path: `${API}/connections/${facts.connection_id}/health`,
    }))
    .with({ kind: "connection_restored" }, ({ facts }) => ({
      title: "A connection works again",
      text: `The connection ${facts.connection_id} is ${facts.state}.`,
      path: `${API}/connections/${facts.connection_id}/health`,
    }))
    .with({ kind: "limit_near" }, ({ facts }) => ({
      title: "A limit is near",
      text: usedOf(facts),
      path: pathOfLimit(facts.what),
    }))
    .with({ kind: "limit_reached" }, ({ facts }) => ({
      title: "A limit is reached",
      text: usedOf(facts),
      path: pathOfLimit(facts.what),
    }))
    .with({ kind: "subscription_changed" }, ({ facts }) => ({
      title: SUBSCRIPTION_TITLES[facts.state],
      text: subscriptionText(facts),
      path: `${API}/billing`,
    }))
    .with({ kind: "report_ready" }, ({ facts }) =>
      "backtest_id" in facts
        ? {
          title: "A report is ready",
          text:
            `The back-test ${facts.backtest_id} is done: ${facts.changed} records would change.`,
          path: `${API}/rules/backtests/${facts.backtest_id}`,
        }
        : {
          title: "A report is ready",
          text:
            `The report ${facts.report_id} (${facts.report_kind}) is done, with ${facts.rows} rows. The link asks who you are, and hands the file out afresh.`,
          path: `${API}/reports/${facts.report_id}/download`,
        })
    .with({ kind: "rule_flagged" }, ({ facts }) => ({
      title: "A rule is often overridden",
      text:
        `People overrode the rule ${facts.rule_id} in ${facts.overridden} of ${facts.hits} cases.`,
      path: `${API}/rules/${facts.rule_id}`,
    }))
    .with({ kind: "review_queue_old" }, ({ facts }) => ({
      title: "Approvals wait for long",
      text:
        `${facts.waiting} approvals wait, the oldest of them (${facts.approval_id}) since ${facts.waiting_since}.`,
      path: `${API}/approvals`,
    }))
    .with({ kind: "endpoint_disabled" }, ({ facts }) => ({
      title: "An endpoint for notices was disabled",
      text: facts.reason === "gone"
        ? `The endpoint ${facts.endpoint_id} answered that it is gone.`
        : `Nothing could be delivered to the endpoint ${facts.endpoint_id} for five days.`,
      path: `${API}/notifications/endpoints/${facts.endpoint_id}`,
    }))
    .with({ kind: "test" }, ({ facts }) => ({
      title: "A test",
      text: `Somebody tests the endpoint ${facts.endpoint_id}.`,
      path: `${API}/notifications/endpoints/${facts.endpoint_id}`,
    }))
    .exhaustive();
}

/** The facts of notices of that kind. */
type FactsOf<Kind extends Notice["kind"]> = Notice extends infer One
  ? One extends { readonly kind: infer Kinds; readonly facts: infer Facts }
    ? Kind extends Kinds ? Facts : never
  : never
  : never;

function usedOf(
  { used, limit, what, resets_at }: FactsOf<"limit_near">,
): string {
  const part = `${used} of ${limit} (${what}) are used`;
  return resets_at === null
    ? `${part}.`
    : `${part}; the limit starts anew at ${resets_at}.`;
}

/** What a language model may cost is a setting; all else is the plan's. */
function pathOfLimit(what: FactsOf<"limit_near">["what"]): string {
  return what === "llm_tokens" || what === "llm_money"
    ? `${API}/tenant`
    : `${API}/billing`;
}

const SUBSCRIPTION_TITLES: Readonly<
  Record<FactsOf<"subscription_changed">["state"], string>
> = {
  trialing: "A trial has begun",
  active: "The subscription is active",
  past_due: "A payment failed",
  suspended: "The subscription is suspended",
  canceled: "The subscription has ended",
};

function subscriptionText(
  { plan, grace_ends_at }: FactsOf<"subscription_changed">,
): string {
  if (grace_ends_at !== null) {
    return `Everything works until ${grace_ends_at}, and after that only once the payment is made.`;
  }
  return plan === null
    ? "Everything can be read and exported; nothing else is done until a plan is paid."
    : `The plan is ${plan}.`;
}

/** A link, where it is known under which address browsers reach the service; else the path. */
export function linkTo(path: string, publicUrl: string | null): string {
  return `${publicUrl ?? ""}${path}`;
}
