import { describe, expect, it } from 'vitest';
import { loadProject, type ProjectError } from '../../src/metadata/index.js';
import { memoryTree, PROJECT_FILE, xml } from './memoryTree.js';

function load(files: Readonly<Record<string, string>>, project = PROJECT_FILE) {
  const all: Record<string, string> = { '/p/sfdx-project.json': project, '/p/app/keep.md': '', '/p/more/keep.md': '' };
  for (const [path, content] of Object.entries(files)) all[`/p/${path}`] = content;
  return loadProject('/p', memoryTree(all));
}

function failure(work: () => unknown): ProjectError {
  try {
    work();
  } catch (error) {
    return error as ProjectError;
  }
  throw new Error('It did not fail.');
}

describe('loadProject', () => {
  it('finds classes and triggers in any folder, with their version and status', () => {
    const project = load({
      'app/a/b/Foo.cls': '\uFEFFclass Foo {}',
      'app/a/b/Foo.cls-meta.xml': xml('ApexClass', '<apiVersion>58.0</apiVersion><status>Active</status>'),
      'app/x/Bar.trigger': 'trigger Bar on Account (before insert) {}',
      'app/x/Bar.trigger-meta.xml': xml('ApexTrigger', '<apiVersion>60.0</apiVersion><status>Inactive</status>'),
      'more/Lone.cls': 'class Lone {}'
    });
    expect(project.apex).toMatchObject([
      { name: 'Foo', kind: 'class', apiVersion: 58, active: true, source: 'class Foo {}', file: 'app/a/b/Foo.cls' },
      { name: 'Bar', kind: 'trigger', apiVersion: 60, active: false },
      { name: 'Lone', apiVersion: 67 }
    ]);
  });

  it('puts an object together from its parts, over package directories', () => {
    const project = load({
      'app/f/objects/Thing__c/Thing__c.object-meta.xml': xml('CustomObject', '<label>Thing</label>'),
      'app/f/objects/Thing__c/fields/A__c.field-meta.xml': xml('CustomField', '<fullName>A__c</fullName><type>Text</type>'),
      'more/objects/Thing__c/fields/B__c.field-meta.xml': xml('CustomField', '<fullName>B__c</fullName><type>Date</type>'),
      'more/objects/Account/validationRules/R.validationRule-meta.xml': xml('ValidationRule', '<active>true</active>')
    });
    const thing = project.objects.find((object) => object.name === 'Thing__c')!;
    expect(thing.definition?.text('label')).toBe('Thing');
    expect(thing.fields.map((field) => field.name)).toEqual(['A__c', 'B__c']);
    expect(project.objects.find((object) => object.name === 'Account')).toMatchObject({
      definition: null,
      validationRules: [{ name: 'R' }]
    });
  });

  it('reads labels with their translations, entities and line breaks', () => {
    const label = (name: string, value: string): string =>
      `<labels><fullName>${name}</fullName><language>en_US</language><value>${value}</value></labels>`;
    const project = load({
      'app/labels/CustomLabels.labels-meta.xml': xml(
        'CustomLabels',
        label('Hi', 'Hello &amp; &#10;you') + label('Bye', '&apos;Bye&apos; ')
      ),
      'app/translations/de.translation-meta.xml': xml('Translations', '<customLabels><label>Hallo</label><name>Hi</name></customLabels>')
    });
    expect(project.labels.map(({ name, value }) => [name, value])).toEqual([
      ['Hi', 'Hello & \nyou'],
      ['Bye', "'Bye' "]
    ]);
    expect(project.labels[0].translations.get('de')).toBe('Hallo');
  });

  it('reads custom metadata records, keeping empty values apart from texts', () => {
    const project = load({
      'app/customMetadata/Feature.First.md-meta.xml': xml(
        'CustomMetadata',
        '<label>First</label><protected>false</protected><values><field>On__c</field><value xsi:type="xsd:boolean">true</value></values><values><field>Note__c</field><value xsi:nil="true"/></values>'
      )
    });
    expect(project.customMetadata).toMatchObject([{ object: 'Feature__mdt', developerName: 'First', label: 'First' }]);
    expect([...project.customMetadata[0].values]).toEqual([
      ['On__c', { type: 'xsd:boolean', text: 'true' }],
      ['Note__c', { type: 'xsd:string', text: null }]
    ]);
  });

  it('reads permission sets', () => {
    const project = load({
      'app/permissionsets/P.permissionset-meta.xml': xml(
        'PermissionSet',
        `<label>P</label>
        <classAccesses><apexClass>Foo</apexClass><enabled>true</enabled></classAccesses>
        <classAccesses><apexClass>Off</apexClass><enabled>false</enabled></classAccesses>
        <fieldPermissions><editable>true</editable><field>Campaign.X__c</field><readable>false</readable></fieldPermissions>
        <objectPermissions><allowCreate>true</allowCreate><allowRead>true</allowRead><object>Campaign</object></objectPermissions>`
      )
    });
    expect(project.permissionSets[0]).toMatchObject({
      name: 'P',
      classes: ['Foo'],
      fields: [{ object: 'Campaign', field: 'X__c', readable: true, editable: true }],
      objects: [{ object: 'Campaign', create: true, read: true, edit: false, modifyAll: false }]
    });
  });

  it('lists LWC bundles as directories, and leaves tests and ignored files out', () => {
    const project = load({
      '.forceignore': '**/hidden',
      'app/lwc/one/one.js': '',
      'app/lwc/one/one.html': '',
      'app/lwc/one/__tests__/one.test.js': '',
      'app/lwc/one/one.js-meta.xml': xml(
        'LightningComponentBundle',
        `<apiVersion>66.0</apiVersion><isExposed>true</isExposed><targets><target>lightning__RecordPage</target></targets>
        <targetConfigs><targetConfig targets="lightning__RecordPage"><property name="size" type="Integer" default="5" label="Size"/><objects><object>Campaign</object></objects></targetConfig></targetConfigs>`
      ),
      'app/lwc/hidden/hidden.js': '',
      'app/lwc/typed/typed.ts': '',
      'app/lwc/jsconfig.json': ''
    });
    expect(project.lwc.map((bundle) => bundle.name)).toEqual(['one', 'typed']);
    expect(project.lwc[0]).toMatchObject({
      directory: '/p/app/lwc/one',
      exposed: true,
      targets: ['lightning__RecordPage'],
      targetConfigs: [
        { targets: ['lightning__RecordPage'], objects: ['Campaign'], properties: [{ name: 'size', type: 'Integer', default: '5' }] }
      ],
      metaMissing: false
    });
  });

  it('reads flexipages of both layouts', () => {
    const project = load({
      'app/flexipages/Page.flexipage-meta.xml': xml(
        'FlexiPage',
        `<masterLabel>Page</masterLabel><sobjectType>Campaign</sobjectType><template><name>home</name></template><type>RecordPage</type>
        <flexiPageRegions><name>main</name><type>Region</type>
          <itemInstances><componentInstance><componentInstanceProperties><name>p</name><value>1</value></componentInstanceProperties><componentName>c:x</componentName></componentInstance></itemInstances>
          <itemInstances><fieldInstance><fieldItem>Record.Name</fieldItem></fieldInstance></itemInstances>
          <componentInstances><componentName>c:old</componentName></componentInstances>
        </flexiPageRegions>`
      )
    });
    const [page] = project.flexiPages;
    expect(page).toMatchObject({ name: 'Page', label: 'Page', type: 'RecordPage', object: 'Campaign', template: 'home' });
    expect(page.regions[0].items.map(({ component, field }) => component ?? field)).toEqual(['c:x', 'Record.Name', 'c:old']);
    expect(page.regions[0].items[0].properties.get('p')).toBe('1');
  });

  it('finds the content of static resources', () => {
    const meta = (type: string): string => xml('StaticResource', `<contentType>${type}</contentType>`);
    const project = load({
      'app/staticresources/lib.resource-meta.xml': meta('application/zip'),
      'app/staticresources/lib/a.js': '',
      'app/staticresources/data.resource-meta.xml': meta('application/json'),
      'app/staticresources/data.json': '{}',
      'app/staticresources/old.resource-meta.xml': meta('application/zip'),
      'app/staticresources/old.resource': ''
    });
    expect(project.staticResources.map(({ name, kind, path }) => [name, kind, path.slice('/p/app/staticresources/'.length)])).toEqual([
      ['data', 'file', 'data.json'],
      ['lib', 'directory', 'lib'],
      ['old', 'archive', 'old.resource']
    ]);
  });

  it('counts kinds that it does not use', () => {
    const project = load({ 'app/layouts/L.layout-meta.xml': xml('Layout', ''), 'app/letterhead/R.letter-meta.xml': xml('Letterhead', '') });
    expect([...project.ignored]).toEqual(
      expect.arrayContaining([
        ['layout', 1],
        ['letter', 1]
      ])
    );
  });

  it('reads reports and dashboards with the folder they lie in', () => {
    const project = load({
      'app/reports/F.reportFolder-meta.xml': xml('ReportFolder', '<name>Figures</name>'),
      'app/reports/F/R.report-meta.xml': xml('Report', '<name>R</name>'),
      'app/dashboards/F/D.dashboard-meta.xml': xml('Dashboard', '<title>D</title>'),
      'app/reportTypes/T.reportType-meta.xml': xml('ReportType', '<label>T</label>')
    });
    expect(project.reports).toMatchObject([{ name: 'R', folder: 'F', file: 'app/reports/F/R.report-meta.xml' }]);
    expect(project.dashboards).toMatchObject([{ name: 'D', folder: 'F' }]);
    expect(project.reportTypes).toMatchObject([{ name: 'T' }]);
    expect(project.reportFolders).toEqual([{ kind: 'Report', name: 'F', label: 'Figures' }]);
  });

  it('takes a project in metadata format', () => {
    const tree = memoryTree({
      '/m/src/package.xml': xml('Package', '<version>50.0</version>'),
      '/m/src/classes/Foo.cls': 'class Foo {}',
      '/m/src/objects/Thing__c.object': xml(
        'CustomObject',
        '<label>Thing</label><fields><fullName>A__c</fullName><type>Text</type></fields>'
      )
    });
    const project = loadProject('/m', tree);
    expect(project.sourceApiVersion).toBe(50);
    expect(project.apex).toMatchObject([{ name: 'Foo', apiVersion: 50 }]);
    expect(project.objects[0].fields.map((field) => field.name)).toEqual(['A__c']);
  });

  it('says what is wrong', () => {
    expect(failure(() => loadProject('/none', memoryTree({})))).toMatchObject({
      code: 'NO_PROJECT',
      message: expect.stringMatching(/^No sfdx-project\.json in \/none: /) as string
    });
    expect(failure(() => load({}, '{ nonsense'))).toMatchObject({ code: 'BAD_PROJECT_FILE' });
    expect(failure(() => load({}, '{"packageDirectories": [{"path": "gone"}]}'))).toMatchObject({
      code: 'NO_PACKAGE_DIRECTORY',
      message: expect.stringContaining("'gone'") as string
    });
    expect(failure(() => load({ 'app/tabs/T.tab-meta.xml': '<CustomTab>\n  <label>x</lable>\n</CustomTab>' }))).toMatchObject({
      code: 'BAD_XML',
      file: 'app/tabs/T.tab-meta.xml',
      line: 2,
      message: expect.stringMatching(/^app\/tabs\/T\.tab-meta\.xml:2:/) as string
    });
  });
});
