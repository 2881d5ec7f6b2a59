/** The reference's looks: system fonts, two columns where there is room, light and dark. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --text: light-dark(#1c2430, #e4e8ee);
  --quiet: light-dark(#566273, #9aa7b8);
  --line: light-dark(#dfe4ea, #2c3542);
  --page: light-dark(#ffffff, #12171e);
  --side: light-dark(#f6f8fa, #171d26);
  --chip: light-dark(#eef1f5, #232c38);
  --link: light-dark(#0b5cad, #7db7f0);
  --code: #17202b;
  --code-text: #dbe4ee;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace;
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; display: grid; grid-template-columns: 19rem minmax(0, 1fr);
  color: var(--text); background: var(--page);
  font: 15px/1.55 system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
}
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code { font: 0.88em var(--mono); background: var(--chip); padding: 0.1em 0.3em; border-radius: 4px; overflow-wrap: anywhere; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 1rem; top: 1rem; z-index: 1; background: var(--page); padding: 0.5rem; }

nav {
  position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1.25rem 1rem 2rem;
  background: var(--side); border-right: 1px solid var(--line); font-size: 13px;
}
nav .brand { display: block; font-size: 18px; font-weight: 650; color: var(--text); text-decoration: none; margin-bottom: 1rem; }
nav summary { font-weight: 600; cursor: pointer; padding: 0.35rem 0; }
nav ul { list-style: none; margin: 0 0 0.5rem; padding: 0; }
nav li a { display: grid; grid-template-columns: 3.4rem 1fr; gap: 0.5rem; align-items: baseline; padding: 0.2rem 0.3rem; border-radius: 5px; color: var(--text); text-decoration: none; overflow-wrap: anywhere; }
nav li a:hover { background: var(--chip); }
nav .other { display: block; padding: 0.35rem 0; }

main { padding: 2.5rem clamp(1.25rem, 4vw, 3.5rem) 6rem; max-width: 88rem; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 0.75rem; letter-spacing: -0.01em; }
h2 { font-size: 23px; margin: 3.5rem 0 0.25rem; text-transform: capitalize; }
h3 { font-size: 17px; margin: 0 0 0.4rem; }
h4 { font-size: 12px; margin: 1.5rem 0 0.4rem; text-transform: uppercase; letter-spacing: 0.06em; color: var(--quiet); }
.lead { color: var(--quiet); max-width: 46rem; margin: 0 0 1.25rem; }
.words { margin: 0.25rem 0; max-width: 40rem; }
.conventions { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1.25rem 2.5rem; margin: 2rem 0 0; }
.conventions dt { font-weight: 600; }
.conventions dd { margin: 0.2rem 0 0; color: var(--quiet); }

article { padding: 1.75rem 0; border-top: 1px solid var(--line); }
article:target h3 { color: var(--link); }
.line { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.4rem 0.75rem; margin: 0 0 0.75rem; }
.path { font-size: 14px; background: none; padding: 0; }
.action { font-size: 13px; color: var(--quiet); margin-left: auto; }
.method { font: 600 11px var(--mono); text-align: center; padding: 0.15rem 0.4rem; border-radius: 4px; }
.method.get { color: light-dark(#0b5394, #8cc4f7); background: light-dark(#e3f0fc, #16324c); }
.method.post { color: light-dark(#17623a, #83d8a6); background: light-dark(#e0f5e8, #14392a); }
.method.patch, .method.put { color: light-dark(#7a4a00, #f0c172); background: light-dark(#fdf0d9, #42300f); }
.method.delete { color: light-dark(#9b1c2c, #f5a0aa); background: light-dark(#fde6e8, #47191f); }

.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); gap: 2.5rem; }
.example { display: flex; flex-direction: column; gap: 0.75rem; align-self: start; position: sticky; top: 1.5rem; }
pre { margin: 0; padding: 0.9rem 1rem; border-radius: 8px; overflow-x: auto; scrollbar-width: thin; scrollbar-color: #4a5868 transparent; background: var(--code); color: var(--code-text); font: 12.5px/1.55 var(--mono); }

.members { margin: 0; }
.members > div { display: grid; grid-template-columns: 11rem minmax(0, 1fr); gap: 0.25rem 1rem; padding: 0.45rem 0; border-top: 1px solid var(--line); }
.members > div:first-child { border-top: 0; }
.members dd { margin: 0; min-width: 0; font-size: 14px; }
.members dt { min-width: 0; overflow-wrap: anywhere; }
.members dt code { background: none; padding: 0; font-weight: 600; }
.members .members { margin-top: 0.4rem; padding-left: 0.75rem; border-left: 2px solid var(--line); }
.members .members > div { grid-template-columns: 8.5rem minmax(0, 1fr); }
.required, .place { display: block; font-size: 11px; color: var(--quiet); }
.required { color: light-dark(#9b1c2c, #f5a0aa); }
.limits { color: var(--quiet); overflow-wrap: anywhere; }
.limits::before { content: "· "; }
.note { display: block; color: var(--quiet); }
.type { margin: 0.25rem 0; font-size: 14px; }
details > summary { cursor: pointer; }
article details { margin-top: 1.25rem; font-size: 14px; }
article details > summary { color: var(--quiet); }
.problems > div { display: grid; grid-template-columns: 3rem minmax(0, 1fr); padding: 0.35rem 0; }
.problems dt { font: 600 13px var(--mono); }
.problems dd { margin: 0; }
.problem { display: block; }
.schema { padding: 1.25rem 0; max-width: 54rem; }

@media (max-width: 75rem) {
  .columns { grid-template-columns: minmax(0, 1fr); gap: 1.25rem; }
  .example { position: static; }
}
@media (max-width: 52rem) {
  body { display: block; }
  nav { position: static; height: 40vh; border-right: 0; border-bottom: 1px solid var(--line); }
  .action { margin-left: 0; flex-basis: 100%; }
  .members > div, .members .members > div { grid-template-columns: minmax(0, 1fr); }
}
`;
