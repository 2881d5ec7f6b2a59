import assert from "node:assert/strict";
import { ASSETS } from "../../adapters/hono/console/assets/assets.ts";
import { SECTIONS } from "../../adapters/hono/console/sections.ts";
import { StorageDown } from "../../ports/unit_of_work.ts";
import { ROLES, rolesFor } from "../../src/tenancy/access.ts";
import { type Headers, openConsole, OWN, SAME } from "./open_console.ts";
import { memberOf, signInCode, tokenOf } from "./signed_in.ts";

Deno.test("who is not signed in is shown how to, and then the page that they asked for", async () => {
  const { trial, send } = await openConsole();
  const asked = await send("GET", "/console/records?q=a+b", { as: null });
  assert.equal(asked.status, 401);
  assert.match(asked.text, /<title>Sign in · Balance<\/title>/);
  const [kept] = asked.headers.get("set-cookie")!.split(";");
  assert.equal(kept, "__Host-balance_page=%2Fconsole%2Frecords%3Fq%3Da%2Bb");
  const entered = await send("POST", "/console/sign-in", {
    as: null,
    form: { code: await signInCode(trial, "ann@foxglove.example") },
    headers: SAME,
  });
  assert.deepEqual([entered.status, entered.to], [303, "/console"]);
  const [session] = entered.headers.get("set-cookie")!.split(";");
  const led = await send("GET", "/console", {
    as: null,
    headers: { Cookie: `${session}; ${kept}` },
  });
  assert.deepEqual([led.status, led.to], [303, "/console/records?q=a+b"]);
  const plain = await send("GET", "/console");
  assert.deepEqual([plain.status, plain.to], [303, "/console/review"]);
});

for (
  const wrong of [
    "//evil.example/console/",
    "/console/../api/v1/session",
    "https://evil.example",
    "/console/\\evil.example",
    "/sign-in",
  ]
) {
  Deno.test(`a cookie that names ${wrong} leads nowhere`, async () => {
    const { send, token } = await openConsole();
    const { to } = await send("GET", "/console", {
      as: null,
      headers: {
        Cookie: `__Host-balance_session=${token}; __Host-balance_page=${
          encodeURIComponent(wrong)
        }`,
      },
    });
    assert.equal(new URL(to!, OWN).origin, OWN);
    assert.equal(new URL(to!, OWN).pathname.split("/")[1], "console");
  });
}

Deno.test("a form counts only when it was on a page of our own", async () => {
  const { send } = await openConsole();
  const foreign: Headers[] = [
    {},
    { "Sec-Fetch-Site": "cross-site" },
    { "Sec-Fetch-Site": "same-site" },
    { "Sec-Fetch-Site": "none" },
    { Origin: "https://elsewhere.test" },
    { Origin: "null" },
  ];
  const paths = [
    "/console/sign-in",
    "/console/sign-out",
    ...SECTIONS.flatMap(({ routes }) =>
      routes.filter(({ method }) => method === "post")
        .map(({ path }) => `/console${path.replace("{id}", "x")}`)
    ),
  ];
  for (const path of paths) {
    for (const headers of foreign) {
      const { status, text } = await send("POST", path, { headers, form: {} });
      assert.equal(status, 403, `${path} ${JSON.stringify(headers)}`);
      assert.match(text, /must come from a page of this service/);
    }
  }
  for (const headers of [SAME, { Origin: OWN }]) {
    const { status } = await send("POST", "/console/review/next", {
      headers,
      form: {},
    });
    assert.equal(status, 303);
  }
});

Deno.test("every page and form refuses the roles that may not do its action, and the navigation leaves it out", async () => {
  const { trial, send } = await openConsole();
  for (const role of ROLES) {
    const email = role === "owner"
      ? "ann@foxglove.example"
      : (await memberOf(trial, role)).email;
    const as = await tokenOf(trial, email);
    for (const section of SECTIONS) {
      for (const { method, path, action } of section.routes) {
        const mayDo = (rolesFor(action) as readonly string[]).includes(role);
        const { status } = await send(
          method.toUpperCase(),
          `/console${path.replace("{id}", "x")}`,
          { as, headers: SAME, ...method === "post" && { form: {} } },
        );
        assert.equal(status === 403, !mayDo, `${role} ${method} ${path}`);
      }
      const mayOpen = (rolesFor(section.action) as readonly string[])
        .includes(role);
      const { text } = await send("GET", "/console/nothing", { as });
      const label = section.label.replace("&", "&amp;");
      assert.equal(text.includes(`>${label}</a>`), mayOpen, role);
    }
  }
});

