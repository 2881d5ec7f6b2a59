/** The sign-in page's style. */
export const STYLE =
  `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; display: grid; min-height: 100vh; place-items: center; }
main { width: min(24rem, 90vw); }
label { display: block; }
input, button { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; }
`;
