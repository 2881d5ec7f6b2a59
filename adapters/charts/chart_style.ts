/** Light and dark of each colour of a series, at least 3:1 against the page of either. */
const COLOURS: readonly (readonly [light: string, dark: string])[] = [
  ["#2563a8", "#6cb0f5"],
  ["#b4540a", "#f0a35e"],
  ["#2b7a4b", "#6fcf97"],
  ["#7a4fb5", "#c4a3f0"],
  ["#a83254", "#f2909f"],
  ["#4f6472", "#a9bcc8"],
  ["#007a87", "#5fd0dc"],
  ["#7a6a00", "#dcc95a"],
];

/** How many colours there are; a ninth series begins again, with another pattern. */
export const CHART_COLOURS = COLOURS.length;

/** The variables that charts are coloured by; a page may set them anew. */
export const CHART_STYLE = `:root {
  --chart-text: light-dark(#3d4a5c, #c3cdd9);
  --chart-line: light-dark(#d5dbe3, #323d4b);
  --chart-page: light-dark(#ffffff, #12171e);
${
  COLOURS.map(([light, dark], at) =>
    `  --chart-${at + 1}: light-dark(${light}, ${dark});`
  ).join("\n")
}
}
svg.chart { display: block; width: 100%; height: auto; font-family: system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
`;
