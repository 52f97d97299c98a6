import { describe } from 'vitest';
import { cases } from './rows.js';

describe('Integer and Long', () => {
  cases([
    ['adds', '1 + 2', '3'],
    ['precedence', '2 + 3 * 4', '14'],
    ['parentheses', '(2 + 3) * 4', '20'],
    ['subtraction is left associative', '10 - 3 - 2', '5'],
    ['wraps at 32 bits', '2147483647 + 1', '-2147483648'],
    ['multiplication wraps', '65536 * 65536', '0'],
    ['negating the smallest wraps', '-(-2147483647 - 1)', '-2147483648'],
    ['division truncates', '7 / 2', '3'],
    ['division truncates towards zero', '-7 / 2', '-3'],
    ['Math.mod', 'Math.mod(-7, 2)', '-1'],
    ['Long', '2147483648L + 1', '2147483649'],
    ['Long wraps at 64 bits', '9223372036854775807L + 1', '-9223372036854775808'],
    ['Integer widens to Long', '1 + 1L', '2'],
    ['Long division', '7L / 2L', '3'],
    ['and', '6 & 3', '2'],
    ['or', '6 | 3', '7'],
    ['xor', '6 ^ 3', '5'],
    ['complement', '~5', '-6'],
    ['shift left', '1 << 31', '-2147483648'],
    ['shift right', '-8 >> 1', '-4'],
    ['unsigned shift', '-8 >>> 28', '15'],
    ['Long shift', '1L << 40', '1099511627776'],
    ['Long unsigned shift', '-1L >>> 60', '15'],
    { name: 'division by zero', apex: 'Integer a = 0; Integer b = 1 / a;', thrown: 'System.MathException: Divide by 0' },
    { name: 'Long division by zero', apex: 'Long a = 0; Long b = 1 / a;', thrown: 'System.MathException: Divide by 0' },
    {
      name: 'null in arithmetic',
      apex: 'Integer a; Integer b = a + 1;',
      thrown: 'System.NullPointerException: Attempt to de-reference a null object'
    },
    { name: 'post increment', apex: 'Integer i = 5; System.debug(i++); System.debug(i);', log: ['5', '6'] },
    { name: 'pre increment', apex: 'Integer i = 5; System.debug(++i); System.debug(i--);', log: ['6', '6'] },
    { name: 'increment wraps', apex: 'Integer i = 2147483647; i++; System.debug(i);', log: ['-2147483648'] },
    { name: 'Long increment', apex: 'Long l = 5; l++; System.debug(l);', log: ['6'] },
    { name: 'compound', apex: 'Integer i = 5; i += 3; i *= 2; i -= 1; i /= 4; System.debug(i);', log: ['3'] },
    { name: 'compound shift and bits', apex: 'Integer i = 5; i <<= 2; i |= 1; i &= 17; i ^= 2; System.debug(i);', log: ['19'] },
    { name: 'narrowing needs a cast', apex: 'Long l = 5; Integer i = l;', error: 'Illegal assignment from Long to Integer' },
    { name: 'cast narrows', apex: 'Long l = 4294967297L; Integer i = (Integer) l; System.debug(i);', log: ['1'] },
    { name: 'cast of a Decimal truncates', apex: 'Integer i = (Integer) 3.99; System.debug(i);', log: ['3'] }
  ]);
});

describe('Decimal and Double', () => {
  cases([
    ['literals are exact', '0.1 + 0.2', '0.3'],
    ['keeps scale', '1.50 + 1', '2.50'],
    ['scales add in products', '1.50 * 2.0', '3.000'],
    ['divides', '10.0 / 4', '2.5'],
    ['Integer with Decimal', '1 + 0.5', '1.5'],
    ['Double literal', '1.5d * 2', '3.0'],
    ['Double and Decimal', '1.5d + 1.5', '3.0'],
    ['negative', '-1.5', '-1.5'],
    ['setScale', '(1.255).setScale(2)', '1.26'],
    { name: 'Integer to Decimal', apex: 'Decimal d = 5; System.debug(d);', log: ['5'] },
    { name: 'Integer to Double', apex: 'Double d = 5; System.debug(d);', log: ['5.0'] },
    { name: 'Decimal to Double', apex: 'Decimal a = 1.5; Double b = a; System.debug(b);', log: ['1.5'] },
    { name: 'Decimal to Integer', apex: 'Integer i = 1.5;', error: 'Illegal assignment from Decimal to Integer' },
    { name: 'Decimal division by zero', apex: 'Decimal a = 0; Decimal b = 1 / a;', thrown: 'System.MathException: Divide by 0' },
    { name: 'compound', apex: 'Decimal d = 1.5; d += 1; d *= 2; System.debug(d);', log: ['5.0'] },
    { name: 'null Decimal', apex: 'Decimal d; d += 1;', thrown: 'System.NullPointerException: Attempt to de-reference a null object' },
    { name: 'Double compound with Decimal', apex: 'Double d = 1.5; d += 1.5; System.debug(d);', log: ['3.0'] }
  ]);
});

