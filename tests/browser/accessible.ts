import axe from "axe-core";
import assert from "node:assert/strict";
import type { Page } from "playwright-core";

/** WCAG 2.2 AA: what it says, and what the versions before it said. */
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What depends on colours alone. */
export const COLOURS = ["color-contrast", "link-in-text-block"];
/** What depends on where things are and how large. */
export const PLACES = [
  ...COLOURS,
  "target-size",
  "scrollable-region-focusable",
  "aria-hidden-focus",
  "label",
  "link-name",
  "button-name",
];

/** Has each page that the window will open bring axe along: half a megabyte is sent once, and compiled once. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({ content: axe.source });
}

/** Fails where axe finds something against WCAG 2.2 AA in the page as it stands. */
export async function assertAccessible(
  page: Page,
  name: string,
  rules: readonly string[] = [],
): Promise<void> {
  if (!await page.evaluate<boolean>('"axe" in globalThis')) {
    await page.evaluate(axe.source);
  }
  const found = await page.evaluate(
    async ({ tags, rules }) => {
      const { axe } = globalThis as unknown as {
        axe: typeof import("axe-core");
      };
      const { violations, passes } = await axe.run({
        runOnly: rules.length > 0
          ? { type: "rule", values: rules }
          : { type: "tag", values: tags },
        resultTypes: ["violations"],
        // Style sheets are read as the browser applied them; fetching them once more tells nothing.
        preload: false,
      });
      return {
        passes: passes.length,
        violations: violations.map(({ id, help, nodes }) => ({
          id,
          help,
          where: nodes.map(({ html, failureSummary }) =>
            `${html} ${failureSummary ?? ""}`
          ),
        })),
      };
    },
    { tags: TAGS, rules: [...rules] },
  );
  assert(found.passes > 0, `${name}: axe looked at nothing`);
  assert.deepEqual(found.violations, [], name);
}

/** Fails where the page is wider than its window, so that its reader must scroll sideways. */
export async function assertFits(page: Page, name: string): Promise<void> {
  const [content, window] = await page.evaluate<[number, number]>(
    "[document.documentElement.scrollWidth, document.documentElement.clientWidth]",
  );
  assert(content <= window, `${name}: ${content} px wide in ${window} px`);
}
