import { compose } from "../../src/main/compose.ts";
import { parseConfig } from "../../src/main/config.ts";
import { jsonLog } from "../../src/main/log.ts";
import { serve } from "../../src/main/serve.ts";
import { createTenant } from "../../src/tenancy/use_cases/create_tenant.ts";
import { type Call, httpClient } from "../http/http_client.ts";
import { FIXED_THRESHOLD } from "../support/fixed_threshold.ts";
import { freshPostgres } from "../support/databases.ts";
import { value } from "../support/trial.ts";

/** One of several services, each put together by itself, over one database; as processes are, with nothing in common. */
export interface OneService {
  /** Calls it over TCP. */
  as(secret: string): Call;
  close(): Promise<void>;
}

/** Two services over one PostgreSQL, and a tenant. */
export interface TwoServices {
  readonly services: readonly [OneService, OneService];
  readonly ownerId: string;
  readonly secret: string;
}

/** Runs `work` on two services over a fresh PostgreSQL, and closes them. */
export async function onTwoServices(
  work: (two: TwoServices) => Promise<void>,
): Promise<void> {
  const { url, drop } = await freshPostgres();
  const config = value(parseConfig({
    DATABASE_URL: url,
    BALANCE_DB_POOL: "4",
    BALANCE_PORT: "0",
    BALANCE_LOG_LEVEL: "silent",
    // What is counted in memory is forgotten by timers that outlive a test.
    BALANCE_RATE_LIMITS: "off",
  }));
  const log = jsonLog(config.logLevel);
  async function open() {
    const service = await compose(config, log);
    const { address, close } = serve(service, config, log);
    let closing: Promise<void> | undefined;
    return {
      deps: service.deps,
      as: (secret: string) => httpClient(at(address), secret),
      close: () => closing ??= close().then(service.close),
    };
  }
  const [one, other] = [await open(), await open()];
  try {
    const made = value(
      await createTenant(one.deps, {
        name: "Foxglove Joinery",
        ownerEmail: "ann@foxglove.example",
        ownerName: "Ann",
        settings: FIXED_THRESHOLD,
      }),
    );
    await work({
      services: [one, other],
      ownerId: made.owner.id,
      secret: made.secret,
    });
  } finally {
    await one.close();
    await other.close();
    await drop();
  }
}

function at(address: string): Parameters<typeof httpClient>[0] {
  return {
    fetch: (request) => {
      const { pathname, search } = new URL(request.url);
      return fetch(new URL(pathname + search, address), request);
    },
  };
}
