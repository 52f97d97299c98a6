/** Compiles components for Jest with the project's own labels in place, so that tests see the text that users see, and a missing label fails. */
const { createHash } = require('node:crypto');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const lwc = require('@lwc/jest-transformer');
const { XMLParser } = require('fast-xml-parser');

const root = path.resolve(__dirname, '..', '..', 'force-app');
const parser = new XMLParser({ isArray: (name) => name === 'labels', parseTagValue: false, trimValues: false });
const labels = Object.fromEntries(
  readdirSync(root, { recursive: true })
    .filter((file) => file.endsWith('.labels-meta.xml'))
    .flatMap((file) => parser.parse(readFileSync(path.join(root, file), 'utf8')).CustomLabels.labels)
    .map(({ fullName, value }) => [fullName, value])
);
const version = createHash('sha256').update(JSON.stringify(labels)).update(readFileSync(__filename)).digest('hex');

function withLabels(source, file) {
  return source.replace(/^import (\w+) from '@salesforce\/label\/c\.(\w+)';$/gm, (_, variable, name) => {
    if (!(name in labels)) throw new Error(`${file}: the project has no label ${name}`);
    return `const ${variable} = ${JSON.stringify(labels[name])};`;
  });
}

module.exports = {
  process: (source, file, options) => lwc.process(withLabels(source, file), file, options),
  getCacheKey: (source, file, options) => `${lwc.getCacheKey(source, file, options)}${version}`
};
