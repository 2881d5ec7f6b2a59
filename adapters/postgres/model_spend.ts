import type { ModelSpend } from "../../ports/model_spend.ts";
import type { ModelMonth } from "../../src/processing/model/spend.ts";
import type { Transaction } from "./connect.ts";

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/** A tenant's calls and months; every method is one statement. */
export function postgresModelSpend(sql: Transaction): ModelSpend {
  return {
    async reserve(call, budget) {
      const { tokens, micros } = call.most;
      const tokensMax = budget.tokensPerMonth ?? NO_LIMIT;
      const microsMax = budget.microsPerMonth ?? NO_LIMIT;
      // The update waits for whoever holds the row and looks at what they left.
      const { count } = await sql`
        with charged as (
          insert into model_months as kept (month, tokens, micros, calls)
          select ${call.month}, ${tokens}::bigint, ${micros}::bigint, 1
          where ${tokensMax}::bigint > 0 and ${tokens}::bigint <= ${tokensMax}::bigint
            and ${microsMax}::bigint > 0 and ${micros}::bigint <= ${microsMax}::bigint
          on conflict on constraint model_months_pk do update
          set tokens = kept.tokens + excluded.tokens, micros = kept.micros + excluded.micros, calls = kept.calls + 1
          where kept.tokens < ${tokensMax}::bigint and kept.tokens + excluded.tokens <= ${tokensMax}::bigint
            and kept.micros < ${microsMax}::bigint and kept.micros + excluded.micros <= ${microsMax}::bigint
          returning kept.month
        )
        insert into model_calls (id, month, at, provider, model, records, tokens_most, micros_most)
        select ${call.id}, month, ${call.at}, ${call.provider}, ${call.model}, ${call.records}, ${tokens}, ${micros}
        from charged`;
      return count === 1;
    },
    async end(id, { at, outcome, used, answered, failed }) {
      await sql`
        with ended as (
          update model_calls
          set ended_at = ${at}, outcome = ${outcome}, input_tokens = ${
        used?.usage.input_tokens ?? null
      },
            output_tokens = ${used?.usage.output_tokens ?? null}, micros = ${
        used?.micros ?? null
      }
          where id = ${id} and ended_at is null
          returning month, coalesce(input_tokens + output_tokens, tokens_most) - tokens_most as tokens,
            coalesce(micros, micros_most) - micros_most as micros
        )
        update model_months as kept
        set tokens = kept.tokens + ended.tokens, micros = kept.micros + ended.micros,
          answered = kept.answered + ${answered}, failed = kept.failed + ${failed}
        from ended where kept.month = ended.month`;
    },
    async countCached(month, records) {
      await sql`
        insert into model_months as kept (month, cached) values (${month}, ${records})
        on conflict on constraint model_months_pk do update set cached = kept.cached + excluded.cached`;
    },
    async noteLimit(month, limit, value) {
      const met = sql(
        limit === "llm_tokens" ? "tokens_limit_met" : "micros_limit_met",
      );
      const { count } = await sql`
        insert into model_months as kept (month, ${met}) values (${month}, ${value})
        on conflict on constraint model_months_pk do update set ${met} = excluded.${met}
        where kept.${met} is distinct from excluded.${met}`;
      return count === 1;
    },
    async noteNear(month, limit, value) {
      const [near, met] = limit === "llm_tokens"
        ? [sql("tokens_limit_near"), sql("tokens_limit_met")]
        : [sql("micros_limit_near"), sql("micros_limit_met")];
      const { count } = await sql`
        insert into model_months as kept (month, ${near}) values (${month}, ${value})
        on conflict on constraint model_months_pk do update set ${near} = excluded.${near}
        where kept.${near} is distinct from excluded.${near} and kept.${met} is distinct from excluded.${near}`;
      return count === 1;
    },
    async months(from) {
      const rows = await sql<ModelMonth[]>`
        select month, tokens::double precision as tokens, micros::double precision as micros,
          calls, answered, failed, cached
        from model_months where month >= ${from} order by month desc`;
      return [...rows];
    },
  };
}
