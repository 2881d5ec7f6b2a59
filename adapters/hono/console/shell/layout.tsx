import type { Child } from "hono/jsx";
import { ASSETS } from "../assets/assets.ts";
import { FlashMessage } from "../parts/flash_message.tsx";
import { Brand } from "./brand.tsx";
import type { Flash } from "./flash.ts";
import type { Frame } from "./frame.ts";
import type { Shown } from "./page.tsx";

/** The document of every page: skip link, navigation, header, main. Without a frame nobody is signed in. */
export function Layout(
  {
    frame,
    path,
    title,
    body,
    lead,
    tools,
    trail = [],
    flash = null,
    after,
    isUnsent = false,
  }:
    & Omit<Shown, "rest">
    & {
      /** Stands after the body. */
      readonly after?: Child;
      readonly frame: Frame | null;
      /** Of the request, from the root. */
      readonly path: string;
      readonly flash?: Flash | null;
      /** A form on it was sent and is handed back. */
      readonly isUnsent?: boolean;
    },
) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title} · Balance</title>
        <link rel="icon" href={ASSETS.icon} type="image/svg+xml" />
        <link rel="stylesheet" href={ASSETS.style} />
        <script src={ASSETS.script} defer></script>
      </head>
      <body
        class={frame ? "framed" : "bare"}
        {...isUnsent && { "data-unsent": "" }}
      >
        <a class="skip" href="#main">Skip to the content</a>
        {frame ? <Side frame={frame} path={path} /> : (
          <header class="plate">
            <Brand />
          </header>
        )}
        <main id="main" tabindex={-1}>
          <FlashMessage flash={flash} />
          {trail.length > 0 && <Trail trail={trail} title={title} />}
          <div class="head">
            <div>
              <h1>{title}</h1>
              {lead && <p class="lead">{lead}</p>}
            </div>
            {tools && <div class="tools">{tools}</div>}
          </div>
          {body}
          {after}
        </main>
        <div id="announcer" class="unseen" role="status" aria-live="polite">
        </div>
      </body>
    </html>
  );
}

function Side(
  { frame, path }: { readonly frame: Frame; readonly path: string },
) {
  return (
    <header class="side">
      <div class="bar">
        <Brand />
        <button type="button" class="menu" popovertarget="menu">Menu</button>
      </div>
      <div id="menu" popover="auto">
        <p class="company">{frame.tenantName}</p>
        <nav aria-label="Console">
          <ul>
            {frame.nav.map(({ href, label }) => (
              <li>
                <a href={href} aria-current={currentOf(href, path)}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="who">
          <p>
            <strong>{frame.memberName}</strong>
            <span class="quiet">{frame.role}</span>
          </p>
          <form method="post" action="/console/sign-out">
            <button type="submit" class="plain">Sign out</button>
          </form>
        </div>
      </div>
    </header>
  );
}

function currentOf(href: string, path: string): "page" | "true" | undefined {
  return path === href
    ? "page"
    : path.startsWith(`${href}/`)
    ? "true"
    : undefined;
}

function Trail(
  { trail, title }: {
    readonly trail: NonNullable<Shown["trail"]>;
    readonly title: string;
  },
) {
  return (
    <nav aria-label="Where this page is" class="trail">
      <ol>
        {trail.map(({ href, label }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
    </nav>
  );
}
