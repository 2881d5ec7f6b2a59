import { StorageDown } from "../../ports/unit_of_work.ts";

/** SQLSTATE classes of a server that is not there, is stopping, or has no room: 08, 53, 57P; 25P03 is a session that it ended because it waited in a transaction. */
const SERVER = /^(08\w{3}|53\w{3}|57P\w{2}|25P03)$/;
/** What postgres.js and the network say of a connection that broke or never was. */
const CONNECTION =
  /^(CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND))$/;

/** The code of an error that tells of a storage which is down; else undefined. */
function downCode(error: unknown): string | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return typeof code === "string" &&
      (SERVER.test(code) || CONNECTION.test(code))
    ? code
    : undefined;
}

/** Runs `work`; where the storage was down it throws `StorageDown`. */
export async function storageErrors<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = downCode(error);
    throw code === undefined ? error : new StorageDown(code, error);
  }
}
