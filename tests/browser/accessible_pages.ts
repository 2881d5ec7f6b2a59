import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Role } from "../../src/tenancy/access.ts";
import type { HttpTrialOptions } from "../http/http_trial.ts";
import {
  assertAccessible,
  assertFits,
  bringAxe,
  COLOURS,
  PLACES,
} from "./accessible.ts";
import { browserTest, SHOTS } from "./browser.ts";
import { type ServedTrial, serveTrial } from "./served_trial.ts";

/** A page by its path below `/console`, or a way to get it on screen. */
export type LookedAt = string | ((page: Page) => Promise<void>);

/**
 * Tests that pages of a section are WCAG 2.2 AA in light, in dark and at 360 px, where they also fit. `prepare` fills
 * the service and says which pages there are, by name: the full, the empty, the refused form, …
 */
export function accessiblePages(
  section: string,
  prepare: (
    trial: ServedTrial,
  ) => Promise<Readonly<Record<string, LookedAt>>>,
  { role = "owner", quiet = [], options = {} }: {
    readonly role?: Role;
    readonly quiet?: readonly string[];
    /** What the service is made of, where it is not the usual. */
    readonly options?: HttpTrialOptions;
  } = {},
): void {
  browserTest(
    `${section}: every page is accessible in light, dark and at 360 px`,
    async (open) => {
      const trial = await serveTrial(options);
      try {
        const pages = await prepare(trial);
        const page = await open();
        await bringAxe(page);
        await trial.signIn(page, role);
        for (const [name, at] of Object.entries(pages)) {
          if (typeof at === "string") await trial.visit(page, at);
          else await at(page);
          await inEveryLook(page, `${section} ${name}`);
        }
      } finally {
        await trial.stop();
      }
    },
    // Pages that tell of a failure are looked at too.
    { quiet: ["Failed to load resource", ...quiet] },
  );
}

/** Looks at the page as it stands: wide and light, then dark, then narrow. */
export async function inEveryLook(page: Page, name: string): Promise<void> {
  // What programs call a tenant is the company of whoever reads this.
  const text = await page.evaluate<string>("document.body.innerText");
  assert.doesNotMatch(text, /tenant/i, name);
  await page.setViewportSize({ width: 1280, height: 800 });
  await assertAccessible(page, name);
  await shoot(page, `${name} light`);
  await page.emulateMedia({ colorScheme: "dark" });
  await assertAccessible(page, `${name}, dark`, COLOURS);
  await shoot(page, `${name} dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 360, height: 800 });
  await assertFits(page, `${name}, narrow`);
  await assertAccessible(page, `${name}, narrow`, PLACES);
  await shoot(page, `${name} narrow`);
}

async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  const path = `${SHOTS}/${name.replaceAll(/\W+/g, "-")}.png`;
  await page.screenshot({ path, fullPage: true });
}
