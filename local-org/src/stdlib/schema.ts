import { tx } from '../org/transaction.js';
import { raise, unsupported, type ApexList } from '../values/index.js';
import { builtin, type BuiltinDeclaration } from './declare.js';
import { fieldDeclarations } from './schemaFields.js';
import { DescribeMap, listOf } from './schemaLists.js';
import { objectDeclarations } from './schemaObjects.js';
import { securityDeclarations } from './schemaSecurity.js';
import { sobjectDeclarations } from './schemaSObject.js';
import { describeObject, sobjectTypeToken } from './schemaTokens.js';

function globalDescribe(): DescribeMap<unknown> {
  const objects = [...tx().org.schema.objects()];
  return new DescribeMap(
    'Schema.SObjectType',
    objects.map((info) => [info.name, sobjectTypeToken(info)] as const)
  );
}

function describeSObjects(names: ApexList | null): ApexList {
  if (names === null) return raise('NullPointerException', 'Argument 1 cannot be null');
  const { schema } = tx().org;
  const describes = (names.items as (string | null)[]).map((name) =>
    describeObject(
      schema.object(name ?? '') ??
        raise(
          'InvalidParameterValueException',
          `Invalid sobject provided. The Schema.describeSObject() methods does not support the ${name} sobject.`
        )
    )
  );
  return listOf('Schema.DescribeSObjectResult', describes);
}

/** Everything of the Schema namespace, what every SObject can do, and the Security class. */
export const declarations: BuiltinDeclaration[] = [
  builtin('class Schema', {
    'static Map<String, Schema.SObjectType> getGlobalDescribe()': globalDescribe,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> types)': describeSObjects,
    'static List<Schema.DescribeSObjectResult> describeSObjects(List<String> types, Object options)': describeSObjects,
    'static List<Object> describeTabs()': () => unsupported('Schema.describeTabs'),
    'static List<Object> describeDataCategoryGroups(List<String> sobjects)': () => unsupported('Schema.describeDataCategoryGroups')
  }),
  ...objectDeclarations,
  ...fieldDeclarations,
  ...sobjectDeclarations,
  ...securityDeclarations
];
