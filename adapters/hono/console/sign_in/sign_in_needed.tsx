import type { Deps } from "../../../../ports/deps.ts";
import { accessFailures } from "../../../../src/tenancy/access.ts";
import type { Failure } from "../../../../src/kernel/failure.ts";
import type { ApiContext } from "../../api_context.ts";
import { statusOf } from "../../problem.ts";
import { failureWords } from "../parts/failure_words.ts";
import { TextField } from "../parts/field.tsx";
import { htmlAnswer } from "../shell/answer_page.tsx";
import {
  type FormState,
  type FormValues,
  NOTHING_SENT,
  refusedForm,
} from "../shell/form_state.ts";
import { Layout } from "../shell/layout.tsx";
import { ELSEWHERE } from "./elsewhere_path.ts";
import { keepPage } from "./page_asked_for.ts";
import { UnsentForm } from "./unsent_form.tsx";

/** How to sign in, instead of the page that was asked for, which is remembered; a form that was sent is handed back. */
export function signInNeeded(
  c: ApiContext,
  deps: Pick<Deps, "sessionTokens">,
  { refused = null, sent = null }: {
    readonly refused?: Failure | null;
    readonly sent?: FormValues | null;
  } = {},
): Response {
  const form = refused ? refusedForm({}, refused) : NOTHING_SENT;
  const failure = refused ?? accessFailures.unauthenticated();
  c.set("problem", failure.kind);
  const kept = keepPage(c);
  const unsent = sent !== null && !c.req.path.endsWith("/sign-out")
    ? sent
    : null;
  return htmlAnswer(
    <Layout
      frame={null}
      path={c.req.path}
      title="Sign in"
      lead="Balance sorts your company's records, and asks you where it is not sure."
      body={
        <>
          {unsent && <UnsentForm to={pathAndQuery(c.req.url)} sent={unsent} />}
          <SignIn
            form={form}
            isOn={deps.sessionTokens !== null}
            other={c.get("signInWith") ?? null}
            elsewhere={unsent !== null}
          />
        </>
      }
    />,
    statusOf(failure),
    kept === null ? {} : { "Set-Cookie": kept },
  );
}

function pathAndQuery(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

function SignIn(
  { form, isOn, other, elsewhere }: {
    readonly form: FormState;
    readonly isOn: boolean;
    /** Whose page people can sign in on besides. */
    readonly other: string | null;
    /** Whether in a window of its own, as something is on this page still. */
    readonly elsewhere: boolean;
  },
) {
  if (!isOn) {
    return (
      <div class="card">
        <p>
          Nobody can sign in here yet: whoever runs this service sets{" "}
          <code>BALANCE_SESSION_KEY</code>.
        </p>
      </div>
    );
  }
  const target = elsewhere ? { target: "_blank" } : {};
  return (
    <>
      {form.failure && (
        <div class="flash trouble" role="alert">
          <p>{failureWords(form.failure)}.</p>
        </div>
      )}
      {other !== null && (
        <p>
          <a class="button primary" href={ELSEWHERE} {...target}>
            Sign in with {other}
          </a>
        </p>
      )}
      <form
        class="card fields"
        method="post"
        action="/console/sign-in"
        {...target}
      >
        <TextField
          form={NOTHING_SENT}
          name="code"
          label="Sign-in link or code"
          hint="It is good once. Opening the link does the same."
          required
          type="password"
          maxlength={2_000}
        />
        <div class="buttons">
          <button type="submit" class={other === null ? "primary" : ""}>
            Sign in
          </button>
        </div>
      </form>
      <section class="card">
        <h2>Where the link comes from</h2>
        <p>
          Whoever runs this service prints one for you with{" "}
          <code>deno task sign-in</code>. If you are new, an owner or admin of
          your company invites you, and you open the link that they send.
        </p>
      </section>
    </>
  );
}
