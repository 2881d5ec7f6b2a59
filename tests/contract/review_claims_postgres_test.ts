import assert from "node:assert/strict";
import { postgresUnitOfWork } from "../../adapters/postgres/unit_of_work.ts";
import { systemClock } from "../../adapters/system/clock.ts";
import { fillCompanies } from "../../bench/claim/fill.ts";
import { copyInMemory, wouldClaim } from "../../bench/claim/in_memory.ts";
import { claimShapes } from "../../bench/claim/shapes.ts";
import type { ClaimRequest } from "../../ports/review_work.ts";
import type { Approval } from "../../src/approvals/approval.ts";
import type { MemberId } from "../../src/kernel/ids.ts";
import { ok } from "../../src/kernel/result.ts";
import { plusMs } from "../../src/kernel/instant.ts";
import { emptiedPostgres } from "../support/emptied_postgres.ts";
import { permitTo } from "../support/samples.ts";

/** So many that there are more groups than a claim weighs. */
const WAITING = 8_000;
/** Each is found in a way of its own. */
const SHAPES = [
  "plain",
  "overdue_500",
  "overdue_5000",
  "overdue_60000",
  "amount",
  "connection_overdue",
  "rest_overdue",
  "offered_overdue",
  "oldest_amount",
];

Deno.test("of thousands that wait a claim finds in every shape what the pure functions say, also where much is held, assigned, judged or without a key", async () => {
  const { sql, drop } = await emptiedPostgres();
  try {
    const [company] = await fillCompanies(sql, [WAITING], 4);
    const { scope, memberIds, now } = company!;
    const [ann, bob, gone] = memberIds;
    const permit = permitTo("records.write", scope);
    const uow = postgresUnitOfWork(sql, { clock: systemClock() });
    await sql`analyze approvals`;
    const shapes = claimShapes(company!);
    const compare = async (ways: readonly Partial<ClaimRequest>[]) => {
      const copy = await copyInMemory(uow, permit);
      for (const name of SHAPES) {
        for (const way of ways) {
          const request = { ...shapes[name]!, ...way };
          assert.deepEqual(
            await wouldClaim(uow, permit, request),
            await wouldClaim(copy, permit, request),
            `${name} ${JSON.stringify(way)}`,
          );
        }
      }
    };
    await compare([{ limit: 10 }]);

    const until = plusMs(now, 60_000);
    const changed = ({ data }: { readonly data: readonly Approval[] }) =>
      data.flatMap((one, i): readonly Approval[] => {
        if (i % 40 === 1) return [{ ...one, assignedTo: ann! }];
        if (i % 40 === 2) return [{ ...one, assignedTo: bob! }];
        if (i % 40 === 3) return [{ ...one, assignedTo: gone! }];
        if (i % 40 === 4) return [{ ...one, alikeKey: null }];
        if (i % 40 === 5) {
          return [{ ...one, alikeKey: null, assignedTo: ann! }];
        }
        if (i % 4 === 0) return [{ ...one, lease: { by: bob!, until } }];
        return i % 9 === 0 ? [{ ...one, state: judgedBy(ann!) }] : [];
      });
    await uow.run(permit, async (tx) => {
      const all = await tx.approvals.list("waiting", {
        limit: WAITING,
        cursor: null,
      });
      await tx.approvals.save(changed(all));
      return ok(null);
    });
    const deciders = [ann!, bob!];
    const upTo = [{ currency: "GBP", minor: "5000" }] as const;
    await compare([
      { deciders, limit: 600, upTo },
      { deciders, limit: 50, assigned: "only" },
      { deciders, limit: 10, assigned: "any" },
    ]);
  } finally {
    await drop();
  }
});

function judgedBy(by: MemberId): Approval["state"] {
  return {
    kind: "waiting",
    verdicts: [{
      verdict: "reject",
      categoryId: null,
      by,
      at: "2026-01-01T00:00:00.000Z",
      decisionId: "dcn_1",
    }],
  };
}