Deno.test("its files are kept by browsers for good, and pages by nobody", async () => {
  const { send } = await openConsole();
  for (const address of Object.values(ASSETS)) {
    const { status, headers } = await send("GET", address, { as: null });
    assert.equal(status, 200);
    assert.equal(
      headers.get("cache-control"),
      "public, max-age=31536000, immutable",
    );
    assert.match(address, /\.[0-9a-f]{16}\.\w+$/);
  }
  const page = await send("GET", "/console/records");
  assert.equal(page.headers.get("cache-control"), "no-store");
  assert.equal(
    page.headers.get("content-security-policy"),
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  );
  assert(!/ on\w+=|<script>| style=/.test(page.text));
});

Deno.test("what records say is text, whatever it looks like", async () => {
  const { send, receive } = await openConsole();
  const description = `<img src=x> "&' <!--rest--> </title>`;
  const [id] = await receive(description);
  for (const path of ["/console/records", `/console/records/${id}`]) {
    const { text } = await send("GET", path);
    assert(!text.includes("<img"), path);
    assert(!text.includes("<!--rest-->"), path);
    assert(text.includes("&lt;img src=x&gt;"), path);
    assert(text.endsWith("</html>"), path);
  }
});

Deno.test("an address that is not there, and one of another company, are told in words with the request's id", async () => {
  const { send } = await openConsole();
  for (
    const path of [
      "/console/nothing",
      "/console/records/rec_01kx2m6v9dfk3tqz8w5y7r4b1c",
      "/console/review/apr_01kx2m6v9dfk3tqz8w5y7r4b1c",
      "/console/records/rec_1",
    ]
  ) {
    const { status, text, headers } = await send("GET", path, {
      headers: { "X-Request-Id": "r-17" },
    });
    assert.equal(status, 404, path);
    assert.match(text, /Request <code>r-17<\/code>/);
    assert.match(headers.get("content-type")!, /^text\/html/);
  }
});

Deno.test("a storage that is down is told on a page, also when the page had begun", async () => {
  let down = false;
  let calls = 0;
  const { send, errors } = await openConsole({
    wrap: (uow) => ({
      run: (permit, work) => {
        // The frame and the filter of the list are four units; the rows are the fifth.
        if (down && ++calls > 4) {
          throw new StorageDown("57P01", new Error("gone"));
        }
        return uow.run(permit, work);
      },
    }),
  });
  down = true;
  const begun = await send("GET", "/console/records");
  assert.equal(begun.status, 200);
  assert.match(begun.text, /<form method="get"/);
  assert.match(begun.text, /The storage does not answer/);
  assert(begun.text.endsWith("</html>"));
  assert.equal(errors.length, 1);
  calls = 10;
  const whole = await send("GET", "/console/records");
  assert.equal(whole.status, 503);
  assert.equal(whole.headers.get("retry-after"), "5");
  assert.match(whole.text, /Nothing was lost/);
  assert.equal(errors.length, 2);
});

Deno.test("the root leads browsers to the console, and tells programs that there is nothing", async () => {
  const { send } = await openConsole();
  const browser = await send("GET", "/", { headers: { Accept: "text/html" } });
  assert.deepEqual([browser.status, browser.to], [303, "/console"]);
  const program = await send("GET", "/", {
    headers: { Accept: "application/json" },
  });
  assert.equal(program.status, 404);
});

Deno.test("a message for the next page that somebody else made up is not said", async () => {
  const { send, token } = await openConsole();
  for (const value of ["e30", "!!", btoa("{"), btoa('{"kind":"done"}')]) {
    const { status, text } = await send("GET", "/console/review", {
      as: null,
      headers: {
        Cookie:
          `__Host-balance_session=${token}; __Host-balance_flash=${value}`,
      },
    });
    assert.equal(status, 200);
    assert(!text.includes('class="flash'));
  }
});

Deno.test("our script is told a refusal as a problem, and where to go as JSON", async () => {
  const { send, receive, runJobs, waiting } = await openConsole();
  await receive("Timber 1");
  await runJobs();
  const [approval] = await waiting();
  const decide = (form: Readonly<Record<string, string>>) =>
    send("POST", `/console/review/${approval!.id}`, {
      form,
      headers: { ...SAME, Accept: "application/json" },
    });
  const unseen = await decide({ choice: "approve" });
  assert.equal(unseen.status, 422);
  assert.match(unseen.text, /record_version/);
  const stale = await decide({ choice: "approve", record_version: "1" });
  assert.equal(stale.status, 409);
  const refused = await decide({ choice: "approve", record_version: "2" });
  assert.equal(refused.status, 422);
  assert.match(refused.text, /nothing_suggested/);
  assert.match(refused.headers.get("content-type")!, /problem\+json/);
  const done = await decide({ choice: "reject", stay: "on" });
  const { to, flash } = JSON.parse(done.text);
  assert.deepEqual(
    [done.status, to, flash.text, flash.next.action],
    [
      200,
      "/console/review",
      "Timber 1 is not one to sort.",
      "/console/review/undo",
    ],
  );
});
