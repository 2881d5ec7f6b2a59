import { Buffer } from "node:buffer";
import { SMTPServer } from "smtp-server";

/** A message as a mail server took it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body, as they came. */
  readonly raw: string;
  readonly wasEncrypted: boolean;
}

/** How a server is to behave. */
export interface MailServerOptions {
  /** Refuses every recipient with this code and text. */
  readonly refuse?: () =>
    | { readonly code: number; readonly text: string }
    | null;
  /** Says nothing once a recipient is named. */
  readonly hang?: boolean;
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Whom it lets send. */
  readonly login?: { readonly user: string; readonly pass: string };
}

/** A mail server in this process. `await using` closes it. */
export interface MailServer extends AsyncDisposable {
  readonly port: number;
  readonly got: Received[];
}

/** Starts a mail server that takes everything, unless told otherwise. */
export async function mailServer(
  { refuse = () => null, hang = false, tls, login }: MailServerOptions = {},
): Promise<MailServer> {
  const got: Received[] = [];
  const hanging: (() => void)[] = [];
  const server = new SMTPServer({
    ...tls
      ? { key: tls.key, cert: tls.cert }
      : { disabledCommands: ["STARTTLS"] },
    authOptional: !login,
    closeTimeout: 100,
    logger: false,
    onAuth(auth, _session, done) {
      const isFit = auth.username === login?.user &&
        auth.password === login?.pass;
      if (isFit) done(null, { user: auth.username });
      else done(new Error("wrong"));
    },
    onRcptTo(_address, _session, done) {
      if (hang) return void hanging.push(() => done());
      const refused = refuse();
      if (!refused) return done();
      done(Object.assign(new Error(refused.text), {
        responseCode: refused.code,
      }));
    },
    onData(stream, session, done) {
      const chunks: Uint8Array[] = [];
      stream.on("data", (chunk: Uint8Array) => void chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        got.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
          wasEncrypted: session.secure,
        });
        done();
      });
    },
  });
  server.on("error", () => {});
  const ready = Promise.withResolvers<void>();
  server.listen(0, "127.0.0.1", () => ready.resolve());
  await ready.promise;
  const { port } = server.server.address() as { port: number };
  return {
    port,
    got,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        for (const go of hanging) go();
        server.close(() => resolve());
      }),
  };
}

/** The message as its reader sees it: folded headers in one line, soft breaks and quoted bytes undone. */
export function readable({ raw }: Received): string {
  return raw
    .replace(/\r\n[ \t]+/g, " ")
    .replace(/=\r\n/g, "")
    .replace(
      /(?:=[0-9A-F]{2})+/g,
      (quoted) => Buffer.from(quoted.replaceAll("=", ""), "hex").toString(),
    );
}
