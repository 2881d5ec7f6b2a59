import { type Browser, chromium, type Page } from "playwright-core";

/** What Debian's Chromium needs to run as root, alone and without asking the network for anything. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // What a page's scripts do is over before code made faster pays for its making, which keeps a whole core busy.
  "--js-flags=--no-opt --no-maglev",
];

/** Milliseconds after which a test gives up waiting for what a page should show. */
const PATIENCE_MS = 10_000;

/** A page may still be fetching what comes next when the test is over and its service stops. */
const OVER = "Failed to load resource: net::ERR_CONNECTION_REFUSED";

/** Where pictures go, to be looked at; unset: none are taken. */
export const SHOTS = Deno.env.get("BALANCE_SHOTS");

let launched: Promise<Browser> | undefined;

/** The one browser of all tests in this process. */
function browser(): Promise<Browser> {
  launched ??= chromium.launch({
    executablePath: Deno.env.get("BALANCE_BROWSER") ?? "/usr/bin/chromium",
    args: FLAGS,
  });
  return launched;
}

Deno.test.afterAll(async () => {
  await (await launched)?.close();
  launched = undefined;
});

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  /** As by a reader whose browser runs no scripts. */
  readonly scripts?: boolean;
}

/**
 * A test with a window of its own. What the browser prints as an error, and a page that throws, fails it; `quiet` are
 * the beginnings of what it may print. The browser outlives the test, so its leak checks are off.
 */
export function browserTest(
  name: string,
  test: (open: (look?: Look) => Promise<Page>) => Promise<void>,
  { quiet = [] }: { readonly quiet?: readonly string[] } = {},
): void {
  Deno.test({
    name,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const closing: (() => Promise<void>)[] = [];
      const troubles: string[] = [];
      const pages: Page[] = [];
      try {
        await test(
          async ({ width = 1280, scheme = "light", scripts = true } = {}) => {
            const context = await (await browser()).newContext({
              viewport: { width, height: 800 },
              colorScheme: scheme,
              reducedMotion: "reduce",
              javaScriptEnabled: scripts,
            });
            closing.push(() => context.close());
            context.setDefaultTimeout(PATIENCE_MS);
            const page = await context.newPage();
            pages.push(page);
            page.on("pageerror", (error) => troubles.push(String(error)));
            page.on("console", (message) => {
              if (message.type() === "error") troubles.push(message.text());
            });
            return page;
          },
        );
      } catch (error) {
        for (const page of SHOTS === undefined ? [] : pages) {
          const file = name.replaceAll(/\W+/g, "-").slice(0, 60);
          await page.screenshot({ path: `${SHOTS}/failed-${file}.png` });
        }
        throw error;
      } finally {
        for (const close of closing) await close();
      }
      const loud = troubles.filter((one) =>
        ![OVER, ...quiet].some((start) => one.startsWith(start))
      );
      if (loud.length > 0) throw new Error(loud.join("\n"));
    },
  });
}
