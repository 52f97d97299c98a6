import { tx } from '../org/transaction.js';
import { ApexList, argument, builtinType, BuiltinObject, raise, Types, unsupported } from '../values/index.js';
import { builtin, type Implementation, type PropertyImplementation } from './declare.js';

/** Apex Reference, "Messaging Namespace": outbound mail is counted and kept with the transaction, never sent; inbound mail is data for handlers. */

/** A built-in whose setters keep what they are given. */
export class Properties extends BuiltinObject {
  readonly values = new Map<string, unknown>();

  get(name: string): unknown {
    return this.values.get(name) ?? null;
  }
}

/** `getX` and `setX` for each `Type X`. */
function accessors(properties: readonly string[]): Record<string, Implementation> {
  const members: Record<string, Implementation> = {};
  for (const property of properties) {
    const space = property.lastIndexOf(' ');
    const type = property.slice(0, space);
    const name = property.slice(space + 1);
    members[`${type} get${name}()`] = (self: Properties) => self.get(name);
    members[`void set${name}(${type} value)`] = (self: Properties, value: unknown) => void self.values.set(name, value);
  }
  return members;
}

/** Public variables. */
function variables(properties: readonly string[]): Record<string, PropertyImplementation> {
  const members: Record<string, PropertyImplementation> = {};
  for (const property of properties) {
    const name = property.slice(property.lastIndexOf(' ') + 1);
    members[property] = {
      get: (self: Properties) => self.get(name),
      set: (self: Properties, value: unknown) => void self.values.set(name, value)
    };
  }
  return members;
}

const EMAIL = [
  'Boolean BccSender',
  'String ReplyTo',
  'Boolean SaveAsActivity',
  'String SenderDisplayName',
  'String Subject',
  'Boolean UseSignature'
];
const SINGLE = [
  'List<String> BccAddresses',
  'List<String> CcAddresses',
  'List<String> ToAddresses',
  'String Charset',
  'List<Id> DocumentAttachments',
  'List<String> EntityAttachments',
  'List<Messaging.EmailFileAttachment> FileAttachments',
  'String HtmlBody',
  'String InReplyTo',
  'String OptOutPolicy',
  'Id OrgWideEmailAddressId',
  'String PlainTextBody',
  'String References',
  'Id TargetObjectId',
  'Id TemplateId',
  'Boolean TreatBodiesAsTemplate',
  'Boolean TreatTargetObjectAsRecipient',
  'Id WhatId'
];
const MASS = ['String Description', 'List<Id> TargetObjectIds', 'Id TemplateId', 'List<Id> WhatIds'];

/** Where the messages of a transaction are kept. */
export const SENT_EMAILS = 'emails';

class SendEmailResult extends BuiltinObject {
  constructor(readonly errors: readonly BuiltinObject[] = []) {
    super('Messaging.SendEmailResult');
  }
}

function sendEmail(messages: ApexList<Properties> | null): ApexList<SendEmailResult> {
  const { scratch, limits } = tx();
  const list = argument(messages);
  limits.count('EmailInvocations');
  for (const message of list.items) checkRecipients(argument(message));
  const sent = (scratch.get(SENT_EMAILS) as Properties[] | undefined) ?? [];
  scratch.set(SENT_EMAILS, [...sent, ...list.items]);
  return new ApexList(
    builtinType('Messaging.SendEmailResult'),
    list.items.map(() => new SendEmailResult())
  );
}

const isEmpty = (value: unknown): boolean => !(value instanceof ApexList) || value.size === 0;

function checkRecipients(message: Properties): void {
  if (message.apexType.name !== 'Messaging.SingleEmailMessage') return;
  if (message.get('TemplateId') !== null) unsupported('e-mail templates');
  const hasAddress = !isEmpty(message.get('ToAddresses')) || !isEmpty(message.get('CcAddresses')) || !isEmpty(message.get('BccAddresses'));
  if (!hasAddress && message.get('TargetObjectId') === null) {
    raise(
      'EmailException',
      'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []'
    );
  }
  if (message.get('PlainTextBody') === null && message.get('HtmlBody') === null) {
    raise(
      'EmailException',
      'SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Missing body, need at least one of html or plainText: []'
    );
  }
}

const made = (name: string) => (): Properties => new Properties(name);

