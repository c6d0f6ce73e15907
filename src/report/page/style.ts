/**
 * The page's style sheet. Colours hold a contrast of 3 to 1 or more with the page, in light and dark, and differ in lightness
 * where they meet, for people who do not see hues.
 */
export const STYLE = `
:root { color-scheme: light dark; --page: #ffffff; --ink: #1b1f24; --soft: #59616c; --rule: #d9dde2; --cell: #eef1f4; --accent: #0b62a4; --second: #d97706;
  --f0: #0b62a4; --f1: #d97706; --f2: #0b8f6c; --f3: #b04a91; --f4: #3a8fc9; --f5: #858b95; --f6: #8a6a2f; --f7: #4b515a; }
@media (prefers-color-scheme: dark) { :root { --page: #14171b; --ink: #e9ebee; --soft: #a4acb7; --rule: #363c44; --cell: #20252b; --accent: #6fb3ef; --second: #f0a443;
  --f0: #5aa5e8; --f1: #f0a443; --f2: #2fb58f; --f3: #e29acb; --f4: #9fd6f7; --f5: #7c8490; --f6: #cfae6e; --f7: #c9ced6; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 768px; padding: 24px 24px 64px; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 28px; line-height: 1.2; margin: 16px 0 4px; font-weight: 650; letter-spacing: -0.01em; }
h2 { font-size: 20px; line-height: 1.3; margin: 56px 0 4px; font-weight: 650; }
h3 { font-size: 14px; line-height: 1.35; margin: 16px 0 0; font-weight: 600; }
p { margin: 0 0 12px; max-width: 68ch; }
a { color: var(--accent); text-underline-offset: 2px; }
header p, .note { color: var(--soft); font-size: 14px; }
nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 16px 0 0; padding: 0; font-size: 14px; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(136px, 1fr)); gap: 16px; margin: 24px 0; padding: 16px 0; border: solid var(--rule); border-width: 1px 0; }
dl div { display: flex; flex-direction: column-reverse; }
dt { color: var(--soft); font-size: 14px; }
dd { margin: 0; font-size: 22px; line-height: 1.25; font-weight: 600; font-variant-numeric: tabular-nums; }
.warning { border-left: 4px solid var(--second); padding: 4px 0 4px 16px; margin: 16px 0; font-size: 15px; }
.warning ul { margin: 0; padding-left: 18px; }
figure { margin: 16px 0 12px; }
svg { display: block; overflow: visible; }
.wide > svg, .narrow > svg, .small svg { width: 100%; height: auto; }
.narrow { display: none; max-width: 480px; }
svg text { font-size: 12px; fill: var(--soft); font-variant-numeric: tabular-nums; }
svg text.name { fill: var(--ink); unicode-bidi: isolate; }
svg a { text-decoration: none; } svg a text.name { fill: var(--accent); text-decoration: underline; }
.halo { paint-order: stroke; stroke: var(--page); stroke-width: 4px; stroke-linejoin: round; }
.grid { stroke: var(--rule); stroke-width: 1; } .axis { stroke: var(--soft); stroke-width: 1; }
.mark { stroke: var(--soft); stroke-dasharray: 3 3; } .over { stroke: var(--soft); stroke-width: 0.75; stroke-dasharray: 2 3; }
.single, .heat { fill: var(--accent); } .second { fill: var(--second); } .again { fill: var(--second); } .cell { fill: var(--cell); }
.area { fill: var(--accent); fill-opacity: 0.14; } .line { fill: none; stroke: var(--accent); stroke-width: 2; } .thin { stroke: var(--soft); stroke-width: 1.25; }
.ring { fill: var(--page); stroke: var(--second); stroke-width: 2; } .bond { stroke: var(--soft); stroke-width: 1.5; }
${[0, 1, 2, 3, 4, 5, 6, 7].map((family) => `.f${family} { fill: var(--f${family}); }`).join(' ')}
.legend, .scale { list-style: none; display: flex; flex-wrap: wrap; align-items: center; gap: 4px 16px; margin: 0 0 12px; padding: 0; font-size: 14px; color: var(--soft); }
.scale { gap: 8px; } .legend li { display: flex; align-items: center; gap: 6px; }
.small { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(140px, 1fr)); gap: 20px 16px; }
.small li { display: flex; flex-direction: column; } .small h3 { margin: 0; font-size: 13px; } .small p { margin: 0; font-size: 12px; color: var(--soft); flex: 1; }
details { margin: 4px 0; font-size: 14px; } .inner { padding-left: 16px; } summary { cursor: pointer; color: var(--soft); padding: 4px 0; }
summary:focus-visible, a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.scroll { overflow-x: auto; max-height: 420px; border: 1px solid var(--rule); border-radius: 4px; } .whole { max-height: none; margin-bottom: 12px; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { text-align: left; font-weight: 400; padding: 4px 12px; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; min-width: 72px; }
tbody th { min-width: 120px; } thead th { font-weight: 600; position: sticky; top: 0; background: var(--page); overflow-wrap: normal; }
.number { text-align: right; overflow-wrap: normal; } td.number { white-space: nowrap; } .about { display: block; color: var(--soft); } tbody tr:last-child > * { border-bottom: 0; }
pre { margin: 12px 0; padding: 12px 16px; background: var(--cell); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.6 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
pre span { display: inline-block; max-width: 100%; }
@media screen and (max-width: 719px) {
  body { padding: 8px 16px 48px; } h1 { font-size: 24px; } h2 { margin-top: 44px; }
  .wide { display: none; } .narrow { display: block; } dl { grid-template-columns: repeat(auto-fill, minmax(120px, 1fr)); }
}
@media print {
  :root { color-scheme: light; --page: #ffffff; --ink: #000000; --soft: #444a52; --rule: #c9ced4; --cell: #f1f3f5; --accent: #0b62a4; --second: #d97706;
    --f0: #0b62a4; --f1: #d97706; --f2: #0b8f6c; --f3: #b04a91; --f4: #3a8fc9; --f5: #858b95; --f6: #8a6a2f; --f7: #4b515a; }
  body { max-width: none; padding: 0; font-size: 11pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav, details:not([open]), details > summary { display: none; } .scroll { overflow: visible; max-height: none; border: 0; } thead th { position: static; }
  h2 { margin-top: 28px; break-after: avoid; } h2 + p { break-after: avoid; } p, figure, .small li, dl, section { break-inside: avoid; } a { color: inherit; }
}
`;
