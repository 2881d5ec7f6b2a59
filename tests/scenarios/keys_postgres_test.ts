import assert from "node:assert/strict";
import { onTwoServices } from "./two_processes.ts";

const KEYS = "/api/v1/api-keys";

Deno.test("a key that one process revokes opens nothing at another from then on", async () => {
  await onTwoServices(async ({ services, secret }) => {
    for (let round = 0; round < 6; round++) {
      const [here, there] = round % 2 ? services : services.toReversed();
      const owner = here!.as(secret);
      const { body } = await owner("POST", KEYS, {
        name: "till",
        role: "viewer",
      });
      const ask = async () =>
        (await Promise.all(
          services.map(({ as }) =>
            as(body["secret"]!)("GET", "/api/v1/tenant")
          ),
        )).map(({ status }) => status);
      assert.deepEqual(await ask(), [200, 200]);
      const gone = await there!.as(secret)("DELETE", `${KEYS}/${body["id"]}`);
      assert.equal(gone.status, 204);
      assert.deepEqual(await ask(), [401, 401]);
    }
  });
});

Deno.test("a key that one process rotates without an overlap opens nothing at another, and the new one does", async () => {
  await onTwoServices(async ({ services: [here, there], secret }) => {
    const { body: old } = await here.as(secret)("POST", KEYS, {
      name: "till",
      role: "viewer",
    });
    const open = async (key: string) =>
      (await there.as(key)("GET", "/api/v1/tenant")).status;
    assert.equal(await open(old["secret"]!), 200);
    const { body } = await here.as(secret)(
      "POST",
      `${KEYS}/${old["id"]}/rotate`,
      { overlap_s: 0 },
    );
    assert.deepEqual(
      [await open(old["secret"]!), await open(body["secret"]!)],
      [401, 200],
    );
  });
});

Deno.test("of two processes that rotate one key at once one is refused", async () => {
  await onTwoServices(async ({ services, secret }) => {
    const { body } = await services[0].as(secret)("POST", KEYS, {
      name: "till",
      role: "viewer",
    });
    const both = await Promise.all(
      services.map(({ as }) =>
        as(secret)("POST", `${KEYS}/${body["id"]}/rotate`, {})
      ),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [201, 409]);
  });
});

Deno.test("a process that stops keeps which keys were used there", async () => {
  await onTwoServices(async ({ services: [here, there], secret }) => {
    const { body } = await here.as(secret)("POST", KEYS, {
      name: "till",
      role: "viewer",
    });
    const used = await there.as(body["secret"]!)("GET", "/api/v1/tenant");
    assert.equal(used.status, 200);
    await there.close();
    const list = await here.as(secret)("GET", KEYS);
    const till = list.body["data"]!.find((key) => key["id"] === body["id"])!;
    assert.match(till["last_used_at"]!, /^\d{4}-/);
  });
});

Deno.test("of owners who all leave at once, at several processes, just one is refused", async () => {
  await onTwoServices(async ({ services, ownerId, secret }) => {
    const owner = services[0].as(secret);
    let present = ownerId;
    for (const leave of ["remove", "demote", "both", "remove"] as const) {
      const added = await owner("POST", "/api/v1/members", {
        email: `bo-${leave}-${present}@foxglove.example`,
        name: "Bo",
        role: "owner",
      });
      assert.equal(added.status, 201, added.text);
      const ids = [present, added.body["id"]!];
      const answers = await Promise.all(ids.map((id, n) => {
        const call = services[n]!.as(secret);
        const path = `/api/v1/members/${id}`;
        return leave === "remove" || (leave === "both" && n === 0)
          ? call("DELETE", path)
          : call("PATCH", path, { role: "viewer" });
      }));
      const refused = answers.filter(({ status }) => status >= 300);
      assert.deepEqual(
        refused.map(({ status, body }) => [status, body["type"]]),
        [[409, "https://balance.invalid/problems#member.last_owner"]],
      );
      const { body } = await owner("GET", "/api/v1/members");
      const owners = body["data"]!.filter((one) => one["role"] === "owner");
      assert.equal(owners.length, 1, leave);
      present = owners[0]!["id"]!;
      for (const one of body["data"]!) {
        if (one["id"] === present) continue;
        await owner("DELETE", `/api/v1/members/${one["id"]}`);
      }
      await owner("PATCH", `/api/v1/members/${present}`, { name: leave });
    }
  });
});
