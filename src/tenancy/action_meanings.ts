import type { Action } from "./access.ts";

/** What each action lets somebody do, for docs/permissions.md. */
export const ACTION_MEANINGS: Readonly<Record<Action, string>> = {
  "records.read":
    "Read records, their decisions and the reasons, and deliveries",
  "records.write": "Push records, and have them processed again",
  "records.correct":
    "Correct what a record was sorted into, and say what a version kept aside is",
  "receipts.read": "Read receipts, their files, and what they may be for",
  "receipts.write": "Add, attach, detach and remove receipts",
  "categories.read": "Read categories",
  "categories.write": "Make, rename, move and archive categories",
  "rules.read": "Read, export and try rules, and what came of them",
  "rules.write":
    "Make, change, order and remove rules, and apply them to stored records",
  "approvals.read": "Read what waits for a person, and what was decided",
  "approvals.decide":
    "Claim, decide and undo what waits, comment on it, and take it on",
  "approvals.assign": "Assign what waits to others",
  "review_queues.write": "Make, change, order and remove review queues",
  "quality.read": "Read how right decisions are",
  "reports.read": "Read reports, their files, and when they are made",
  "reports.write": "Ask for reports, and have them made by a schedule",
  "events.read": "Read the event log, and check its chain",
  "dead_letters.read": "Read jobs that were given up",
  "dead_letters.replay": "Send jobs that were given up again",
  "connections.read": "Read connections",
  "connections.write": "Make connections",
  "notifications.read":
    "Read notices, endpoints for them, and what was delivered; never a secret",
  "notifications.write":
    "Make, change, test and remove endpoints for notices, and send again",
  "tenant.read":
    "Read the company's settings, and what a language model has cost",
  "tenant.write":
    "Rename the company, and change how its records are decided and what a language model may cost",
  "members.read": "Read who belongs to the company",
  "members.write":
    "Add, invite, change and remove members, and end their sessions",
  "api_keys.read": "Read which API keys there are; never a secret",
  "api_keys.write": "Make, rotate and revoke API keys",
  "privacy.read":
    "Find where a person is mentioned, and export a member's data",
  "privacy.erase": "Erase a person's data",
  "billing.read": "Read what the company pays and uses, and its invoices",
  "billing.write": "Buy, change and end a subscription, and have it compared",
  "tenant.erase": "Erase the company and all it has",
  "session.own": "See who is signed in, and sign out",
  "jobs.run": "Do the work that the service gave itself",
};
