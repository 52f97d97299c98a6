import { tx } from '../org/transaction.js';
import {
  type ApexEnum,
  type ApexException,
  ApexList,
  ApexMap,
  argument,
  BuiltinObject,
  builtinType,
  type SObject,
  Types,
  unsupported
} from '../values/index.js';
import { builtin } from './declare.js';
import { enumConstant } from './enums.js';

/** Apex Reference: "PageReference Class", "ApexPages Class", "Message Class", "SelectOption Class", "Cookie Class". Pages are not rendered. */

const TEXT = Types.primitive('String');

/** Test.setCurrentPage puts the page there, too. */
const CURRENT_PAGE = 'currentPage';
const MESSAGES = 'pageMessages';

export class PageReference extends BuiltinObject {
  readonly parameters: ApexMap<string, string> = new ApexMap<string, string>(TEXT, TEXT);
  readonly headers: ApexMap<string, string> = new ApexMap<string, string>(TEXT, TEXT);
  readonly cookies: ApexMap<string, unknown> = new ApexMap<string, unknown>(TEXT, builtinType('Cookie'));
  readonly path: string;
  anchor: string | null = null;
  redirect = false;
  redirectCode = 0;

  constructor(url: string) {
    super('PageReference');
    const [, path, query, anchor] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(url)!;
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [name, value] of new URLSearchParams(query ?? '')) this.parameters.set(name, value);
  }

  get url(): string {
    const query = [...this.parameters.entries()]
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`);
    return `${this.path}${query.length > 0 ? `?${query.join('&')}` : ''}${this.anchor === null ? '' : `#${this.anchor}`}`;
  }

  toString$0(): string {
    return `System.PageReference[${this.url}]`;
  }
}

const encode = (text: string): string => encodeURIComponent(text).replace(/%20/g, '+');

class PageMessage extends BuiltinObject {
  constructor(
    readonly severity: ApexEnum,
    readonly summary: string | null,
    readonly detail: string | null = summary,
    readonly componentLabel: string | null = null
  ) {
    super('ApexPages.Message');
  }
}

function messages(): PageMessage[] {
  const { scratch } = tx();
  const known = scratch.get(MESSAGES) as PageMessage[] | undefined;
  if (known) return known;
  const made: PageMessage[] = [];
  scratch.set(MESSAGES, made);
  return made;
}

/** The same summary and severity is shown once. */
function addMessage(message: PageMessage): void {
  const known = messages();
  if (!known.some((other) => other.severity === message.severity && other.summary === message.summary && other.detail === message.detail))
    known.push(message);
}

const currentPage = (): unknown => tx().scratch.get(CURRENT_PAGE) ?? null;

class StandardController extends BuiltinObject {
  constructor(readonly record: SObject) {
    super('ApexPages.StandardController');
  }

  get page(): PageReference {
    return new PageReference(`/${this.record.id ?? ''}`);
  }
}

class StandardSetController extends BuiltinObject {
  selected: ApexList;
  pageNumber = 1;
  pageSize = 20;

  constructor(readonly records: ApexList) {
    super('ApexPages.StandardSetController');
    this.selected = new ApexList(records.element);
  }

  get pages(): number {
    return Math.max(Math.ceil(this.records.size / this.pageSize), 1);
  }

  get page(): ApexList {
    const start = (this.pageNumber - 1) * this.pageSize;
    return new ApexList(this.records.element, this.records.items.slice(start, start + this.pageSize));
  }

  turnTo(page: number): void {
    this.pageNumber = Math.min(Math.max(page, 1), this.pages);
  }
}

class SelectOption extends BuiltinObject {
  escapeItem = true;

  constructor(
    public value: string,
    public label: string,
    public disabled: boolean
  ) {
    super('SelectOption');
  }
}

function option(value: string | null, label: string | null, disabled: boolean | null = false): SelectOption {
  return new SelectOption(argument(value), argument(label), disabled === true);
}

class Cookie extends BuiltinObject {
  constructor(readonly parts: readonly unknown[]) {
    super('Cookie');
  }
}

const save = (record: SObject): void =>
  void tx().org.dml.execute(record.id === null ? 'insert' : 'update', [record], {
    allOrNone: true,
    accessLevel: 'USER_MODE',
    enforceSharing: true
  });

export const declarations = [
  builtin('class PageReference', {
    'PageReference(String partialURL)': (url: string | null) => new PageReference(argument(url)),
    'PageReference(SObject record)': (record: SObject | null) => new PageReference(`/${argument(record).id ?? ''}`),
    'Map<String, String> getParameters()': (self: PageReference) => self.parameters,
    'Map<String, String> getHeaders()': (self: PageReference) => self.headers,
    'Map<String, Cookie> getCookies()': (self: PageReference) => self.cookies,
    'void setCookies(List<Cookie> cookies)': (self: PageReference, cookies: ApexList<Cookie>) =>
      cookies.items.forEach((cookie) => self.cookies.set(String(cookie.parts[0]), cookie)),
    'String getUrl()': (self: PageReference) => self.url,
    'String getAnchor()': (self: PageReference) => self.anchor,
    'PageReference setAnchor(String anchor)': (self: PageReference, anchor: string | null) => {
      self.anchor = anchor;
      return self;
    },
    'Boolean getRedirect()': (self: PageReference) => self.redirect,
    'PageReference setRedirect(Boolean redirect)': (self: PageReference, redirect: boolean) => {
      self.redirect = redirect;
      return self;
    },
    'Integer getRedirectCode()': (self: PageReference) => self.redirectCode,
    'PageReference setRedirectCode(Integer code)': (self: PageReference, code: number) => {
      self.redirectCode = code;
      return self;
    },
    'Blob getContent()': () => unsupported('PageReference.getContent'),
    'Blob getContentAsPDF()': () => unsupported('PageReference.getContentAsPDF')
  }),
  builtin('class System', { 'static PageReference currentPageReference()': currentPage }),
  builtin('class ApexPages', {
    'static PageReference currentPage()': currentPage,
    'static void addMessage(ApexPages.Message message)': (message: PageMessage | null) => addMessage(argument(message)),
    'static void addMessages(Exception exceptionThrown)': (thrown: ApexException | null) =>
      addMessage(new PageMessage(enumConstant('ApexPages.Severity', 'ERROR'), argument(thrown).getMessage$0())),
    'static List<ApexPages.Message> getMessages()': () => new ApexList(builtinType('ApexPages.Message'), [...messages()]),
    'static Boolean hasMessages()': () => messages().length > 0,
    'static Boolean hasMessages(ApexPages.Severity severity)': (severity: ApexEnum) =>
      messages().some((message) => message.severity === severity)
  }),
  builtin('enum ApexPages.Severity', {}, ['CONFIRM', 'ERROR', 'FATAL', 'INFO', 'WARNING']),
  builtin('class ApexPages.Message', {
    'Message(ApexPages.Severity severity, String summary)': (severity: ApexEnum, summary: string | null) =>
      new PageMessage(severity, summary),
    'Message(ApexPages.Severity severity, String summary, String detail)': (
      severity: ApexEnum,
      summary: string | null,
      detail: string | null
    ) => new PageMessage(severity, summary, detail),
    'Message(ApexPages.Severity severity, String summary, String detail, String id)': (
      severity: ApexEnum,
      summary: string | null,
      detail: string | null,
      id: string | null
    ) => new PageMessage(severity, summary, detail, id),
    'ApexPages.Severity getSeverity()': (self: PageMessage) => self.severity,
    'String getSummary()': (self: PageMessage) => self.summary,
    'String getDetail()': (self: PageMessage) => self.detail,
    'String getComponentLabel()': (self: PageMessage) => self.componentLabel
  }),
  builtin('class ApexPages.StandardController', {
    'StandardController(SObject controllerSObject)': (record: SObject | null) => new StandardController(argument(record)),
    'String getId()': (self: StandardController) => self.record.id,
    'SObject getRecord()': (self: StandardController) => self.record,
    'void addFields(List<String> fieldNames)': () => undefined,
    'void reset()': () => unsupported('ApexPages.StandardController.reset'),
    'PageReference save()': (self: StandardController) => {
      save(self.record);
      return self.page;
    },
    'PageReference cancel()': (self: StandardController) => self.page,
    'PageReference view()': (self: StandardController) => self.page,
    'PageReference edit()': (self: StandardController) => new PageReference(`/${self.record.id ?? ''}/e`)
  }),
  builtin('class ApexPages.StandardSetController', {
    'StandardSetController(Database.QueryLocator locator)': () => unsupported('ApexPages.StandardSetController over a query locator'),
    'StandardSetController(List<SObject> controllerList)': (records: ApexList | null) => new StandardSetController(argument(records)),
    'List<SObject> getRecords()': (self: StandardSetController) => self.page,
    'List<SObject> getSelected()': (self: StandardSetController) => self.selected,
    'void setSelected(List<SObject> selectedRecords)': (self: StandardSetController, records: ApexList) => {
      self.selected = records;
    },
    'Integer getResultSize()': (self: StandardSetController) => self.records.size,
    'Integer getPageSize()': (self: StandardSetController) => self.pageSize,
    'void setPageSize(Integer pageSize)': (self: StandardSetController, size: number) => {
      self.pageSize = size;
    },
    'Integer getPageNumber()': (self: StandardSetController) => self.pageNumber,
    'void setPageNumber(Integer pageNumber)': (self: StandardSetController, page: number) => self.turnTo(page),
    'Boolean getHasNext()': (self: StandardSetController) => self.pageNumber < self.pages,
    'Boolean getHasPrevious()': (self: StandardSetController) => self.pageNumber > 1,
    'void first()': (self: StandardSetController) => self.turnTo(1),
    'void last()': (self: StandardSetController) => self.turnTo(self.pages),
    'void next()': (self: StandardSetController) => self.turnTo(self.pageNumber + 1),
    'void previous()': (self: StandardSetController) => self.turnTo(self.pageNumber - 1),
    'Boolean getCompleteResult()': () => true
  }),
  builtin('class SelectOption', {
    'SelectOption(String value, String label)': (value: string | null, label: string | null) => option(value, label),
    'SelectOption(String value, String label, Boolean isDisabled)': option,
    'String getValue()': (self: SelectOption) => self.value,
    'void setValue(String value)': (self: SelectOption, value: string) => {
      self.value = value;
    },
    'String getLabel()': (self: SelectOption) => self.label,
    'void setLabel(String label)': (self: SelectOption, label: string) => {
      self.label = label;
    },
    'Boolean getDisabled()': (self: SelectOption) => self.disabled,
    'void setDisabled(Boolean isDisabled)': (self: SelectOption, disabled: boolean) => {
      self.disabled = disabled;
    },
    'Boolean getEscapeItem()': (self: SelectOption) => self.escapeItem,
    'void setEscapeItem(Boolean itemsEscaped)': (self: SelectOption, escape: boolean) => {
      self.escapeItem = escape;
    }
  }),
  builtin('class Cookie', {
    'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure)': (...parts: unknown[]) => new Cookie(parts),
    'Cookie(String name, String value, String path, Integer maxAge, Boolean isSecure, String sameSite)': (...parts: unknown[]) =>
      new Cookie(parts),
    'String getName()': (self: Cookie) => self.parts[0],
    'String getValue()': (self: Cookie) => self.parts[1],
    'String getPath()': (self: Cookie) => self.parts[2],
    'Integer getMaxAge()': (self: Cookie) => self.parts[3],
    'Boolean isSecure()': (self: Cookie) => self.parts[4]
  })
];
