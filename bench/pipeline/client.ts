/** A sender of one tenant: the service's HTTP interface with its key. */
export interface Client {
  get<T>(path: string): Promise<T>;
  /** Sends JSON text as it is. Throws where the answer is not 2xx. */
  post<T>(path: string, body: string): Promise<T>;
}

/** `address` without a path; `path`s begin with a slash. */
export function clientOf(address: string, key: string): Client {
  const ask = async <T>(path: string, init: RequestInit): Promise<T> => {
    const response = await fetch(`${address}${path}`, init);
    if (!response.ok) {
      throw new Error(
        `${path}: ${response.status} ${(await response.text()).slice(0, 500)}`,
      );
    }
    return await response.json() as T;
  };
  const headers = {
    Authorization: `Bearer ${key}`,
    "Content-Type": "application/json",
  };
  return {
    get: (path) => ask(path, { headers }),
    post: (path, body) => ask(path, { method: "POST", headers, body }),
  };
}
