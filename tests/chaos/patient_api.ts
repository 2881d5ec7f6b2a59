import { type ApiClient, apiClient } from "../../src/main/demo/api_client.ts";
import { pause } from "./pause.ts";

const TRIES = 60;
const AGAIN_MS = 250;

/** An API client that reads again, for a quarter of a minute, when the answer is 503 or there is none. */
export function patientApi(address: string, key: string): ApiClient {
  const api = apiClient(address, key);
  async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let left = TRIES;; left--) {
      try {
        return await ask();
      } catch (error) {
        if (left === 0 || !isForNow(error)) throw error;
        await pause(AGAIN_MS);
      }
    }
  }
  return {
    get: (path) => patiently(() => api.get(path)),
    post: api.post,
  };
}

function isForNow(error: unknown): boolean {
  return error instanceof TypeError ||
    error instanceof Error && / 503 /.test(error.message);
}
