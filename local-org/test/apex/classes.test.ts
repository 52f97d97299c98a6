import { describe } from 'vitest';
import { cases } from './rows.js';

describe('instances', () => {
  const point =
    'public class Point { public Integer x; public Integer y = 2; public Point(Integer x) { this.x = x; } public Point() { this(7); y = 9; } public Integer sum() { return x + y; } }';
  cases([
    { name: 'constructor and initializer', apex: 'System.debug(new Point(1).sum());', log: ['3'], classes: [point] },
    { name: 'this(…)', apex: 'System.debug(new Point().sum());', log: ['16'], classes: [point] },
    { name: 'names ignore case', apex: 'POINT p = new pOINT(1); P.X = 5; System.debug(p.SUM());', log: ['7'], classes: [point] },
    { name: 'field default is null', apex: 'System.debug(new A().n);', log: ['null'], classes: ['public class A { public Integer n; }'] },
    {
      name: 'no such constructor',
      apex: "new Point('a');",
      error: 'Constructor not defined: [Point].<Constructor>(String)',
      classes: [point]
    },
    {
      name: 'field of null',
      apex: 'Point p; System.debug(p.x);',
      thrown: 'System.NullPointerException: Attempt to de-reference a null object',
      classes: [point]
    },
    { name: 'compound on a field', apex: 'Point p = new Point(1); p.x += 4; p.x++; System.debug(p.x);', log: ['6'], classes: [point] },
    {
      name: 'the target is evaluated once',
      apex: 'C.make().n += 2; System.debug(C.made);',
      log: ['1'],
      classes: [
        'public class C { public static Integer made = 0; public Integer n = 0; public static C make() { made++; return new C(); } }'
      ]
    },
    {
      name: 'initializer blocks',
      apex: 'new A();',
      log: ['block', 'constructor'],
      classes: ["public class A { { System.debug('block'); } public A() { System.debug('constructor'); } }"]
    },
    { name: 'as text', apex: 'System.debug(new Point(1));', log: ['Point:[x=1, y=2]'], classes: [point] },
    {
      name: 'toString',
      apex: "System.debug(new A()); System.debug('' + new A());",
      log: ['I am A', 'I am A'],
      classes: ["public class A { public override String toString() { return 'I am A'; } }"]
    },
    {
      name: 'equals and hashCode in a set',
      apex: 'Set<K> s = new Set<K>{ new K(1), new K(1), new K(2) }; System.debug(s.size()); System.debug(new K(1) == new K(1));',
      log: ['2', 'true'],
      classes: [
        'public class K { Integer n; public K(Integer n) { this.n = n; } public Boolean equals(Object o) { return ((K) o).n == n; } public Integer hashCode() { return n; } }'
      ]
    },
    {
      name: 'identity without equals',
      apex: 'System.debug(new A() == new A()); A a = new A(); System.debug(a == a);',
      log: ['false', 'true'],
      classes: ['public class A {}']
    }
  ]);
});

