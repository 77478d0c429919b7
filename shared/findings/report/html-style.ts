/**
 * Style of the HTML report: dark and light, and black on white on paper. Severity is told by words and statuses by the shape of
 * their frames, never by colour alone.
 */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--text:#1b1f24;--quiet:#57606a;--line:#d0d7de;--paper:#fff;--soft:#f6f8fa;--fail:#a40e26;--unknown:#7a4d00;--accept:#0550ae}
@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--quiet:#9aa4ae;--line:#3d444d;--paper:#0d1117;--soft:#161b22;--fail:#ff8182;--unknown:#e3b341;--accept:#79c0ff}}
*{box-sizing:border-box}
html{font-size:15px}body{font:1rem/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif;color:var(--text);background:var(--paper);max-width:60rem;margin:2.5rem auto;padding:0 1.5rem}
p{margin:.5rem 0}h1{font-size:2rem;line-height:1.2;margin:.1rem 0 .4rem;overflow-wrap:anywhere}h2{font-size:1.35rem;margin:2.75rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--text)}h3{font-size:1.08rem;margin:2rem 0 .4rem}h4{margin:0;font-size:1rem;overflow-wrap:anywhere}
.kicker{margin:0;text-transform:uppercase;letter-spacing:.12em;font-size:.75rem;font-weight:600;color:var(--quiet)}
.quiet,.name,.count{color:var(--quiet)}.quiet,.name{font-size:.82rem}.count{font-weight:400}.name,td,dt,dd,pre,.quiet{overflow-wrap:anywhere}p.name{margin:.1rem 0 .5rem}
.scope{border:1px dashed var(--unknown);border-radius:6px;padding:.5rem .9rem}
.signed{margin:1.25rem 0 0;border:2px solid var(--accept);border-radius:8px;padding:.6rem 1.1rem}.signed p{margin:.25rem 0}.note{white-space:pre-wrap}
.lapsed{border:3px double var(--fail);border-radius:8px;padding:0 1.1rem .75rem;margin-top:2rem}.lapsed h2{margin-top:1rem;color:var(--fail)}.lapsed-note{color:var(--fail);font-weight:600}
.totals{display:grid;grid-template-columns:repeat(3,1fr);gap:1rem}.totals p{margin:0;padding:.9rem 1.1rem;border:1px solid var(--line);border-left-width:6px;border-radius:8px}.totals strong{display:block;font-size:2.4rem;line-height:1.1;font-variant-numeric:tabular-nums}
.totals .fail{border-left-color:var(--fail)}.totals .unknown{border-left:6px double var(--unknown)}.totals .accepted{border-left:6px dotted var(--accept)}.fail strong,td.fail{color:var(--fail)}.unknown strong,td.unknown{color:var(--unknown)}.accepted strong{color:var(--accept)}
.severities{margin:1rem 0}.severities .severity{margin-left:.6rem}
table{border-collapse:collapse;width:100%;font-size:.88rem;margin:.75rem 0}th,td{text-align:left;padding:.4rem .6rem .4rem 0;border-bottom:1px solid var(--line);vertical-align:top}thead th{border-bottom:1px solid var(--quiet);font-size:.78rem;color:var(--quiet)}tbody th{font-weight:600}.number{text-align:right;padding-right:1.25rem;font-variant-numeric:tabular-nums;white-space:nowrap}
.families td:last-child{width:42%}.bars{margin:.15rem 0}.bar.fail{fill:var(--fail)}.bar.unknown{fill:none;stroke:var(--unknown);stroke-width:1.5}.bar.accepted{fill:var(--accept);fill-opacity:.25;stroke:var(--accept)}
.contents{columns:2;column-gap:2.5rem;padding-left:0;list-style:none;font-size:.88rem}.contents li{break-inside:avoid;padding:.15rem 0;padding-left:5.7rem;text-indent:-5.7rem}.contents li>*{text-indent:0}.contents .severity{margin-right:.4rem}.contents a{color:inherit}
.exceptions td:first-child{width:50%}.exceptions ul{margin:.2rem 0 0;padding:0;list-style:none}.exceptions td:nth-child(n+3){white-space:nowrap}
article{border:1px solid var(--line);border-radius:8px;padding:.8rem 1.1rem;margin:.75rem 0}dl{margin:.5rem 0;display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:.2rem 1rem;font-size:.84rem}dd{margin:0;grid-column:2}
code,pre{font-family:ui-monospace,'SF Mono','DejaVu Sans Mono',monospace;font-size:.85em}pre{background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:.5rem .75rem;white-space:pre-wrap;margin:.4rem 0}
.severity{display:inline-block;min-width:4.9rem;text-align:center;font-size:.68rem;font-weight:600;line-height:1.55;text-transform:uppercase;letter-spacing:.05em;border:1px solid currentColor;border-radius:4px;padding:0 .4rem;vertical-align:.1em}.severity.critical{background:var(--fail);border-color:var(--fail);color:var(--paper)}.severity.high{color:var(--fail)}.severity.medium{color:var(--unknown)}.severity.low,.severity.info{color:var(--quiet)}
article svg{max-width:100%;height:auto;display:block;margin:.6rem 0}svg text{font:12px system-ui,sans-serif;fill:var(--text)}svg .label{font-size:10px;fill:var(--quiet)}.card rect{fill:var(--soft);stroke:var(--line)}.card.subject rect{stroke:var(--fail);stroke-width:2}.card.absent rect{stroke-dasharray:4 3}.link{fill:none;stroke:var(--quiet)}.tip{fill:var(--quiet)}
.sign dl{grid-template-columns:8rem 20rem;gap:1.5rem 1rem;font-size:1rem}.sign dt{color:var(--quiet);align-self:end}.sign dd{border-bottom:1px solid var(--text);min-height:2rem;align-self:end}
@page{size:A4;margin:17mm 16mm 18mm;@bottom-left{content:'Security findings';font:8pt system-ui,sans-serif;color:#555}@bottom-right{content:counter(page) ' / ' counter(pages);font:8pt system-ui,sans-serif;color:#555}}
@media print{:root{color-scheme:light;--text:#000;--quiet:#444;--line:#bbb;--paper:#fff;--soft:#f5f5f5;--fail:#8a0019;--unknown:#5c3900;--accept:#033d8b}*{print-color-adjust:exact}html{font-size:11.5px}body{font-size:1rem;max-width:none;margin:0;padding:0}article,tr,svg,.totals,.signed,.sign,.lapsed-note{break-inside:avoid}h2,h3,h4,thead{break-after:avoid}.rule>p{break-after:avoid;break-inside:avoid}#failed,#unknown,#coverage{break-before:page}a{color:inherit;text-decoration:none}.contents a{text-decoration:none}pre{background:none}}
`.trim();
