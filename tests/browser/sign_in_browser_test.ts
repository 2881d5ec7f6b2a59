import assert from "node:assert/strict";
import { inEveryLook } from "./accessible_pages.ts";
import { browserTest } from "./browser.ts";
import { serveTrial } from "./served_trial.ts";

browserTest(
  "a page that was asked for is there after signing in by a code, without any script",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open({ scripts: false });
      await trial.visit(page, "/records?q=timber");
      assert.equal(await page.title(), "Sign in · Balance");
      await page.getByLabel("Sign-in link or code").fill("wrong");
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.getByRole("alert").getByText("unknown, used or has expired")
        .waitFor();
      const link = `${trial.address}/sign-in#${await trial.codeOf()}`;
      await page.getByLabel("Sign-in link or code").fill(link);
      await page.getByRole("button", { name: "Sign in" }).click();
      assert.equal(page.url(), `${trial.address}/console/records?q=timber`);
      await page.getByText("Foxglove Joinery").waitFor();
      await page.getByRole("button", { name: "Sign out" }).click();
      await trial.visit(page, "/records");
      assert.equal(await page.title(), "Sign in · Balance");
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest("signing in is accessible", async (open) => {
  const trial = await serveTrial();
  try {
    const page = await open();
    await trial.visit(page, "");
    await inEveryLook(page, "sign in");
  } finally {
    await trial.stop();
  }
}, { quiet: ["Failed to load resource"] });

browserTest(
  "the link that a terminal prints signs in by itself on this machine, and leads to the page that was asked for",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await trial.visit(page, "/review");
      assert.equal(await page.title(), "Sign in · Balance");
      await page.goto(`${trial.address}/sign-in#${await trial.codeOf()}`);
      await page.getByRole("heading", { name: "Review" }).waitFor();
      assert.equal(page.url(), `${trial.address}/console/review`);
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "anywhere else opening the link uses nothing up; the button does",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      const elsewhere = "http://balance.example";
      const asked: string[] = [];
      await page.route(`${elsewhere}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        asked.push(`${route.request().method()} ${pathname}`);
        const answer = await trial.app.fetch(
          new Request(elsewhere + pathname, {
            method: route.request().method(),
            headers: { "Content-Type": "application/json", Origin: elsewhere },
            body: route.request().postData(),
          }),
        );
        await route.fulfill({
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: await answer.text(),
        });
      });
      await page.goto(`${elsewhere}/sign-in#${await trial.codeOf()}`);
      await page.getByRole("button", { name: "Sign in" }).waitFor();
      await inEveryLook(page, "sign in by link");
      assert(asked.every((one) => one.startsWith("GET ")), asked.join());
      await page.getByRole("button", { name: "Sign in" }).click();
      await page.waitForURL(`${elsewhere}/console`);
      assert(asked.includes("POST /api/v1/session"), asked.join());
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);

browserTest(
  "a form that was written when the session ended is sent after signing in again, by a button",
  async (open) => {
    const trial = await serveTrial();
    try {
      const page = await open();
      await trial.signIn(page);
      await trial.visit(page, "/connections/new?kind=api");
      await page.getByLabel("Name").fill("Till at the door");
      await page.context().clearCookies();
      await page.getByRole("button", { name: "Create connection" }).click();
      await page.getByText("nothing was done").waitFor();
      await inEveryLook(page, "sign in, with what was sent");
      const link = `${trial.address}/sign-in#${await trial.codeOf()}`;
      await page.getByLabel("Sign-in link or code").fill(link);
      const [other] = await Promise.all([
        page.context().waitForEvent("page"),
        page.getByRole("button", { name: "Sign in" }).click(),
      ]);
      await other.getByRole("heading", { name: "A program that pushes" })
        .waitFor();
      await page.getByRole("button", { name: "Send it again" }).click();
      await page.getByText("“Till at the door” is there.").waitFor();
    } finally {
      await trial.stop();
    }
  },
  { quiet: ["Failed to load resource"] },
);