describe('inheritance', () => {
  const animals = [
    "public abstract class Animal { protected String name; public Animal(String name) { this.name = name; } public abstract String sound(); public virtual String speak() { return name + ' says ' + sound(); } }",
    "public virtual class Dog extends Animal { public Dog(String name) { super(name); } public override String sound() { return 'woof'; } }",
    "public class Puppy extends Dog { public Puppy() { super('Pup'); } public override String speak() { return super.speak() + '!'; } }"
  ];
  cases([
    {
      name: 'dispatch and super',
      apex: "Animal a = new Puppy(); System.debug(a.speak()); System.debug(new Dog('Rex').speak());",
      log: ['Pup says woof!', 'Rex says woof'],
      classes: animals
    },
    {
      name: 'order of files does not matter',
      apex: 'System.debug(new Puppy().speak());',
      log: ['Pup says woof!'],
      classes: [...animals].reverse()
    },
    { name: 'abstract class', apex: "new Animal('x');", error: 'Abstract classes cannot be constructed: Animal', classes: animals },
    {
      name: 'missing abstract method',
      apex: '',
      error: 'Class Cat must implement the abstract method: String Animal.sound()',
      classes: [...animals, 'public class Cat extends Animal { public Cat() { super(null); } }']
    },
    {
      name: 'override without the word',
      apex: '',
      error: 'Method must use the override keyword: String Cat.speak()',
      classes: [...animals, "public class Cat extends Dog { public Cat() { super(null); } public String speak() { return ''; } }"]
    },
    {
      name: 'abstract method implemented without the word',
      apex: 'System.debug(new Cat().sound());',
      log: ['meow'],
      classes: [...animals, "public class Cat extends Animal { public Cat() { super(null); } public String sound() { return 'meow'; } }"]
    },
    {
      name: 'super field',
      apex: 'System.debug(new B().both());',
      log: ['34'],
      classes: [
        'public virtual class A { public Integer n = 3; public virtual Integer m { get { return 4; } } }',
        "public class B extends A { public override Integer m { get { return 5; } } public String both() { return '' + super.n + super.m; } }"
      ]
    },
    {
      name: 'clone',
      apex: 'A a = new A(); a.n = 1; A b = a.clone(); b.n = 2; System.debug(a.n);',
      log: ['1'],
      classes: ['public class A { public Integer n; }']
    },
    {
      name: 'overrides nothing',
      apex: '',
      error: 'Method does not override an ancestor method: void A.f()',
      classes: ['public class A { public override void f() {} }']
    },
    {
      name: 'super constructor needs arguments',
      apex: '',
      error: 'No default constructor available in super type: Animal',
      classes: [...animals, "public class Cat extends Animal { public override String sound() { return ''; } }"]
    },
    {
      name: 'initializers run superclass first',
      apex: 'new B();',
      log: ['A', 'B'],
      classes: [
        "public virtual class A { public A() { System.debug('A'); } }",
        "public class B extends A { public B() { System.debug('B'); } }"
      ]
    },
    {
      name: 'overriding method sees fields',
      apex: 'new B();',
      log: ['null'],
      classes: [
        'public virtual class A { public A() { show(); } public virtual void show() {} }',
        "public class B extends A { String s = 'x'; public override void show() { System.debug(s); } }"
      ]
    },
    {
      name: 'instanceof and cast',
      apex: 'Animal a = new Puppy(); System.debug(a instanceof Dog); Dog d = (Dog) a; System.debug(d.sound());',
      log: ['true', 'woof'],
      classes: animals
    },
    {
      name: 'bad cast',
      apex: "Animal a = new Dog('x'); Puppy p = (Puppy) a;",
      thrown: 'System.TypeException: Invalid conversion from runtime type Dog to Puppy',
      classes: animals
    },
    {
      name: 'subclass to superclass',
      apex: "List<Animal> l = new List<Animal>{ new Puppy(), new Dog('R') }; System.debug(l.size());",
      log: ['2'],
      classes: animals
    },
    {
      name: 'list covariance',
      apex: 'List<Animal> l = new List<Puppy>{ new Puppy() }; System.debug(l[0].sound());',
      log: ['woof'],
      classes: animals
    },
    {
      name: 'final class',
      apex: '',
      error: 'Non-virtual and non-abstract type cannot be extended: A',
      classes: ['public class A {}', 'public class B extends A {}']
    }
  ]);
});

describe('interfaces', () => {
  const shape = [
    'public interface Shape { Decimal area(); }',
    'public class Square implements Shape { Decimal side; public Square(Decimal s) { side = s; } public Decimal AREA() { return side * side; } }'
  ];
  cases([
    { name: 'call', apex: 'Shape s = new Square(2); System.debug(s.area());', log: ['4'], classes: shape },
    {
      name: 'missing method',
      apex: '',
      error: 'Class Dot must implement the method: Decimal Shape.area()',
      classes: [...shape, 'public class Dot implements Shape {}']
    },
    {
      name: 'inherited implementation',
      apex: 'I i = new B(); i.go();',
      log: ['A'],
      classes: [
        'public interface I { void go(); }',
        "public virtual class A { public void go() { System.debug('A'); } }",
        'public class B extends A implements I {}'
      ]
    },
    {
      name: 'interface of an interface',
      apex: 'J j = new B(); j.go(); I i = j; i.go();',
      log: ['go', 'go'],
      classes: [
        'public interface I { void go(); }',
        'public interface J extends I {}',
        "public class B implements J { public void go() { System.debug('go'); } }"
      ]
    },
    {
      name: 'Comparable',
      apex: 'List<N> l = new List<N>{ new N(3), new N(1), new N(2) }; l.sort(); System.debug(l[0].n + l[2].n * 10);',
      log: ['31'],
      classes: [
        'public class N implements Comparable { public Integer n; public N(Integer n) { this.n = n; } public Integer compareTo(Object other) { return n - ((N) other).n; } }'
      ]
    },
    {
      name: 'Comparator',
      apex: 'List<Integer> l = new List<Integer>{1, 3, 2}; l.sort(new Down()); System.debug(l);',
      log: ['(3, 2, 1)'],
      classes: ['public class Down implements Comparator<Integer> { public Integer compare(Integer a, Integer b) { return b - a; } }']
    },
    {
      name: 'abstract class leaves it to its subclass',
      apex: 'I i = new B(); i.go();',
      log: ['B'],
      classes: [
        'public interface I { void go(); }',
        'public abstract class A implements I { public abstract void go(); }',
        "public class B extends A { public override void go() { System.debug('B'); } }"
      ]
    },
    {
      name: 'Callable',
      apex: "Callable c = new A(); System.debug(c.call('x', null));",
      log: ['called x'],
      classes: [
        "public class A implements Callable { public Object call(String action, Map<String, Object> args) { return 'called ' + action; } }"
      ]
    }
  ]);
});

