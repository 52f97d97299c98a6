import { ApexList, argument, BuiltinObject, builtinType, unsupported, toText } from '../values/index.js';
import { builtin } from './declare.js';

/** Apex Reference, "VisualEditor Namespace": choices that a component's property offers in Lightning App Builder. */

class DataRow extends BuiltinObject {
  constructor(
    public label: string | null,
    public value: unknown,
    public selected: boolean
  ) {
    super('VisualEditor.DataRow');
  }
}

class Rows extends BuiltinObject {
  rows: DataRow[];
  containsAllRows: boolean;

  constructor(rows: readonly DataRow[], containsAllRows: boolean) {
    super('VisualEditor.DynamicPickListRows');
    this.rows = [...rows];
    this.containsAllRows = containsAllRows;
  }
}

const rowsOf = (list: ApexList<DataRow> | null): readonly DataRow[] => argument(list).items;

export const declarations = [
  builtin('class VisualEditor.DataRow', {
    'DataRow(String label, Object value)': (label: string | null, value: unknown) => new DataRow(label, value, false),
    'DataRow(String label, Object value, Boolean selected)': (label: string | null, value: unknown, selected: boolean) =>
      new DataRow(label, value, selected),
    'String getLabel()': (self: DataRow) => self.label,
    'Object getValue()': (self: DataRow) => self.value,
    'Boolean isSelected()': (self: DataRow) => self.selected,
    'void setLabel(String label)': (self: DataRow, label: string | null) => {
      self.label = label;
    },
    'void setValue(Object value)': (self: DataRow, value: unknown) => {
      self.value = value;
    },
    'void setSelected(Boolean selected)': (self: DataRow, selected: boolean) => {
      self.selected = selected;
    }
  }),
  builtin('class VisualEditor.DynamicPickListRows', {
    'DynamicPickListRows()': () => new Rows([], true),
    'DynamicPickListRows(List<VisualEditor.DataRow> rows)': (rows: ApexList<DataRow> | null) => new Rows(rowsOf(rows), true),
    'DynamicPickListRows(List<VisualEditor.DataRow> rows, Boolean containsAllRows)': (rows: ApexList<DataRow> | null, all: boolean) =>
      new Rows(rowsOf(rows), all),
    'void addRow(VisualEditor.DataRow row)': (self: Rows, row: DataRow | null) => void self.rows.push(argument(row)),
    'void addAllRows(List<VisualEditor.DataRow> rows)': (self: Rows, rows: ApexList<DataRow> | null) =>
      void self.rows.push(...rowsOf(rows)),
    'Boolean containsAllRows()': (self: Rows) => self.containsAllRows,
    'void setContainsAllRows(Boolean containsAllRows)': (self: Rows, all: boolean) => {
      self.containsAllRows = all;
    },
    'VisualEditor.DataRow get(Integer i)': (self: Rows, index: number) =>
      new ApexList(builtinType('VisualEditor.DataRow'), self.rows).at(index),
    'List<VisualEditor.DataRow> getDataRows()': (self: Rows) => new ApexList(builtinType('VisualEditor.DataRow'), [...self.rows]),
    'void sort()': () => unsupported('VisualEditor.DynamicPickListRows.sort'),
    'Integer size()': (self: Rows) => self.rows.length
  }),
  builtin('abstract class VisualEditor.DynamicPickList', {
    'DynamicPickList()': () => new BuiltinObject('VisualEditor.DynamicPickList'),
    'abstract VisualEditor.DataRow getDefaultValue()': null,
    'abstract VisualEditor.DynamicPickListRows getValues()': null,
    'virtual String getLabel(Object attributeValue)': (_self: BuiltinObject, value: unknown) => (value === null ? null : toText(value)),
    'virtual Boolean isValid(Object attributeValue)': () => true
  }),
  builtin('class VisualEditor.DesignTimePageContext', {
    'String entityName': { get: () => null },
    'String pageType': { get: () => null }
  })
];
