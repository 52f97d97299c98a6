import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { JobQueue } from '../async/index.js';
import {
  type ApexDatetime,
  ApexList,
  BuiltinObject,
  convert,
  raise,
  SObject,
  type TypeToken,
  unsupported,
  type ApexObject
} from '../values/index.js';
import { Types, type ApexType } from '../values/apexType.js';
import { toSql } from '../store/index.js';
import { hasTransaction, tx, type TestState } from '../org/transaction.js';
import { builtin, type BuiltinDeclaration } from './declare.js';

class TestEventBus extends BuiltinObject {
  constructor() {
    super('EventBus.TestBroker');
  }
}

function testState(): TestState {
  const state = tx().test;
  if (!state) raise('TypeException', 'Test methods can only be called from testmethods.');
  return state;
}

function startTest(): void {
  const state = testState();
  if (state.started) raise('FinalException', 'Testing already started');
  state.started = true;
  tx().limits.push();
}

function stopTest(): void {
  const state = testState();
  if (!state.started || state.stopped)
    raise('FinalException', state.stopped ? 'Testing already stopped' : 'Test.stopTest called before Test.startTest');
  state.stopped = true;
  try {
    tx().org.async.drain();
  } finally {
    tx().limits.pop();
  }
}

function setMock(type: TypeToken, mock: object | null): void {
  if (mock === null) raise('NullPointerException', 'Argument cannot be null.');
  const name = type.type.name.toLowerCase();
  if (name === 'httpcalloutmock') testState().calloutMock = mock;
  else if (name === 'webservicemock') testState().webServiceMock = mock;
  else raise('TypeException', `${type.type.name} is not a mock interface: use HttpCalloutMock or WebServiceMock.`);
}

/** Test.loadData: a CSV static resource, one record a line, inserted (Apex Reference, "loadData(sObjectToken, resourceName)"). */
function loadData(token: { readonly objectName: string }, resourceName: string): ApexList {
  testState();
  const { org } = tx();
  const resource = org.metadata.staticResources.find((each) => each.name.toLowerCase() === resourceName.toLowerCase());
  if (!resource) raise('StringException', `Static Resource not found: ${resourceName}`);
  const info = org.schema.object(token.objectName)!;
  const { data } = Papa.parse<Record<string, string>>(readFileSync(resource.path, 'utf8'), { header: true, skipEmptyLines: true });
  const records = data.map((row) => {
    const record = new SObject(info);
    for (const [column, text] of Object.entries(row)) {
      const field = info.field(column.trim());
      if (!field) raise('DmlException', `Invalid field ${column} on ${info.name} in static resource ${resourceName}`);
      if (text !== '') record.values.set(field.name, convert(text, Types.primitiveByName(field.apexType) ?? Types.primitive('String')));
    }
    return record;
  });
  org.dml.execute('insert', records, { allOrNone: true, accessLevel: 'SYSTEM_MODE', enforceSharing: false });
  return new ApexList(Types.sobject(info.name), records);
}

function setCreatedDate(recordId: string, created: ApexDatetime): void {
  testState();
  const { org } = tx();
  const info = org.schema.objectByPrefix(recordId.slice(0, 3));
  if (!info) raise('StringException', `Invalid id: ${recordId}`);
  org.store.run(`UPDATE "${info.name}" SET "CreatedDate" = ? WHERE "Id" = ?`, [toSql(info.field('CreatedDate')!, created), recordId]);
}

function standardPricebookId(): string {
  const { org } = tx();
  const info = org.schema.object('Pricebook2')!;
  org.store.ensure(info);
  const [row] = org.store.rows(`SELECT "Id" FROM "Pricebook2" WHERE "IsStandard" = 1`);
  if (!row) raise('QueryException', 'The standard price book does not exist.');
  return row[0] as string;
}

/** Test.calculatePermissionSetGroup: what the components grant is read from them, so all there is to do is to forget what was read before. */
function calculatePermissionSetGroups(ids: readonly (string | null)[]): void {
  testState();
  const { org } = tx();
  org.store.ensure(org.schema.object('PermissionSetGroup')!);
  for (const id of ids) {
    const found = org.store.rows(`SELECT 1 FROM "PermissionSetGroup" WHERE "Id" = ?`, [id]);
    if (!found.length) raise('StringException', `Invalid permission set group ID: ${id}`);
    org.store.run(`UPDATE "PermissionSetGroup" SET "Status" = 'Updated' WHERE "Id" = ?`, [id]);
  }
  org.access.invalidate();
}

function stub(type: TypeToken, provider: ApexObject | null): object {
  if (provider === null) raise('NullPointerException', 'Argument cannot be null.');
  const target: ApexType = type.type;
  if (target.kind !== 'class' && target.kind !== 'interface') raise('TypeException', `Cannot create stub for type: ${target.name}`);
  return tx().org.program.stub(target, provider);
}

export const declarations: BuiltinDeclaration[] = [
  builtin('class Test', {
    'static Boolean isRunningTest()': () => hasTransaction() && tx().test !== null,
    'static void startTest()': startTest,
    'static void stopTest()': stopTest,
    'static void setMock(Type interfaceType, Object mock)': setMock,
    'static Object createStub(Type parentType, StubProvider provider)': stub,
    'static void setFixedSearchResults(List<Id> ids)': (ids: ApexList) => void (testState().fixedSearchResults = ids.items as string[]),
    'static List<SObject> loadData(Schema.SObjectType token, String resourceName)': loadData,
    'static void calculatePermissionSetGroup(String permissionSetGroupId)': (id: string | null) => calculatePermissionSetGroups([id]),
    'static void calculatePermissionSetGroup(List<String> permissionSetGroupIds)': (ids: ApexList) =>
      calculatePermissionSetGroups(ids.items as string[]),
    'static void setCreatedDate(Id recordId, Datetime created)': setCreatedDate,
    'static Id getStandardPricebookId()': standardPricebookId,
    'static EventBus.TestBroker getEventBus()': () => (testState(), new TestEventBus()),
    'static void setCurrentPage(PageReference page)': (page: object) => void tx().scratch.set('currentPage', page),
    'static void setCurrentPageReference(PageReference page)': (page: object) => void tx().scratch.set('currentPage', page),
    'static void enableChangeDataCapture()': () => unsupported('Test.enableChangeDataCapture (change events)'),
    'static void setReadOnlyApplicationMode(Boolean readOnly)': () => unsupported('Test.setReadOnlyApplicationMode')
  }),
  builtin('class EventBus.TestBroker', { 'void deliver()': () => (tx().org.async as JobQueue).deliverTestEvents() })
];
