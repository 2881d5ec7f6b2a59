import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Failure } from "../../../../src/kernel/failure.ts";
import { fail } from "../../../../src/kernel/result.ts";
import type { ApiContext } from "../../api_context.ts";
import { failureOfError } from "../../failure_of_error.ts";
import { statusOf } from "../../problem.ts";
import { refuse } from "../../refuse.ts";
import type { ConsoleAsked } from "./console_route.ts";
import { failureWords } from "../parts/failure_words.ts";
import { dropFlash, flashIn } from "./flash.ts";
import type { Frame } from "./frame.ts";
import { isScript } from "./is_script.ts";
import { Layout } from "./layout.tsx";
import { Problem } from "./problem.tsx";
import type { FormValues } from "./form_state.ts";
import type { Shown } from "./page.tsx";
import { SentTexts } from "./sent_texts.tsx";

/** Its own script, style, pictures and files, and nothing from elsewhere. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Seconds after which what was not available may be tried again, where the failure does not say. */
const RETRY_AFTER_S = 5;

/** Where the rest of a page comes; nobody can write it into a text, since texts are escaped. */
const REST = "<!--rest-->";

/** A whole document of the console as a response. */
export function htmlAnswer(
  document: Child,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return htmlResponse(`<!doctype html>${document}`, status, headers);
}

function htmlResponse(
  body: BodyInit,
  status: number,
  headers: Readonly<Record<string, string>>,
): Response {
  return new Response(body, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": POLICY,
      // Forms tell where they come from; other sites are told nothing.
      "Referrer-Policy": "same-origin",
      ...headers,
    },
  });
}

/** The page in the console's frame, with what the page before left to be said, and why a form on it was refused; `isUnsent`: it has one that was sent and is handed back. */
export function answerPage(
  { c, frame }: Pick<ConsoleAsked, "c" | "frame">,
  { rest, ...shown }: Shown,
  failure: Failure | null = null,
  isUnsent = false,
): Response {
  const flash = flashIn(c);
  if (failure) c.set("problem", failure.kind);
  const document = `<!doctype html>${(
    <Layout
      frame={frame}
      path={c.req.path}
      {...shown}
      flash={flash}
      isUnsent={isUnsent}
      after={rest && raw(REST)}
    />
  )}`;
  return htmlResponse(
    rest ? inTwoParts(document, () => restOf(c, rest)) : document,
    failure ? statusOf(failure) : 200,
    flash ? { "Set-Cookie": dropFlash(c.get("origin")!) } : {},
  );
}

async function restOf(
  c: ApiContext,
  rest: NonNullable<Shown["rest"]>,
): Promise<string> {
  const told = await rest().catch((error: unknown) => {
    c.get("logLate")?.(error);
    return fail(failureOfError(error));
  });
  return String(
    told.ok ? told.value : (
      <section class="card" role="alert">
        <h2>{failureWords(told.failure)}</h2>
        <Problem failure={told.failure} requestId={c.get("requestId")} />
      </section>
    ),
  );
}

/** The document up to where the rest comes, at once; then the rest, and the end. */
function inTwoParts(
  document: string,
  rest: () => Promise<string>,
): ReadableStream<Uint8Array> {
  const at = document.lastIndexOf(REST);
  const encoder = new TextEncoder();
  let isBegun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!isBegun) {
        isBegun = true;
        controller.enqueue(encoder.encode(document.slice(0, at)));
        return;
      }
      const text = await rest() + document.slice(at + REST.length);
      controller.enqueue(encoder.encode(text));
      controller.close();
    },
  }, { highWaterMark: 0 });
}

/**
 * A failure in words, with the request's id, in the console's frame where it is known who asks; a script is told the
 * problem as programs are. `sent` is the form that was refused with it, where its page cannot be shown.
 */
export function errorPage(
  c: ApiContext,
  failure: Failure,
  frame: Frame | null = null,
  sent: FormValues = {},
): Response {
  if (isScript(c)) return refuse(c, failure);
  const status = statusOf(failure);
  c.set("problem", failure.kind);
  const mayPass = status === 503 || status === 429;
  const { pathname, search } = new URL(c.req.url);
  const body = (
    <>
      <SentTexts sent={sent} />
      <Problem
        failure={failure}
        requestId={c.get("requestId")}
        again={mayPass && c.req.method === "GET"
          ? `${pathname}${search}`
          : null}
      />
    </>
  );
  return htmlAnswer(
    <Layout
      frame={frame}
      path={c.req.path}
      title={failureWords(failure)}
      body={body}
    />,
    status,
    mayPass
      ? { "Retry-After": String(failure.facts.retry_after_s ?? RETRY_AFTER_S) }
      : {},
  );
}

/** Leads to an address elsewhere: a form's answer may not redirect there, a page may. */
export function leavingPage({ c, frame }: ConsoleAsked, url: string): Response {
  const body = (
    <p>
      <a class="button primary" href={url} rel="noreferrer">
        Continue to {new URL(url).host}
      </a>
    </p>
  );
  return htmlAnswer(
    <Layout
      frame={frame}
      path={c.req.path}
      title="You are leaving Balance"
      body={body}
    />,
    200,
    { Refresh: `0; url=${url}` },
  );
}
