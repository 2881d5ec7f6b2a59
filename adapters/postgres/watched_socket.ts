import { connect, type Socket } from "node:net";

/** The server, or the way to it, says nothing any more. */
class Silence extends Error {
  override readonly name = "Silence";
  readonly code = "ETIMEDOUT";
}

/**
 * Opens sockets that end after `silenceMs` without a byte in either direction: a network that swallows packets tells
 * nobody, and whoever waits for an answer would wait for ever. An idle connection ends too, and is opened anew when
 * it is needed.
 */
export function watchedSocket(
  silenceMs: number,
): (to: { host: readonly string[]; port: readonly number[] }) => Socket {
  return ({ host: [host = "localhost"], port: [port = 5432] }) => {
    const socket = connect(port, host);
    socket.setTimeout(silenceMs, () => socket.destroy(new Silence()));
    // The driver asks for it when it speaks TLS.
    return Object.assign(socket, { host });
  };
}
