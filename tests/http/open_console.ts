import { honoApi } from "../../adapters/hono/hono_api.ts";
import { incoming } from "../support/trial.ts";
import { type HttpTrialOptions, openHttpTrial } from "./http_trial.ts";
import { tokenOf } from "./signed_in.ts";

/** Where browsers reach the console. */
export const OWN = "https://balance.test";
/** What a browser says of a form on a page of this service. */
export const SAME = { "Sec-Fetch-Site": "same-origin" };
const FORM = "application/x-www-form-urlencoded";
export type Headers = Readonly<Record<string, string>>;

/** The console as a browser asks for it. */
export async function openConsole(options: HttpTrialOptions = {}) {
  const trial = await openHttpTrial(options);
  const errors: unknown[] = [];
  const app = honoApi({
    deps: trial.deps,
    log: ({ error }) => void (error && errors.push(error)),
    ready: () => Promise.resolve(true),
    publicUrl: OWN,
  });
  const token = await tokenOf(trial, "ann@foxglove.example");
  const receive = (description: string) =>
    trial.send(incoming({ description }));
  async function send(
    method: string,
    path: string,
    { headers = {}, form, as = token }: {
      readonly headers?: Headers;
      readonly form?: Readonly<Record<string, string | readonly string[]>>;
      /** A session; null: nobody's. */
      readonly as?: string | null;
    } = {},
  ) {
    const answer = await app.fetch(
      new Request(OWN + path, {
        method,
        headers: {
          ...as !== null && { Cookie: `__Host-balance_session=${as}` },
          ...form && { "Content-Type": FORM },
          ...headers,
        },
        ...form && { body: encoded(form) },
      }),
    );
    return {
      status: answer.status,
      headers: answer.headers,
      to: answer.headers.get("location"),
      text: await answer.text(),
    };
  }
  return { ...trial, trial, app, errors, token, receive, send };
}

function encoded(
  form: Readonly<Record<string, string | readonly string[]>>,
): string {
  const pairs = Object.entries(form)
    .flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  return new URLSearchParams(pairs).toString();
}
