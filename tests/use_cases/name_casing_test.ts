import assert from "node:assert/strict";
import { createCategories } from "../../src/categories/use_cases/create_categories.ts";
import { addMember } from "../../src/tenancy/use_cases/add_member.ts";
import { openTrial, value } from "../support/trial.ts";

Deno.test("names and addresses are taken whatever their letter case", async () => {
  const trial = await openTrial();
  await trial.categories("Fuel", "ΟΔΟΣ");
  for (const name of ["FUEL", "οδος"]) {
    const again = await createCategories(trial.deps, trial.scope, [{
      name,
      parentId: null,
    }]);
    assert(!again.ok);
    assert.equal(again.failure.kind, "category.name_taken");
  }
  const ann = { name: "Ann", role: "viewer" } as const;
  const again = await addMember(trial.deps, trial.scope, {
    ...ann,
    email: "ANN@foxglove.example",
  });
  assert(!again.ok);
  assert.equal(again.failure.kind, "member.email_taken");
});

Deno.test("names that only some lower-casing makes equal are two", async () => {
  const trial = await openTrial();
  const pairs = ["ΟΔΟΣ", "οδοσ", "İx", "ix"];
  assert.equal((await trial.categories(...pairs)).length, 4);
  for (const name of pairs) {
    value(
      await addMember(trial.deps, trial.scope, {
        email: `${name}@foxglove.example`,
        name,
        role: "viewer",
      }),
    );
  }
});
