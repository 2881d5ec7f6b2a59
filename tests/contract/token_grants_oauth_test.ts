import { oauthTokenGrants } from "../../adapters/oauth/token_grants.ts";
import { safeOutgoing } from "../../adapters/outgoing/safe_outgoing.ts";
import { authorisationAddress } from "../../src/integrations/authorisation.ts";
import {
  type OAuthSettings,
  pullSettingsSchema,
} from "../../src/integrations/pull_settings.ts";
import { CLIENT_SECRET, openSource } from "../support/source_server.ts";
import { tokenGrantsContract } from "./token_grants.ts";

for (const client_auth of ["basic", "post"] as const) {
  tokenGrantsContract(`oauth4webapi, ${client_auth}`, async () => {
    const source = await openSource(
      client_auth === "basic" ? "client_secret_basic" : "client_secret_post",
    );
    const auth = pullSettingsSchema.parse(source.settings).auth;
    const settings = { ...auth, client_auth } as OAuthSettings;
    const verifier = "a1".repeat(32);
    const redirectUri = "http://balance.test/api/v1/connections/oauth/callback";
    let open = true;
    return {
      grants: oauthTokenGrants(safeOutgoing({ allow: [source.host] })),
      client: { settings, secret: CLIENT_SECRET },
      async authorise() {
        const state = "state-of-a-test";
        const back = await source.authorise(
          authorisationAddress(settings, { state, verifier, redirectUri }),
        );
        return {
          code: back.searchParams.get("code")!,
          iss: back.searchParams.get("iss"),
          state,
          verifier,
          redirectUri,
        };
      },
      async close() {
        if (open) await source.close();
        open = false;
      },
    };
  });
}
