/** Style of the HTML report: dark and light, and black on white on paper. Severity is told by words, never by colour alone. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--text:#1b1f24;--quiet:#57606a;--line:#d0d7de;--paper:#fff;--soft:#f6f8fa;--fail:#a40e26;--unknown:#7a4d00;--accept:#0550ae}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--quiet:#9aa4ae;--line:#3d444d;--paper:#0d1117;--soft:#161b22;--fail:#ff8182;--unknown:#e3b341;--accept:#79c0ff}}
@media print{:root{color-scheme:light;--text:#000;--quiet:#333;--line:#999;--paper:#fff;--soft:#fff;--fail:#7a0016;--unknown:#5c3900;--accept:#033d8b}article,tr,svg{break-inside:avoid}h2,h3,h4{break-after:avoid}a{color:inherit}}
body{font:15px/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif;color:var(--text);background:var(--paper);max-width:62rem;margin:2rem auto;padding:0 1.5rem}
h1{font-size:1.8rem;margin:0}h2{font-size:1.3rem;margin:2.5rem 0 .75rem;border-bottom:2px solid var(--line)}h3{font-size:1.05rem;margin:1.75rem 0 .4rem}h4{margin:0}
.quiet,.name,.count{color:var(--quiet)}.quiet,.name{font-size:.85rem}.name,dt,dd,pre{overflow-wrap:anywhere}.name{margin:.1rem 0 .5rem}
.totals{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem}.totals p{margin:0;padding:.75rem 1rem;border:1px solid var(--line);border-left-width:5px;border-radius:6px}.totals strong{display:block;font-size:2rem;line-height:1.1}
.totals .fail{border-left-color:var(--fail)}.totals .unknown{border-left-color:var(--unknown)}.totals .accepted{border-left-color:var(--accept)}.fail strong,td.fail{color:var(--fail)}.unknown strong,td.unknown{color:var(--unknown)}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}td{font-variant-numeric:tabular-nums}
article{border:1px solid var(--line);border-radius:6px;padding:.75rem 1rem;margin:.75rem 0}dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.15rem 1rem;font-size:.85rem}dd{margin:0}
code,pre{font-family:ui-monospace,'SF Mono','DejaVu Sans Mono',monospace;font-size:.85em}pre{background:var(--soft);border:1px solid var(--line);border-radius:4px;padding:.5rem .75rem;white-space:pre-wrap;margin:.4rem 0}
.severity{display:inline-block;min-width:4.5rem;text-align:center;font-size:.75rem;text-transform:uppercase;letter-spacing:.04em;border:1px solid currentColor;border-radius:4px;padding:0 .4rem}.severity.critical,.severity.high{color:var(--fail)}.severity.medium{color:var(--unknown)}
svg{max-width:100%;height:auto;display:block;margin:.5rem 0}svg text{font:12px system-ui,sans-serif;fill:var(--text)}svg .label{font-size:10px;fill:var(--quiet)}.card rect{fill:var(--soft);stroke:var(--line)}.card.subject rect{stroke:var(--fail);stroke-width:2}.card.absent rect{stroke-dasharray:4 3}.link{fill:none;stroke:var(--quiet)}.tip{fill:var(--quiet)}
.sign p{border-bottom:1px solid var(--line);width:50%;padding-top:2rem;color:var(--quiet)}
`.trim();
