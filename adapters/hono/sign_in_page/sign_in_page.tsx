import { Hono } from "hono";
import type { ApiEnv } from "../api_context.ts";
import { SCRIPT } from "./script.ts";
import { ASSETS } from "../console/assets/assets.ts";
import { Brand } from "../console/shell/brand.tsx";

/** Its own script and the console's style, its own service, nothing else; the form goes nowhere by itself. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const PAGE = `<!doctype html>${(
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>Sign in · Balance</title>
      <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
      <link rel="stylesheet" href={ASSETS.style} />
      <script src="/sign-in/script.js" defer></script>
    </head>
    <body class="bare">
      <header class="plate">
        <Brand />
      </header>
      <main>
        <h1>Sign in</h1>
        <form hidden class="card fields">
          <div id="name-field" class="field">
            <label for="name">Your name</label>
            <input id="name" name="name" maxlength={200} autocomplete="name" />
          </div>
          <div class="buttons">
            <button type="submit" name="go" class="primary">Sign in</button>
          </div>
        </form>
        <p id="state" role="status"></p>
        <noscript>
          <p>
            This page needs JavaScript to hand in your code. Without it, hand
            the link in at <a href="/console/sign-in">the console</a>.
          </p>
        </noscript>
      </main>
    </body>
  </html>
)}`;

/** The page that a sign-in link and an invitation open. Opening it uses nothing up: programs that look at links do no harm. */
export function signInPage(): Hono<ApiEnv> {
  const page = new Hono<ApiEnv>();
  const files = [
    ["/", PAGE, "text/html"],
    ["/script.js", SCRIPT, "text/javascript"],
  ] as const;
  for (const [path, text, type] of files) {
    page.get(path, (c) =>
      c.body(text, 200, {
        "Content-Type": `${type}; charset=utf-8`,
        ...type === "text/html" && { "Content-Security-Policy": POLICY },
      }));
  }
  return page;
}
