/**
 * How pages look: one column of text, pictures as wide as it, in light and in dark, on paper and on a telephone. Colours
 * keep a contrast of 4.5 to 1 for text and 3 to 1 for lines (WCAG 2.2, 1.4.3 and 1.4.11), and nothing is told by them alone.
 */
export const STYLE = `
:root { color-scheme: light dark; --page: #fcfcfa; --ink: #1c2024; --muted: #555c63; --line: #d9dbd7; --axis: #7b8188;
  --accent: #0a5aa8; --soft: #e6eef7; --better: #17663a; --worse: #a3301c; }
@media (prefers-color-scheme: dark) {
  :root { --page: #15181b; --ink: #e9e7e2; --muted: #aab0b5; --line: #363b40; --axis: #8a9198; --accent: #82b8f5;
    --soft: #1d2a38; --better: #7fd09f; --worse: #ff9f8c; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 58rem; padding: 2rem 1.25rem 4rem; background: var(--page); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; word-break: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p { margin: .5rem 0; max-width: 44rem; }
.muted, figcaption, caption, .notes { color: var(--muted); }
figure { margin: 1rem 0 0; } figure + .scroll { margin-top: 1.25rem; }
figcaption { font-size: .9rem; margin-top: .75rem; max-width: 44rem; }
.designs { list-style: none; margin: 1.5rem 0 0; padding: 0; }
.designs > li { display: grid; grid-template-columns: 2.25rem minmax(0, 1fr); padding: .8rem 0; border-top: 1px solid var(--line); }
.designs p { margin: .15rem 0 0; }
.letter { font-weight: 700; font-size: 1.15rem; line-height: 1.3; }
.designs .name { font-weight: 600; margin: 0; }
.designs ul { margin: .25rem 0 0; padding-left: 1.1rem; font-size: .9rem; color: var(--muted); }
code { font: .875em ui-monospace, monospace; word-break: break-word; }
.warning { border-left: .25rem solid var(--worse); padding-left: .6rem; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-size: .9rem; padding-bottom: .35rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--muted); font-weight: 600; font-size: .9rem; vertical-align: bottom; }
tbody th { font-weight: 400; }
td.number, th.number { text-align: right; } td.number { white-space: nowrap; }
.scroll { overflow-x: auto; } .scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll table + table { margin-top: 1.25rem; } thead th, td { word-break: normal; } tbody th { min-width: 6rem; }
details { margin-top: .75rem; }
summary { cursor: pointer; color: var(--accent); }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.better { color: var(--better); } .worse { color: var(--worse); }
.plot { padding: 2rem 1.5rem 3.1rem 4.25rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg { display: block; width: 100%; overflow: visible; }
svg text { font: .8125rem system-ui, sans-serif; fill: var(--muted); }
svg text.label { fill: var(--ink); font-weight: 700; font-size: .9rem; }
svg .halo { stroke: var(--page); stroke-width: 4px; paint-order: stroke; }
.grid { stroke: var(--line); } .axis { stroke: var(--axis); }
.zero { stroke: var(--ink); stroke-width: 1.25; }
.target { stroke: var(--worse); stroke-dasharray: 6 4; stroke-width: 1.5; } svg text.target-label { fill: var(--worse); stroke: none; }
.interval { stroke: var(--accent); stroke-width: 2; } .interval.open { stroke-width: 1.25; }
.interval.base { stroke: var(--ink); }
.dot { fill: var(--accent); stroke: var(--accent); stroke-width: 2; } .dot.open { fill: var(--page); }
.dot.base { fill: var(--ink); stroke: var(--ink); }
.join { stroke: var(--accent); stroke-width: 2; } .reference { stroke: var(--axis); stroke-dasharray: 5 4; }
.interval.thin { stroke-width: 1; } svg text.narrow { display: none; }
.frontier { stroke: var(--accent); stroke-width: 2; stroke-dasharray: 2 4; }
.forest { margin-top: 1.5rem; } .forest caption { color: var(--ink); font-weight: 600; }
.forest td, .forest th { padding-block: .1rem; border-bottom: 0; vertical-align: middle; }
.forest tr.first > * { border-top: 1px solid var(--line); }
.forest .measure { width: 10rem; } .forest .design { width: 2rem; font-weight: 700; }
.forest .picture { min-width: 9rem; padding-right: 1.25rem; } .forest .verdict { width: 7.5rem; font-size: .9rem; white-space: nowrap; } .forest .difference { width: 11rem; }
.multiples { display: grid; gap: 1.25rem 1rem; grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)); }
.multiples .plot { padding: .35rem .75rem 1.6rem 3rem; } .multiples.wide { grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr)); } .multiples.wide .plot { padding-bottom: 2.6rem; }
.multiples > * { max-width: 24rem; } .multiples h4 { margin: 0; font-size: .875rem; font-weight: 600; }
.notes { font-size: .9rem; margin-top: 2.75rem; border-top: 1px solid var(--line); padding-top: .75rem; }
.notes ul { padding-left: 1.1rem; } .notes li { max-width: 44rem; }
@media (max-width: 40rem) {
  body { padding-inline: 1rem; }
  .plot { padding-left: 3.25rem; padding-right: .5rem; } svg text.roomy { display: none; } svg text.narrow { display: inline; }
  .forest, .forest tbody { display: block; }
  .forest caption { display: block; } .forest thead { display: block; } .forest thead tr { display: block; padding: 0; }
  .forest thead th { display: none; } .forest thead th.picture { display: block; }
  .forest tbody tr { display: grid; padding: .3rem 0; grid-template: 'measure measure measure' 'design difference verdict'
    'picture picture picture' / 2rem 1fr auto; }
  .forest .measure { grid-area: measure; width: auto; font-weight: 600; } .forest .design { grid-area: design; }
  .forest .picture { grid-area: picture; padding-inline: 1rem; } .forest .difference { grid-area: difference; text-align: left; width: auto; }
  .forest .verdict { grid-area: verdict; width: auto; padding-right: 0; }
  .forest tr.first { border-top: 1px solid var(--line); } .forest tr.first > * { border-top: 0; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --ink: #000; --muted: #444; --line: #ccc; --axis: #777; --accent: #0a4f94; --soft: #fff;
    --better: #17663a; --worse: #a3301c; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  .scroll { overflow: visible; } .scroll table, .scroll thead th { font-size: 7pt; } .scroll tbody th { min-width: 0; } .scroll th, .scroll td { padding-right: .4rem; white-space: normal; }
  .designs > li, .forest tr, .multiples > *, .plot, .scroll tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  summary { display: none; } details::details-content { content-visibility: visible; block-size: auto; }
}
`;