describe('String', () => {
  cases([
    ['concatenates', "'a' + 'b'", 'ab'],
    ['null is text', "'a' + null", 'anull'],
    ['numbers', "'a' + 1 + 2", 'a12'],
    ['numbers first', "1 + 2 + 'a'", '3a'],
    ['decimal', "'a' + 1.50", 'a1.50'],
    ['boolean', "'a' + true", 'atrue'],
    ['list', "'a' + new List<Integer>{1, 2}", 'a(1, 2)'],
    ['escapes', "'a\\'b\\\\c'", "a'b\\c"],
    ['methods', "'abc'.substring(1).toUpperCase()", 'BC'],
    { name: 'two null strings', apex: 'String a; String b; System.debug(a + b);', log: ['nullnull'] },
    { name: 'null string appended', apex: "String a; a += 'x'; System.debug(a);", log: ['nullx'] },
    {
      name: 'null string method',
      apex: 'String a; a.length();',
      thrown: 'System.NullPointerException: Attempt to de-reference a null object'
    },
    { name: 'Integer is no String', apex: 'String s = 5;', error: 'Illegal assignment from Integer to String' },
    { name: 'Id from text', apex: "Id i = '001000000000001'; System.debug(i);", log: ['001000000000001AAA'] },
    { name: 'bad Id', apex: "String s = 'abc'; Id i = s;", thrown: 'System.StringException: Invalid id: abc' },
    { name: 'Id to String', apex: "Id i = '001000000000001AAA'; String s = i; System.debug(s.length());", log: ['18'] }
  ]);
});

describe('comparison', () => {
  cases([
    ['== ignores case', "'abc' == 'ABC'", 'true'],
    ['equals does not', "'abc'.equals('ABC')", 'false'],
    ['=== does not', "'abc' === 'ABC'", 'false'],
    ['!=', "'a' != 'b'", 'true'],
    ['<> is !=', '1 <> 2', 'true'],
    ['numbers of two types', '1 == 1.0', 'true'],
    ['Long and Integer', '5L == 5', 'true'],
    ['Decimal of two scales', '1.0 == 1.00', 'true'],
    ['less', '1 < 2', 'true'],
    ['Decimal less', '1.5 < 2', 'true'],
    ['strings', "'a' < 'b'", 'true'],
    ['strings ignore case', "'B' > 'a'", 'true'],
    ['dates', 'Date.newInstance(2020, 1, 1) < Date.newInstance(2020, 1, 2)', 'true'],
    ['lists by value', 'new List<Integer>{1} == new List<Integer>{1}', 'true'],
    ['lists by identity', 'new List<Integer>{1} === new List<Integer>{1}', 'false'],
    ['maps by value', "new Map<String, Integer>{'a' => 1} == new Map<String, Integer>{'a' => 1}", 'true'],
    ['records by value', "new Account(Name = 'a') == new Account(Name = 'a')", 'true'],
    {
      name: 'null compares false',
      apex: 'Integer i; System.debug(i < 5); System.debug(i >= 5); System.debug(5 > i);',
      log: ['false', 'false', 'false']
    },
    { name: 'null Decimal compares false', apex: 'Decimal d; System.debug(d > 0);', log: ['false'] },
    { name: 'null String is least', apex: "String s; System.debug(s < 'a');", log: ['true'] },
    { name: 'null equals null', apex: 'String s; System.debug(s == null); Integer i; System.debug(i == null);', log: ['true', 'true'] },
    { name: 'incompatible', apex: "System.debug(1 == 'a');", error: 'Comparison arguments must be compatible types: Integer, String' },
    { name: 'Ids', apex: "Id a = '001000000000001'; String b = '001000000000001AAA'; System.debug(a == b);", log: ['true'] }
  ]);
});

