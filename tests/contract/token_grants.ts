import assert from "node:assert/strict";
import type {
  AuthorisationAnswer,
  OAuthClient,
  TokenGrants,
} from "../../ports/token_grants.ts";

/** An authorisation server that a suite can use. */
export interface GrantsSubject {
  readonly grants: TokenGrants;
  readonly client: OAuthClient;
  /** Goes through an authorisation, up to the answer that a browser brings back. */
  authorise(): Promise<AuthorisationAnswer>;
  close(): Promise<void>;
}

/** What must hold of whatever asks authorisation servers for tokens. */
export function tokenGrantsContract(
  name: string,
  open: () => Promise<GrantsSubject>,
): void {
  const test = (
    title: string,
    work: (subject: GrantsSubject) => Promise<void>,
  ) =>
    Deno.test(`${name}: ${title}`, async () => {
      const subject = await open();
      try {
        await work(subject);
      } finally {
        await subject.close();
      }
    });
  const kindOf = (told: { ok: boolean; failure?: { kind: string } }) =>
    told.ok ? "ok" : told.failure!.kind;

  test("a code is good once, with the verifier whose challenge was sent", async ({ grants, client, authorise }) => {
    const answer = await authorise();
    const granted = await grants.byCode(client, answer);
    assert(granted.ok, JSON.stringify(granted));
    const { accessToken, refreshToken, expiresInS } = granted.value;
    assert(accessToken.length > 10 && refreshToken!.length > 10);
    assert(expiresInS! > 0);
    assert.equal(kindOf(await grants.byCode(client, answer)), "oauth.revoked");
    const other = { ...await authorise(), verifier: "0".repeat(64) };
    assert.equal(kindOf(await grants.byCode(client, other)), "oauth.revoked");
  });

  test("a refresh gives the token to use next; the one before ends the grant", async ({ grants, client, authorise }) => {
    const first = await grants.byCode(client, await authorise());
    assert(first.ok);
    const before = first.value.refreshToken!;
    const second = await grants.byRefresh(client, before);
    assert(second.ok);
    assert.notEqual(second.value.refreshToken, before);
    assert.equal(
      kindOf(await grants.byRefresh(client, before)),
      "oauth.revoked",
    );
    assert.equal(
      kindOf(await grants.byRefresh(client, second.value.refreshToken!)),
      "oauth.revoked",
    );
  });

  test("what is revoked is granted no more; a token of nobody is revoked in peace", async ({ grants, client, authorise }) => {
    const granted = await grants.byCode(client, await authorise());
    assert(granted.ok);
    const token = granted.value.refreshToken!;
    assert.equal(kindOf(await grants.revoke(client, token)), "ok");
    assert.equal(
      kindOf(await grants.byRefresh(client, token)),
      "oauth.revoked",
    );
    assert.equal(kindOf(await grants.revoke(client, "of-nobody")), "ok");
  });

  test("a wrong client is rejected, and no revocation", async ({ grants, client, authorise }) => {
    const granted = await grants.byCode(client, await authorise());
    assert(granted.ok);
    const token = granted.value.refreshToken!;
    const wrong = { ...client, secret: "not-the-secret" };
    assert.equal(
      kindOf(await grants.byRefresh(wrong, token)),
      "oauth.rejected",
    );
    assert.equal(kindOf(await grants.byRefresh(client, token)), "ok");
  });

  test("a server that is not there is unavailable, one that may not be reached is not reached", async ({ grants, client, close }) => {
    await close();
    assert.equal(
      kindOf(await grants.byRefresh(client, "t")),
      "oauth.unavailable",
    );
    const inside = {
      ...client,
      settings: {
        ...client.settings,
        token_endpoint: "http://169.254.169.254/token",
      },
    };
    assert.equal(
      kindOf(await grants.byRefresh(inside, "t")),
      "oauth.not_reached",
    );
  });
}