export const declarations = [
  builtin('class Messaging', {
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails)': sendEmail,
    'static List<Messaging.SendEmailResult> sendEmail(List<Messaging.Email> emails, Boolean allOrNothing)': sendEmail,
    'static void reserveSingleEmailCapacity(Integer count)': () => undefined,
    'static void reserveMassEmailCapacity(Integer count)': () => undefined,
    'static Messaging.SingleEmailMessage renderStoredEmailTemplate(String templateId, String whoId, String whatId)': () =>
      unsupported('Messaging.renderStoredEmailTemplate')
  }),
  builtin('virtual class Messaging.Email', accessors(EMAIL)),
  builtin('class Messaging.SingleEmailMessage extends Messaging.Email', {
    'SingleEmailMessage()': made('Messaging.SingleEmailMessage'),
    ...accessors(SINGLE)
  }),
  builtin('class Messaging.MassEmailMessage extends Messaging.Email', {
    'MassEmailMessage()': made('Messaging.MassEmailMessage'),
    ...accessors(MASS)
  }),
  builtin('class Messaging.EmailFileAttachment', {
    'EmailFileAttachment()': made('Messaging.EmailFileAttachment'),
    ...accessors(['Blob Body', 'String ContentType', 'String FileName', 'Boolean Inline', 'Id Id'])
  }),
  builtin('class Messaging.SendEmailResult', {
    'List<Messaging.SendEmailError> getErrors()': (self: SendEmailResult) =>
      new ApexList(builtinType('Messaging.SendEmailError'), [...self.errors]),
    'Boolean isSuccess()': (self: SendEmailResult) => self.errors.length === 0
  }),
  builtin('class Messaging.SendEmailError', {
    'List<String> getFields()': () => new ApexList(Types.primitive('String')),
    'String getMessage()': (self: Properties) => self.get('Message'),
    'String getTargetObjectId()': (self: Properties) => self.get('TargetObjectId')
  }),
  builtin('class Messaging.CustomNotification', {
    'CustomNotification()': made('Messaging.CustomNotification'),
    'void setTitle(String title)': (self: Properties, value: unknown) => void self.values.set('Title', value),
    'void setBody(String body)': (self: Properties, value: unknown) => void self.values.set('Body', value),
    'void setTargetId(Id targetId)': (self: Properties, value: unknown) => void self.values.set('TargetId', value),
    'void setTargetPageRef(String pageRef)': (self: Properties, value: unknown) => void self.values.set('TargetPageRef', value),
    'void setSenderId(Id senderId)': (self: Properties, value: unknown) => void self.values.set('SenderId', value),
    'void setNotificationTypeId(Id typeId)': (self: Properties, value: unknown) => void self.values.set('NotificationTypeId', value),
    'void send(Set<String> users)': () => unsupported('custom notifications')
  }),
  builtin('interface Messaging.InboundEmailHandler', {
    'Messaging.InboundEmailResult handleInboundEmail(Messaging.InboundEmail email, Messaging.InboundEnvelope envelope)': null
  }),
  builtin('class Messaging.InboundEmail', {
    'InboundEmail()': made('Messaging.InboundEmail'),
    ...variables([
      'List<Messaging.InboundEmail.BinaryAttachment> binaryAttachments',
      'List<String> ccAddresses',
      'String fromAddress',
      'String fromName',
      'List<Messaging.InboundEmail.Header> headers',
      'String htmlBody',
      'Boolean htmlBodyIsTruncated',
      'String inReplyTo',
      'String messageId',
      'String plainTextBody',
      'Boolean plainTextBodyIsTruncated',
      'List<String> references',
      'String replyTo',
      'String subject',
      'List<Messaging.InboundEmail.TextAttachment> textAttachments',
      'List<String> toAddresses'
    ])
  }),
  builtin('class Messaging.InboundEmail.BinaryAttachment', {
    'BinaryAttachment()': made('Messaging.InboundEmail.BinaryAttachment'),
    ...variables(['Blob body', 'String fileName', 'List<Messaging.InboundEmail.Header> headers', 'String mimeTypeSubType'])
  }),
  builtin('class Messaging.InboundEmail.TextAttachment', {
    'TextAttachment()': made('Messaging.InboundEmail.TextAttachment'),
    ...variables([
      'String body',
      'Boolean bodyIsTruncated',
      'String charset',
      'String fileName',
      'List<Messaging.InboundEmail.Header> headers',
      'String mimeTypeSubType'
    ])
  }),
  builtin('class Messaging.InboundEmail.Header', {
    'Header()': made('Messaging.InboundEmail.Header'),
    ...variables(['String name', 'String value'])
  }),
  builtin('class Messaging.InboundEnvelope', {
    'InboundEnvelope()': made('Messaging.InboundEnvelope'),
    ...variables(['String fromAddress', 'String toAddress'])
  }),
  builtin('class Messaging.InboundEmailResult', {
    'InboundEmailResult()': made('Messaging.InboundEmailResult'),
    ...variables(['String message', 'Boolean success'])
  })
];
