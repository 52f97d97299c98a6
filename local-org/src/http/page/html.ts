import type { BundleError } from '../../web/index.js';

const HEAD = `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/styles/salesforce-lightning-design-system.min.css">`;

/** Page styles of Lightning Experience that are not part of the design system's components. */
const STYLE = `<style>
html { background: #f3f3f3; }
body { background: linear-gradient(#b0c4df 0, #f3f3f3 12rem) no-repeat #f3f3f3; min-height: 100vh; }
.loading { display: grid; place-items: center; min-height: 60vh; color: #444; }
</style>`;

/** The document of every page: the shell reads the address and draws. */
export function indexPage(hash: string): string {
  return `<!doctype html>
<html lang="en-US">
<head>
${HEAD}
${STYLE}
<title>Local org</title>
<link rel="preload" href="/bootstrap.json" as="fetch" crossorigin="anonymous">
<script type="module" src="/bundle/${hash}/main.js"></script>
</head>
<body class="slds-scope">
<div id="app"><p class="loading" role="status">Loading…</p></div>
</body>
</html>
`;
}

/** Shown instead of the page when a component doesn't compile. */
export function errorPage(error: BundleError): string {
  return `<!doctype html>
<html lang="en-US">
<head>
${HEAD}
${STYLE}
<title>Compile error</title>
</head>
<body class="slds-scope">
<main class="slds-p-around_large">
<article class="slds-card slds-p-around_large" role="alert">
<h1 class="slds-text-heading_medium slds-m-bottom_small">A Lightning web component doesn't compile</h1>
<p><code>${escape(`${error.file}:${error.line}:${error.column}`)}</code></p>
<p class="slds-m-top_small">${escape(error.reason)}</p>
<p class="slds-m-top_medium slds-text-color_weak">Fix the file and reload this page.</p>
</article>
</main>
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
