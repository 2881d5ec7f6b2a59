import { z } from "@hono/zod-openapi";
import { ok } from "../../../../src/kernel/result.ts";
import {
  OVERLAP_DEFAULT_S,
  OVERLAP_MAX_S,
} from "../../../../src/tenancy/api_key.ts";
import { revokeApiKey } from "../../../../src/tenancy/use_cases/revoke_api_key.ts";
import { rotateApiKey } from "../../../../src/tenancy/use_cases/rotate_api_key.ts";
import { integerText } from "../../fields.ts";
import { action } from "../shell/action.ts";
import { keyPage } from "./key_page.tsx";
import { keyId, KEYS } from "./member_path.ts";
import { secretShown } from "./secret_shown.ts";

/** Makes a key in another's place; its secret is shown this once. */
export const rotateKeyAction = action({
  path: "/members/keys/{id}/rotate",
  action: "api_keys.write",
  id: keyId,
  form: z.object({
    overlap_s: integerText({ min: 0, max: OVERLAP_MAX_S })
      .default(OVERLAP_DEFAULT_S),
  }),
  page: keyPage,
  async act({ deps, scope, id, form }) {
    const overlapMs = form.overlap_s * 1_000;
    const rotated = await rotateApiKey(deps, scope, id, { overlapMs });
    return rotated.ok ? ok({ shown: secretShown(rotated.value) }) : rotated;
  },
});

/** Ends a key at once. */
export const revokeKeyAction = action({
  path: "/members/keys/{id}/revoke",
  action: "api_keys.write",
  id: keyId,
  form: z.object({}),
  page: keyPage,
  async act({ deps, scope, id }) {
    const revoked = await revokeApiKey(deps, scope, id);
    return revoked.ok
      ? ok({
        to: KEYS,
        flash: { kind: "done", text: "The key was revoked." },
      })
      : revoked;
  },
});