describe('statics', () => {
  cases([
    {
      name: 'method and field',
      apex: 'C.n++; C.n += 2; System.debug(C.n); System.debug(C.twice(4));',
      log: ['4', '8'],
      classes: ['public class C { public static Integer n = 1; public static Integer twice(Integer i) { return i * 2; } }']
    },
    {
      name: 'initializer runs once, on first use',
      apex: "System.debug('start'); C.f(); C.f();",
      log: ['start', 'init', 'f', 'f'],
      classes: ["public class C { static { System.debug('init'); } public static void f() { System.debug('f'); } }"]
    },
    {
      name: 'in order of the source',
      apex: 'System.debug(C.b);',
      log: ['2'],
      classes: ['public class C { public static Integer a = 1; public static Integer b = a + 1; }']
    },
    {
      name: 'forward reference is null',
      apex: 'System.debug(C.a);',
      log: ['null'],
      classes: ['public class C { public static Integer a = b; public static Integer b = 1; }']
    },
    {
      name: 'initialization in a circle',
      apex: 'System.debug(A.x); System.debug(B.y);',
      log: ['null', 'null'],
      classes: ['public class A { public static Integer x = B.y; }', 'public class B { public static Integer y = A.x; }']
    },
    {
      name: 'constants',
      apex: 'System.debug(C.NAME);',
      log: ['x'],
      classes: ["public class C { public static final String NAME = 'x'; }"]
    },
    {
      name: 'inner class uses outer static',
      apex: 'System.debug(new Wrapper.Nested().get());',
      log: ['5'],
      classes: ['public class Wrapper { static Integer n = 5; public class Nested { public Integer get() { return n; } } }']
    },
    {
      name: 'inner class calls outer static method',
      apex: 'System.debug(new Wrapper.Nested().get());',
      log: ['6'],
      classes: [
        'public class Wrapper { static Integer six() { return 6; } public class Nested { public Integer get() { return six(); } } }'
      ]
    },
    {
      name: 'enum',
      apex: "System.debug(Season.valueOf('winter')); System.debug(Season.values()); System.debug(Season.WINTER.ordinal()); System.debug(Season.SUMMER.name()); System.debug(Season.SUMMER == Season.WINTER);",
      log: ['WINTER', '(SUMMER, WINTER)', '1', 'SUMMER', 'false'],
      classes: ['public enum Season { SUMMER, WINTER }']
    },
    {
      name: 'enum as a key',
      apex: 'Map<A.Color, Integer> m = new Map<A.Color, Integer>{ A.Color.RED => 1 }; System.debug(m.get(A.Color.RED));',
      log: ['1'],
      classes: ['public class A { public enum Color { RED, BLUE } }']
    },
    {
      name: 'unknown enum constant',
      apex: "Season.valueOf('x');",
      thrown: 'System.NoSuchElementException: No enum constant Season.x',
      classes: ['public enum Season { SUMMER }']
    }
  ]);
});

