import { CHART_STYLE } from "../charts/chart_style.ts";

/** The looks of a report: light and dark, narrow and wide, and on paper. */
export const HTML_STYLE = `${CHART_STYLE}
:root { color-scheme: light dark; --text: light-dark(#1c2430, #e4e8ee); --quiet: light-dark(#566273, #9aa7b8); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; color: var(--text); background: var(--chart-page); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 19px; margin: 2.25rem 0 0.5rem; }
.quiet { color: var(--quiet); margin: 0.25rem 0; overflow-wrap: anywhere; }
figure { margin: 1.5rem 0; max-width: 46rem; }
figcaption { font-weight: 600; margin-bottom: 0.5rem; }
/* A shadow at each side behind which there is more: the covers go with what is scrolled, and hide it where that ends. */
.scroll { --shade: light-dark(rgb(0 0 0 / 0.28), rgb(0 0 0 / 0.75)); overflow-x: auto; background: linear-gradient(to right, var(--chart-page) 40%, transparent) 0 0 / 3rem 100% local, linear-gradient(to left, var(--chart-page) 40%, transparent) 100% 0 / 3rem 100% local, linear-gradient(to right, var(--shade), transparent) 0 0 / 0.9rem 100%, linear-gradient(to left, var(--shade), transparent) 100% 0 / 0.9rem 100%, var(--chart-page); background-repeat: no-repeat; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--chart-line); }
th { font-weight: 600; vertical-align: bottom; }
td { min-width: 6.5rem; max-width: 26rem; overflow-wrap: break-word; }
.number { min-width: 0; text-align: right; white-space: nowrap; padding-right: 1rem; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 11px; }
  table { font-size: 9.5px; }
  thead { display: table-header-group; }
  tr, figure { break-inside: avoid; }
  .scroll { overflow: visible; background: none; }
}
`;
