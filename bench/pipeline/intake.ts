import { bodies } from "./records.ts";
import type { Company } from "./company.ts";
import { sendAll } from "./sender.ts";

const SINGLES = 3_000;
const SETS = 30;
const SET = 500;

export interface IntakeFigures {
  /** Requests a second, one record each. */
  readonly intake_single_rps: number;
  readonly echo_single_rps: number;
  /** Records a second, in sets of 500. */
  readonly intake_sets_rps: number;
  readonly echo_sets_rps: number;
}

/** Intake alone, nobody doing the jobs, beside a bare Hono + zod server in a process of its own and the same client. */
export async function runIntake(
  address: string,
  company: Company,
  name: string,
): Promise<IntakeFigures> {
  const echo = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", new URL("echo.ts", import.meta.url).pathname],
    stdout: "piped",
  }).spawn();
  const reader = echo.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const echoAddress = (await reader.read()).value!.trim();
  const singles = bodies(company.rest.slice(0, SINGLES), `${name}s`, 1);
  const sets = bodies(company.rest.slice(0, SETS * SET), `${name}b`, SET);
  const rate = async (to: string, all: readonly string[], records: number) =>
    Math.round(records / await sendAll(to, company.key, all, 8));
  const figures = {
    echo_single_rps: await rate(echoAddress, singles, SINGLES),
    intake_single_rps: await rate(address, singles, SINGLES),
    echo_sets_rps: await rate(echoAddress, sets, SETS * SET),
    intake_sets_rps: await rate(address, sets, SETS * SET),
  };
  echo.kill("SIGKILL");
  await echo.status;
  await reader.cancel();
  return figures;
}