describe('logic', () => {
  cases([
    ['and', 'true && false', 'false'],
    ['or', 'true || false', 'true'],
    ['not', '!true', 'false'],
    ['boolean &', 'true & false', 'false'],
    ['boolean |', 'true | false', 'true'],
    ['boolean ^', 'true ^ true', 'false'],
    ['ternary', "1 > 0 ? 'yes' : 'no'", 'yes'],
    ['ternary widens', 'true ? 1 : 2.5', '1'],
    { name: 'short circuit', apex: 'String s; System.debug(s != null && s.length() > 0);', log: ['false'] },
    { name: 'short circuit or', apex: 'String s; System.debug(s == null || s.length() > 0);', log: ['true'] },
    { name: 'null condition', apex: 'Boolean b; if (b) { }', thrown: 'System.NullPointerException: Attempt to de-reference a null object' },
    { name: 'condition must be Boolean', apex: 'if (1) { }', error: 'Condition expression must be of type Boolean: Integer' },
    { name: 'coalesce', apex: "String s; System.debug(s ?? 'x'); s = 'y'; System.debug(s ?? 'x');", log: ['x', 'y'] },
    { name: 'coalesce evaluates once', apex: "String s = 'a'; System.debug((s ?? 'x') + 'b');", log: ['ab'] }
  ]);
});

describe('safe navigation', () => {
  cases([
    { name: 'null target', apex: 'String s; System.debug(s?.length());', log: ['null'] },
    { name: 'target present', apex: "String s = 'ab'; System.debug(s?.length());", log: ['2'] },
    { name: 'whole chain', apex: 'String s; System.debug(s?.trim().length());', log: ['null'] },
    { name: 'fields', apex: 'Account a; System.debug(a?.Name);', log: ['null'] },
    { name: 'comparison with null', apex: 'List<String> l; System.debug(l?.size() > 0);', log: ['false'] },
    { name: 'with coalesce', apex: "String s; System.debug(s?.trim() ?? 'none');", log: ['none'] },
    { name: 'as a statement', apex: "List<String> l; l?.add('a'); System.debug(l);", log: ['null'] },
    { name: 'twice in a chain', apex: 'Account a = new Account(); System.debug(a?.Parent?.Name);', log: ['null'] }
  ]);
});

describe('dates', () => {
  cases([
    ['Date plus days', 'Date.newInstance(2020, 2, 28) + 2', '2020-03-01 00:00:00'],
    ['Date minus days', 'Date.newInstance(2020, 3, 1) - 1', '2020-02-29 00:00:00'],
    { name: 'Date to Datetime', apex: 'Datetime d = Date.newInstance(2020, 1, 2); System.debug(d.yearGmt());', log: ['2020'] },
    { name: 'Date plus text', apex: "Date d = Date.today() + 'a';", error: /Illegal assignment|arithmetic/ }
  ]);
});

describe('casts and instanceof', () => {
  cases([
    ['instanceof', "(Object) 'a' instanceof String", 'true'],
    ['instanceof of null', '(Object) null instanceof String', 'false'],
    ['class literal', 'List<String>.class', 'List<String>'],
    {
      name: 'bad cast',
      apex: "Object o = 'a'; Integer i = (Integer) o;",
      thrown: 'System.TypeException: Invalid conversion from runtime type String to Integer'
    },
    { name: 'good cast', apex: 'Object o = 5; Integer i = (Integer) o; System.debug(i + 1);', log: ['6'] },
    { name: 'records', apex: "SObject s = new Account(Name = 'x'); Account a = (Account) s; System.debug(a.Name);", log: ['x'] },
    {
      name: 'wrong record',
      apex: 'SObject s = new Account(); Contact c = (Contact) s;',
      thrown: 'System.TypeException: Invalid conversion from runtime type Account to Contact'
    },
    { name: 'record needs a cast', apex: 'SObject s = new Account(); Account a = s;', error: 'Illegal assignment from SObject to Account' },
    {
      name: 'never an instance',
      apex: "String s = 'a'; Boolean b = s instanceof Account;",
      error: 'Incompatible types since an instance of String is never an instance of Account'
    },
    {
      name: 'lists of records',
      apex: 'List<SObject> s = new List<Account>{ new Account() }; List<Account> a = s; System.debug(a.size());',
      log: ['1']
    }
  ]);
});
