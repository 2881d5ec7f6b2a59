/** What one of many prints. */
export interface Part {
  print(text: string): void;
  /** It prints no more. */
  end(): void;
}

/**
 * What is printed at once by many, as if one had printed after the other: the first that has not ended is heard at once,
 * the others when those before them have ended. Parts come in the order in which they are opened.
 */
export function inOrder(write: (text: string) => void): { open(): Part } {
  const waiting: { text: string; ended: boolean }[] = [];

  function letOut(): void {
    for (let first = waiting[0]; first; first = waiting[0]) {
      write(first.text);
      first.text = "";
      if (!first.ended) return;
      waiting.shift();
    }
  }

  return {
    open() {
      const part = { text: "", ended: false };
      waiting.push(part);
      return {
        print(text) {
          part.text += text;
          letOut();
        },
        end() {
          part.ended = true;
          letOut();
        },
      };
    },
  };
}
