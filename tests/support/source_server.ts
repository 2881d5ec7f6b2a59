import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Buffer } from "node:buffer";
import Provider from "oidc-provider";

/** What a list answers in the place of what it has; null lets it answer as usual. */
export type Fault = (
  request: IncomingMessage,
  response: ServerResponse,
) => true | null;

/** A transaction as the source lists it. */
export interface Transaction {
  readonly id: string;
  readonly memo: string;
  readonly total: string;
  readonly booked_at: string;
  readonly status?: "pending" | "booked";
}

export const CLIENT_ID = "balance";
export const CLIENT_SECRET = "a-secret-of-the-oauth-client-32-bytes";
const PAGE = 10;

/**
 * A source as there are many: an authorisation server (oidc-provider, which rotates refresh tokens and ends a grant
 * whose old one is used again), and a list in pages that wants its tokens, newest first.
 */
export async function openSource(
  authMethod: "client_secret_basic" | "client_secret_post" =
    "client_secret_basic",
  /** Where the one who authorises is sent back to. */
  redirectUri = "http://balance.test/api/v1/connections/oauth/callback",
) {
  const list: Transaction[] = [];
  const faults: { list: Fault | null; token: Fault | null } = {
    list: null,
    token: null,
  };
  const seen: { readonly path: string; readonly grant: string | null }[] = [];
  const grants = new Set<string>();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const provider = new Provider(origin, {
    clients: [{
      client_id: CLIENT_ID,
      client_secret: CLIENT_SECRET,
      redirect_uris: [redirectUri],
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
      token_endpoint_auth_method: authMethod,
    }],
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
    },
    issueRefreshToken: () => Promise.resolve(true),
    rotateRefreshToken: () => true,
    interactions: {
      url: (_: unknown, interaction: { uid: string }) =>
        `/interaction/${interaction.uid}`,
    },
    cookies: { keys: ["a key of a test"] },
    ttl: {
      AccessToken: 3_600,
      RefreshToken: 86_400,
      Session: 600,
      Grant: 86_400,
      Interaction: 600,
      IdToken: 600,
    },
  });
  provider.on("refresh_token.saved", (token: { grantId?: string }) => {
    if (token.grantId) grants.add(token.grantId);
  });
  const handle = provider.callback();
  server.on("request", (request, response) => {
    const path = request.url ?? "/";
    if (path.startsWith("/interaction/")) {
      void finish(provider, request, response);
      return;
    }
    if (path.startsWith("/transactions")) {
      void answerList(request, response);
      return;
    }
    if (path === "/token") seen.push({ path, grant: null });
    if (path === "/token" && faults.token?.(request, response)) return;
    handle(request, response);
  });

  async function answerList(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url!, origin);
    const bearer = request.headers.authorization?.replace(/^Bearer /, "") ?? "";
    seen.push({ path: `${url.pathname}${url.search}`, grant: bearer });
    if (faults.list?.(request, response)) return;
    const token = await provider.AccessToken.find(bearer);
    if (!token) return send(response, 401, { error: "invalid_token" });
    const since = url.searchParams.get("since");
    const found = list.filter((one) => since === null || one.booked_at >= since)
      .toSorted((a, b) => a.booked_at < b.booked_at ? 1 : -1);
    const from = Number(atob(url.searchParams.get("cursor") ?? btoa("0")));
    const page = found.slice(from, from + PAGE);
    send(response, 200, {
      data: page,
      next: from + PAGE < found.length ? btoa(String(from + PAGE)) : null,
    });
  }

  return {
    origin,
    host: { host: "127.0.0.1", port },
    list,
    faults,
    /** The requests so far. */
    seen,
    /** A manifest of it. */
    settings: {
      auth: {
        kind: "oauth2" as const,
        issuer: origin,
        authorization_endpoint: `${origin}/auth`,
        token_endpoint: `${origin}/token`,
        revocation_endpoint: `${origin}/token/revocation`,
        client_id: CLIENT_ID,
        scopes: ["openid"],
      },
      list: {
        url: `${origin}/transactions`,
        items: "/data",
        id: "/id",
      },
      paging: { style: "cursor" as const, parameter: "cursor", next: "/next" },
      since: {
        parameter: "since",
        pointer: "/booked_at",
        format: "rfc3339" as const,
        overlap_s: 0,
      },
    },
    /** Ends every grant that was given. */
    async endGrants(): Promise<void> {
      for (const id of grants) await (await provider.Grant.find(id))?.destroy();
      grants.clear();
    },
    /** Goes through an authorisation as a browser does, up to the address that the answer is sent to. */
    authorise: (address: string) => browse(address, redirectUri),
    close: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export type Source = Awaited<ReturnType<typeof openSource>>;

export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  const bytes = Buffer.from(
    typeof body === "string" ? body : JSON.stringify(body),
  );
  response.writeHead(status, {
    "Content-Type": "application/json",
    ...headers,
  });
  response.end(bytes);
}

/** Says yes to everything that somebody would be asked. */
async function finish(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params, session } = await provider.interactionDetails(
    request,
    response,
  );
  if (prompt.name === "login") {
    const result = { login: { accountId: "ann" } };
    await provider.interactionFinished(request, response, result, {
      mergeWithLastSubmission: false,
    });
    return;
  }
  const grant = new provider.Grant({
    accountId: session!.accountId,
    clientId: String(params["client_id"]),
  });
  grant.addOIDCScope("openid");
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, {
    consent: { grantId },
  }, { mergeWithLastSubmission: true });
}

async function browse(address: string, until: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = address;
  for (let hops = 0; hops < 10; hops++) {
    if (url.startsWith(until)) return new URL(url);
    const response = await fetch(url, {
      redirect: "manual",
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`)
          .join("; "),
      },
    });
    await response.body?.cancel();
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name!, value!);
    }
    const next = response.headers.get("Location");
    if (next === null) throw new Error(`${url}: ${response.status}`);
    url = new URL(next, url).href;
  }
  throw new Error("too many redirects");
}
