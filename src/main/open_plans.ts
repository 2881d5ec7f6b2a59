import { type PlanBook, UNLIMITED } from "../billing/plan.ts";
import { readPlans } from "../billing/read_plans.ts";
import { PROVIDERS } from "./payments_config.ts";

/** The plans in that file, sold by that provider; without a file, one plan without limits. Throws, in one line, where it cannot be read or sells nothing. */
export async function openPlans(
  file: string | null,
  provider: string,
): Promise<PlanBook> {
  if (file === null) return UNLIMITED;
  const text = await Deno.readTextFile(file).catch((cause) => {
    const why = cause instanceof Error ? cause.name : String(cause);
    throw new Error(`BALANCE_PLANS_FILE cannot be read: ${why}`, { cause });
  });
  const plans = readPlans(text);
  const problems = plans.ok ? problemsAt(plans.value, provider) : plans.failure;
  if (!plans.ok || problems.length > 0) {
    throw new Error(`BALANCE_PLANS_FILE is wrong: ${problems.join("; ")}`);
  }
  return plans.value;
}

/** What a name misspelled would leave unsold, and nobody would be told. */
function problemsAt(
  { plans, meters }: PlanBook,
  provider: string,
): readonly string[] {
  const named = [
    ...plans.flatMap(({ prices }, i) =>
      Object.keys(prices).map((name) => [`plans.${i}.prices.${name}`, name])
    ),
    ...Object.keys(meters).map((name) => [`meters.${name}`, name]),
  ] as const;
  const known: readonly string[] = PROVIDERS;
  const strange = named.flatMap(([place, name]) =>
    known.includes(name!) ? [] : `${place}: must be one of ${known.join(", ")}`
  );
  const isSold = plans.some(({ prices }) => Object.hasOwn(prices, provider));
  return isSold ? strange : [
    ...strange,
    `plans: none has prices at ${provider}, which BALANCE_PAYMENTS names`,
  ];
}
