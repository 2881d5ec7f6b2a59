import { hashedNgrams } from "../../adapters/hashed_ngrams/embedder.ts";
import type { Sql } from "../../adapters/postgres/connect.ts";
import type { NearText } from "../../src/processing/example.ts";
import { TextIndex } from "../../src/processing/text_index.ts";
import { openServers } from "../pipeline/servers.ts";
import { companies, type Company, loadVectors } from "./load.ts";
import { readOptions } from "./options.ts";
import { recallOf } from "./recall.ts";
import {
  exactPlan,
  exactSearch,
  hnswSearch,
  type Indexed,
  inTenant,
  searchAs,
  type Searched,
  WANTED,
} from "./search.ts";
import { askedOf, namesOf, textsOf } from "./texts.ts";

/** One table of 1,000,000 vectors: how many companies, and of how many texts. */
const SIZES = [[8, 100_000], [100, 1_000], [10_000, 10]] as const;
/** Texts that are looked for in each company: as its own are worded, and none of them. */
const ASKED = 80;
const EF = [40, 100, 400] as const;
type Figures = Record<string, unknown>;

/**
 * Near texts in one table of a million vectors: what the service's search finds of what comparing with all finds, and
 * how long it takes, for small, middle and large companies; beside it an HNSW index over the large ones.
 */
export async function vectorsBench(args: readonly string[]): Promise<Figures> {
  const { scale, data } = readOptions(args, "vectors");
  const names = await namesOf(data);
  const embedder = hashedNgrams();
  const all = companies(
    SIZES.map(([count, texts]) => [count, Math.max(10, texts * scale)]),
  );
  const servers = await openServers();
  console.log(`${servers.settings}${scale < 1 ? "; scaled down" : ""}`);
  const database = await servers.openDatabase();
  try {
    const { sql } = database;
    await loadVectors(sql, embedder, all, names);
    await sql`vacuum analyze text_vectors`;
    const figures: Figures = { table: await tableOf(sql) };
    for (const company of firstOfEachSize(all)) {
      const asked = await embedder.embed(askedOf(company, ASKED, names));
      const truth = await bruteForce(company, names, asked);
      const found = await searchAs(
        sql,
        company.tenantId,
        asked,
        exactSearch(embedder.id),
      );
      console.log(
        await inTenant(
          sql,
          company.tenantId,
          (tx) => exactPlan(tx, embedder.id, asked),
        ),
      );
      figures[`exact_${company.texts}`] = tell(
        `${company.texts} texts, exact`,
        found,
        truth,
      );
    }
    return { ...figures, hnsw: await hnswFigures(sql, all[0]!, names) };
  } finally {
    await database.close();
    await servers.close();
  }

  async function hnswFigures(
    sql: Sql,
    company: Company,
    names: readonly string[],
  ): Promise<Figures> {
    const indexed: Indexed = {
      type: `halfvec(${embedder.dimensions})`,
      expression: `vector::halfvec(${embedder.dimensions})`,
      where: `tenant_id <= '${all[SIZES[0][0] - 1]!.tenantId}'`,
    };
    const begun = performance.now();
    await sql.begin(async (tx) => {
      await tx`set local maintenance_work_mem = '3GB'`;
      await tx.unsafe(
        `create index bench_hnsw on text_vectors using hnsw ((${indexed.expression}) halfvec_ip_ops)
         where ${indexed.where}`,
      );
    });
    const build_s = (performance.now() - begun) / 1000;
    const [{ mb }] = await sql<[{ mb: number }]>`
      select pg_relation_size('bench_hnsw')::float8 / 1e6 as mb`;
    console.log(
      `HNSW over the large: ${build_s.toFixed(0)} s, ${mb.toFixed(0)} MB`,
    );
    const asked = await embedder.embed(askedOf(company, ASKED, names));
    const truth = await bruteForce(company, names, asked);
    const figures: Figures = {
      build_s: Math.round(build_s),
      mb: Math.round(mb),
    };
    for (const ef of EF) {
      const found = await searchAs(
        sql,
        company.tenantId,
        asked,
        hnswSearch(embedder.id, { ef, indexed }),
      );
      figures[`ef_${ef}`] = tell(
        `${company.texts} texts, HNSW, ef ${ef}`,
        found,
        truth,
      );
    }
    return figures;
  }

  async function bruteForce(
    { number, texts }: Company,
    names: readonly string[],
    asked: readonly Float32Array[],
  ): Promise<readonly (readonly NearText[])[]> {
    const keys = textsOf(number, texts, names);
    const vectors = await embedder.embed(keys);
    const index = new TextIndex();
    keys.forEach((key, i) => index.add(key, vectors[i]!));
    return asked.map((vector) => index.nearest(vector, WANTED, 0.35));
  }
}

function firstOfEachSize(all: readonly Company[]): readonly Company[] {
  const seen = new Map<number, Company>();
  for (const one of all) {
    if (!seen.has(one.texts)) seen.set(one.texts, one);
  }
  return [...seen.values()];
}

function tell(
  what: string,
  { answers, p50_ms, batch_ms }: Searched,
  truth: readonly (readonly NearText[])[],
): Figures {
  const recall = recallOf(answers, truth);
  console.log(
    `${what}: recall@${WANTED} ${recall.toFixed(4)}, ${
      p50_ms.toFixed(1)
    } ms alone, ${batch_ms.toFixed(2)} ms each among ${ASKED}`,
  );
  return {
    recall: Number(recall.toFixed(4)),
    p50_ms: Number(p50_ms.toFixed(2)),
    batch_ms: Number(batch_ms.toFixed(3)),
  };
}

async function tableOf(sql: Sql): Promise<Figures> {
  const [row] = await sql<[{ vectors: number; mb: number }]>`
    select count(*)::integer as vectors, pg_table_size('text_vectors')::float8 / 1e6 as mb from text_vectors`;
  console.log(`${row.vectors} vectors, ${row.mb.toFixed(0)} MB`);
  return { vectors: row.vectors, mb: Math.round(row.mb) };
}