describe('properties', () => {
  cases([
    {
      name: 'automatic',
      apex: 'A a = new A(); a.n = 5; a.n += 1; System.debug(a.n);',
      log: ['6'],
      classes: ['public class A { public Integer n { get; set; } }']
    },
    {
      name: 'with bodies',
      apex: 'A a = new A(); a.n = 5; System.debug(a.n);',
      log: ['set', '10'],
      classes: ["public class A { public Integer n { get { return n * 2; } set { System.debug('set'); n = value; } } }"]
    },
    {
      name: 'lazy',
      apex: 'A a = new A(); System.debug(a.l.size()); System.debug(a.l.size());',
      log: ['made', '0', '0'],
      classes: [
        "public class A { public List<String> l { get { if (l == null) { System.debug('made'); l = new List<String>(); } return l; } private set; } }"
      ]
    },
    {
      name: 'static',
      apex: 'System.debug(A.n); A.n = 3; System.debug(A.n);',
      log: ['1', '3'],
      classes: ['public class A { public static Integer n { get { if (n == null) { n = 1; } return n; } set; } }']
    },
    {
      name: 'virtual',
      apex: 'A a = new B(); a.n = 2; System.debug(a.n);',
      log: ['20'],
      classes: [
        'public virtual class A { public virtual Integer n { get; set; } }',
        'public class B extends A { public override Integer n { get { return super.n * 10; } set { super.n = value; } } }'
      ]
    },
    {
      name: 'computed',
      apex: "P p = new P(); p.first = 'Ada'; p.last = 'L'; System.debug(p.full);",
      log: ['Ada L'],
      classes: [
        "public class P { public String first { get; set; } public String last { get; set; } public String full { get { return first + ' ' + last; } } }"
      ]
    }
  ]);
});

describe('overloads', () => {
  const o = [
    "public class O { public static String f(Integer i) { return 'Integer'; } public static String f(Long l) { return 'Long'; } public static String f(Decimal d) { return 'Decimal'; } public static String f(String s) { return 'String'; } public static String f(Object o) { return 'Object'; } public static String g(SObject s) { return 'SObject'; } public static String g(Account a) { return 'Account'; } public static String g(List<SObject> s) { return 'list'; } public static String h(Id i) { return 'Id'; } public static String h(String s) { return 'String'; } }"
  ];
  cases([
    { name: 'exact', apex: "System.debug(O.f(1) + O.f(1L) + O.f(1.5) + O.f('a'));", log: ['IntegerLongDecimalString'], classes: o },
    { name: 'widening', apex: 'System.debug(O.f(1.5d));', log: ['Decimal'], classes: o },
    { name: 'Object', apex: 'System.debug(O.f(Date.today()));', log: ['Object'], classes: o },
    {
      name: 'record',
      apex: 'SObject s = new Account(); System.debug(O.g(s) + O.g(new Account()) + O.g(new Contact()) + O.g(new List<Account>()));',
      log: ['SObjectAccountSObjectlist'],
      classes: o
    },
    { name: 'Id and String', apex: "Id i = '001000000000001'; System.debug(O.h(i) + O.h('a'));", log: ['IdString'], classes: o },
    {
      name: 'none fits',
      apex: 'O.h(1);',
      error: 'Method does not exist or incorrect signature: void h(Integer) from the type O',
      classes: o
    }
  ]);
});

describe('names', () => {
  cases([
    {
      name: 'JavaScript words',
      apex: 'Integer var = 1; Integer function = 2; Integer arguments = 3; Integer let = 4; System.debug(var + function + arguments + let);',
      log: ['10']
    },
    {
      name: 'variable with a class name',
      apex: 'Foo Foo = new Foo(); System.debug(Foo.n);',
      log: ['1'],
      classes: ['public class Foo { public Integer n = 1; }']
    },
    {
      name: 'project class hides a built-in',
      apex: 'System.debug(new Http().n);',
      log: ['7'],
      classes: ['public class Http { public Integer n = 7; }']
    },
    {
      name: 'inner class',
      apex: 'System.debug(new A().make().n);',
      log: ['3'],
      classes: ['public class A { public class B { public Integer n = 3; } public B make() { return new B(); } }']
    },
    { name: 'System prefix', apex: "System.String s = 'a'; System.debug(System.Math.max(1, 2)); System.System.debug(s);", log: ['2', 'a'] },
    {
      name: 'field names of JavaScript',
      apex: 'A a = new A(); a.constructor_x = 1; System.debug(a.toString); System.debug(a.valueOf);',
      log: ['t', 'v'],
      classes: ["public class A { public Integer constructor_x; public String toString = 't'; public String valueOf = 'v'; }"]
    },
    { name: 'methods of the block', apex: 'Integer twice(Integer i) { return i * 2; } System.debug(twice(4));', log: ['8'] },
    {
      name: 'instance variable out of reach gives way to a type',
      apex: 'System.debug(A.f());',
      log: ['static'],
      classes: [
        'public class A { private Helper helper; public static String f() { return helper.go(); } }',
        "public class Helper { public static String go() { return 'static'; } }"
      ]
    },
    { name: 'class of the block', apex: "class Local { public String hi() { return 'hi'; } } System.debug(new Local().hi());", log: ['hi'] }
  ]);
});
