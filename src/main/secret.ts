const HIDDEN = "[secret]";

/** A value that shows itself only when asked: printing, JSON and inspection give `[secret]`. */
export interface Secret {
  reveal(): string;
}

export function secret(value: string): Secret {
  const hide = () => HIDDEN;
  return Object.freeze({
    reveal: () => value,
    toString: hide,
    toJSON: hide,
    [Symbol.toPrimitive]: hide,
    [Symbol.for("Deno.customInspect")]: hide,
    [Symbol.for("nodejs.util.inspect.custom")]: hide,
  });
}
