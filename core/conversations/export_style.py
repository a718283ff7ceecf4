"""How an exported page looks: light and dark by the reader's own setting, on screen and on paper."""

from __future__ import annotations

STYLE = """
:root{--page:#faf9f7;--card:#fff;--ink:#23211e;--faint:#77716a;--line:#e6e2dc;--mine:#f1ede6;--code:#f6f4f0;
--accent:#b4541f;--bad:#a3262a;--badpage:#fbeceb}
@media (prefers-color-scheme:dark){:root{--page:#191817;--card:#211f1e;--ink:#ece8e2;--faint:#9b948b;--line:#35322f;
--mine:#2b2826;--code:#161514;--accent:#f0935c;--bad:#ff9c95;--badpage:#3a2221}}
*{box-sizing:border-box}
html{scroll-behavior:smooth}
body{margin:0;background:var(--page);color:var(--ink);line-height:1.6;
font:16px/1.6 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",sans-serif}
main,nav{max-width:50rem;margin:0 auto;padding:2.5rem 1.25rem}
nav{padding-bottom:0}
nav h1{font-size:1.75rem;margin:0 0 1rem;letter-spacing:-.02em}
nav ol{list-style:none;margin:0;padding:.5rem 0;background:var(--card);border:1px solid var(--line);border-radius:12px}
nav li{display:flex;justify-content:space-between;gap:1rem;padding:.45rem 1.1rem}
nav time{color:var(--faint);font-size:.85rem;white-space:nowrap}
a{color:var(--accent);text-decoration:none;overflow-wrap:anywhere}
a:hover,a:focus{text-decoration:underline}
article{margin:0 0 4rem}
article>header{border-bottom:1px solid var(--line);margin-bottom:1.75rem;padding-bottom:1rem}
h2{font-size:1.6rem;line-height:1.25;margin:0 0 .5rem;letter-spacing:-.02em;overflow-wrap:anywhere}
.facts{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0;padding:0;color:var(--faint);
font-size:.875rem}
section{margin:0 0 1.75rem}
h3{font-size:.875rem;margin:0 0 .35rem;font-weight:650}
h3 small{color:var(--faint);font-weight:400;margin-left:.6rem}
.user .text{background:var(--mine);border-radius:12px;padding:.75rem 1.1rem}
.tool .text,.system .text{border-left:3px solid var(--line);padding-left:1rem;color:var(--faint)}
.text>:first-child,.fold>:nth-child(2){margin-top:0}
.text>:last-child{margin-bottom:0}
.text{overflow-wrap:anywhere}
.text h1,.text h2,.text h3,.text h4{font-size:1.1rem;line-height:1.3;margin:1.4rem 0 .5rem}
pre{background:var(--code);border:1px solid var(--line);border-radius:10px;padding:.9rem 1.1rem;overflow-x:auto;
font-size:.875rem;line-height:1.5}
code,pre{font-family:"JetBrains Mono",ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
code{background:var(--code);border-radius:5px;padding:.1em .3em;font-size:.9em}
pre code{padding:0;font-size:inherit}
.fold pre,section>div>pre{white-space:pre-wrap}
table{border-collapse:collapse;display:block;overflow-x:auto;font-size:.94rem}
th,td{border:1px solid var(--line);padding:.4rem .75rem;text-align:left}
th{background:var(--code)}
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line);color:var(--faint)}
hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}
.fold{margin:.25rem 0 .75rem;color:var(--faint);font-size:.94rem;border-left:3px solid var(--line);padding-left:1rem}
.fold summary{cursor:pointer}
figure{margin:.75rem 0}
img{max-width:100%;border-radius:10px;border:1px solid var(--line)}
figcaption,.note,.file small{color:var(--faint);font-size:.875rem}
.file{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:.5rem .9rem;display:inline-block}
.error{background:var(--badpage);color:var(--bad);border-radius:10px;padding:.7rem 1rem}
@media print{body{background:#fff}section{break-inside:avoid}pre{white-space:pre-wrap}}
"""
