import { compileRules } from "../../src/rules/matcher/compile_rules.ts";
import { viewRecord } from "../../src/rules/matcher/record_view.ts";
import { median } from "../pipeline/figures.ts";
import { type Facts, factsOf } from "./facts.ts";
import { jsonRulesEngine } from "./json_rules_engine.ts";
import type { Peer } from "./peer.ts";
import type { World } from "./world.ts";
import { zen } from "./zen.ts";

/** Records for each engine, by what it does in about a second. */
const RECORDS = {
  json_rules_engine: { few: 500, many: 60 },
  zen: { few: 4_000, many: 2_000 },
};
/** From so many rules on, the smaller number of records is taken. */
const MANY_RULES = 1_000;

/** Records a second of each peer in the faster of its two forms. Throws where one finds another rule than ours. */
export async function peersPerSecond(
  world: World,
  { rounds, scale }: { readonly rounds: number; readonly scale: number },
): Promise<{ readonly json_rules_engine: number; readonly zen: number }> {
  const { rules } = world;
  const size = rules.length < MANY_RULES ? "few" : "many";
  const measure = async (
    name: keyof typeof RECORDS,
    forms: readonly Peer[],
  ) => {
    const some = {
      ...world,
      records: world.records.slice(0, Math.ceil(RECORDS[name][size] * scale)),
    };
    const figures = await inTurns(some, forms, rounds);
    for (const [i, { name }] of forms.entries()) {
      console.log(`${name}: ${figures[i]} records/s`);
    }
    return Math.max(...figures);
  };
  return {
    json_rules_engine: await measure("json_rules_engine", [
      jsonRulesEngine(rules, "by priority"),
      jsonRulesEngine(rules, "all at once"),
    ]),
    zen: await measure("zen", [
      zen(rules, "columns"),
      zen(rules, "expressions"),
    ]),
  };
}

async function inTurns(
  { rules, records }: World,
  peers: readonly Peer[],
  rounds: number,
): Promise<readonly number[]> {
  const compiled = compileRules({ version: 1, rules });
  const wanted = records.map((record) => {
    const { hits, considered } = compiled.tryOn(viewRecord(record));
    return hits.length > 0 ? considered - 1 : Infinity;
  });
  const facts = records.map(factsOf);
  const seconds: number[][] = peers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [i, peer] of peers.entries()) {
      seconds[i]!.push(await oneRound(peer, facts, wanted));
    }
  }
  return seconds.map((each) => Math.round(records.length / median(each)));
}

async function oneRound(
  peer: Peer,
  facts: readonly Facts[],
  wanted: readonly number[],
): Promise<number> {
  const found: number[] = [];
  const begun = performance.now();
  // One after another: that is how the others are measured, and one thread is what all of them have.
  for (const each of facts) found.push(await peer.first(each));
  const seconds = (performance.now() - begun) / 1_000;
  const wrong = found.findIndex((place, i) => place !== wanted[i]);
  if (wrong >= 0) {
    throw new Error(
      `${peer.name} finds rule ${found[wrong]} for record ${wrong}, ours is ${
        wanted[wrong]
      }`,
    );
  }
  return seconds;
}
