import type { ModelAnswers } from "../../ports/model_answers.ts";
import type { KeptAnswer } from "../../src/processing/model/kept_answer.ts";
import { instantOf, jsonb } from "./columns.ts";
import type { Transaction } from "./connect.ts";

type Row = Omit<KeptAnswer, "usage" | "at"> & {
  readonly input: number;
  readonly output: number;
  readonly at: Date;
};

/** A tenant's kept answers; every method is one statement. */
export function postgresModelAnswers(sql: Transaction): ModelAnswers {
  return {
    async find(keys, since) {
      if (keys.length === 0) return [];
      const rows = await sql<Row[]>`
        select key, category_id as "categoryId", rationale, raw_confidence as "rawConfidence",
          input_tokens as input, output_tokens as output, at
        from model_answers where key = any(${[...keys]}) and at >= ${since}`;
      return rows.map(({ input, output, at, ...answer }) => ({
        ...answer,
        usage: { input_tokens: input, output_tokens: output },
        at: instantOf(at),
      }));
    },
    async keep(answers) {
      const latest = [
        ...new Map(answers.map((answer) => [answer.key, answer])).values(),
      ];
      if (latest.length === 0) return;
      await sql`
        insert into model_answers
          (key, category_id, rationale, raw_confidence, input_tokens, output_tokens, at)
        select key, "categoryId", rationale, "rawConfidence", (usage ->> 'input_tokens')::integer,
          (usage ->> 'output_tokens')::integer, at
        from jsonb_to_recordset(${jsonb(sql, latest)}) as given (
          key text, "categoryId" text, rationale text, "rawConfidence" double precision, usage jsonb, at timestamptz)
        order by key
        on conflict on constraint model_answers_pk do update
        set category_id = excluded.category_id, rationale = excluded.rationale,
          raw_confidence = excluded.raw_confidence, input_tokens = excluded.input_tokens,
          output_tokens = excluded.output_tokens, at = excluded.at`;
    },
  };
}
