/** Who asks for the same while it is being asked for gets the same answer: two at once would be in each other's way. */
export function oneAtATime<T>(): (
  key: string,
  ask: () => Promise<T>,
) => Promise<T> {
  const under = new Map<string, Promise<T>>();
  return (key, ask) => {
    const before = under.get(key);
    if (before) return before;
    const answer = ask().finally(() => under.delete(key));
    under.set(key, answer);
    return answer;
  };
}
