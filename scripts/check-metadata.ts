/** Checks the metadata without an org: each file against the Metadata API, and what the files say of each other. */
import { packageErrors, referenceErrors } from './lib/metadataReferences.js';
import { shapeErrors } from './lib/metadataShape.js';
import { MetadataTypes } from './lib/metadataTypes.js';
import { permissionErrors } from './lib/permissionReferences.js';
import { readText, root, sourceFiles } from './lib/project.js';
import { dashboardErrors, folderErrors, reportErrors } from './lib/reportReferences.js';
import { projectSchema } from './lib/schema.js';

const BINARY = /\.(png|jpg|gif|zip|resource)$/;

const paths = sourceFiles().filter((file) => !BINARY.test(file) && !file.includes('/__tests__/'));
const files = new Map(paths.map((file) => [file, readText(file)]));
const types = MetadataTypes.load();
const metadata = [...files].filter(([file]) => file.endsWith('-meta.xml'));
const org = projectSchema(files, readText('sfdx-project.json'), root);
const errors = [
  ...metadata.flatMap(([file, text]) => shapeErrors(types, text).map((error) => `${file}: ${error}`)),
  ...referenceErrors(files),
  ...packageErrors(files),
  ...permissionErrors(org),
  ...reportErrors(org),
  ...dashboardErrors(org),
  ...folderErrors(files)
];

for (const error of errors) process.stderr.write(`${error}\n`);
process.stdout.write(`metadata: ${metadata.length} files, ${errors.length} errors\n`);
process.exitCode = errors.length === 0 ? 0 : 1;
