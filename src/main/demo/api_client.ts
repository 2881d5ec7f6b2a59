/** Calls the service over HTTP like any outside program. A problem document becomes an error that quotes it. */
export interface ApiClient {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body: unknown): Promise<T>;
}

export function apiClient(address: string, key: string): ApiClient {
  async function call<T>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<T> {
    const response = await fetch(`${address}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...body === undefined ? {} : { "content-type": "application/json" },
      },
      ...body === undefined ? {} : { body: JSON.stringify(body) },
    });
    if (!response.ok) {
      const problem = await response.text();
      throw new Error(`${method} ${path}: ${response.status} ${problem}`);
    }
    return await response.json();
  }
  return {
    get: (path) => call("GET", path),
    post: (path, body) => call("POST", path, body),
  };
}

/** Every item of a paged list, page by page. */
export async function* pages<T>(
  api: ApiClient,
  path: string,
): AsyncGenerator<readonly T[]> {
  let cursor: string | null = null;
  do {
    const more: string = cursor === null
      ? ""
      : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { data: readonly T[]; next_cursor: string | null } = await api
      .get(`${path}${more}`);
    yield page.data;
    cursor = page.next_cursor;
  } while (cursor !== null);
}
