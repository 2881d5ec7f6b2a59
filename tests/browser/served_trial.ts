import type { Page } from "playwright-core";
import { exchangeSignIn } from "../../src/tenancy/use_cases/exchange_sign_in.ts";
import { issueSignIn } from "../../src/tenancy/use_cases/issue_sign_in.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import type { Role } from "../../src/tenancy/access.ts";
import { type HttpTrialOptions, openHttpTrial } from "../http/http_trial.ts";
import { value } from "../support/trial.ts";

/** A service in memory that browsers can reach, until `stop`. */
export type ServedTrial = Awaited<ReturnType<typeof serveTrial>>;

/** Serves a trial on this machine, one tenant in it: Foxglove Joinery, of which Ann is the owner. */
export async function serveTrial(options: HttpTrialOptions = {}) {
  const trial = await openHttpTrial(options);
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => trial.app.fetch(request),
  );
  const address = `http://127.0.0.1:${server.addr.port}`;
  return {
    ...trial,
    address,
    /** Ends what pages still listen to, too. */
    stop(): Promise<void> {
      trial.held.close();
      return server.shutdown();
    },
    /** A code that signs a member in once. */
    async codeOf(email = "ann@foxglove.example"): Promise<string> {
      return value(await issueSignIn(trial.deps, trial.tenant.id, email)).code;
    },
    /** Makes the page's window one of a member who is signed in: Ann, or one of another role. */
    async signIn(page: Page, role: Role = "owner"): Promise<void> {
      const email = role === "owner"
        ? "ann@foxglove.example"
        : `${role}@foxglove.example`;
      if (role !== "owner") {
        value(
          await addMember(trial.deps, trial.scope, { email, name: role, role }),
        );
      }
      const started = value(
        await exchangeSignIn(trial.deps, await this.codeOf(email)),
      );
      await page.context().addCookies([{
        name: "balance_session",
        value: started.token,
        url: address,
      }]);
    },
    /** Opens a page of the console by its path below `/console`. */
    async visit(page: Page, path: string): Promise<void> {
      await page.goto(`${address}/console${path}`);
    },
  };
}
