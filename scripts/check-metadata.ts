/** Checks the metadata without an org: each file against the Metadata API, and what the files say of each other. */
import { packageErrors, referenceErrors } from './lib/metadataReferences.js';
import { shapeErrors } from './lib/metadataShape.js';
import { MetadataTypes } from './lib/metadataTypes.js';
import { readText, sourceFiles } from './lib/project.js';

const BINARY = /\.(png|jpg|gif|zip|resource)$/;

const paths = sourceFiles().filter((file) => !BINARY.test(file) && !file.includes('/__tests__/'));
const files = new Map(paths.map((file) => [file, readText(file)]));
const types = MetadataTypes.load();
const metadata = [...files].filter(([file]) => file.endsWith('-meta.xml'));
const errors = [
  ...metadata.flatMap(([file, text]) => shapeErrors(types, text).map((error) => `${file}: ${error}`)),
  ...referenceErrors(files),
  ...packageErrors(files)
];

for (const error of errors) process.stderr.write(`${error}\n`);
process.stdout.write(`metadata: ${metadata.length} files, ${errors.length} errors\n`);
process.exitCode = errors.length === 0 ? 0 : 1;
