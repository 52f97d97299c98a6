import { tx } from '../org/transaction.js';
import { type ApexDate, ApexDatetime, type ApexEnum, ApexException, equals, hashCode, raise, toText } from '../values/index.js';
import { builtin } from './declare.js';
import { localDate } from './dateFormat.js';
import { userZone } from './zone.js';

/** Apex Reference, "System Class" (assertions: assert.ts; jobs: async.ts; runAs: test.ts). */

/** `USER_DEBUG [12]|DEBUG|text`, as in a debug log. The line is the one that calls System.debug. */
function debug(level: string, value: unknown): void {
  const line = new ApexException().positions[0]?.line;
  tx().log.push(`USER_DEBUG [${line ?? 0}]|${level}|${toText(value)}`);
}

export const declarations = [
  builtin('class System', {
    'static void debug(Object msg)': (value: unknown) => debug('DEBUG', value),
    'static void debug(LoggingLevel logLevel, Object msg)': (level: ApexEnum | null, value: unknown) =>
      debug(level?.name ?? 'DEBUG', value),
    'static Datetime now()': () => new ApexDatetime(tx().org.clock.now()),
    'static Date today()': (): ApexDate => localDate(tx().org.clock.now(), userZone()),
    'static Long currentTimeMillis()': () => BigInt(tx().org.clock.now()),
    'static Boolean equals(Object obj1, Object obj2)': equals,
    'static Integer hashCode(Object obj)': (value: unknown) =>
      value === null ? raise('NullPointerException', 'Argument cannot be null.') : hashCode(value),
    'static Boolean isBatch()': () => tx().quiddity === 'BATCH_APEX',
    'static Boolean isFuture()': () => tx().quiddity === 'FUTURE',
    'static Boolean isQueueable()': () => tx().quiddity === 'QUEUEABLE',
    'static Boolean isScheduled()': () => tx().quiddity === 'SCHEDULED',
    'static Boolean isFunctionCallback()': () => false
  }),
  // In order of severity: the log shows a level and those above it.
  builtin('enum LoggingLevel', {}, ['NONE', 'INTERNAL', 'FINEST', 'FINER', 'FINE', 'DEBUG', 'INFO', 'WARN', 'ERROR']),
  builtin('enum TriggerOperation', {}, [
    'BEFORE_INSERT',
    'BEFORE_UPDATE',
    'BEFORE_DELETE',
    'AFTER_INSERT',
    'AFTER_UPDATE',
    'AFTER_DELETE',
    'AFTER_UNDELETE'
  ]),
  builtin('enum Quiddity', {}, [
    'ANONYMOUS',
    'AURA',
    'BATCH_ACS',
    'BATCH_APEX',
    'BATCH_CHUNK_PARALLEL',
    'BATCH_CHUNK_SERIAL',
    'BULK_API',
    'COMMERCE_INTEGRATION',
    'DISCOVERABLE_LOGIN',
    'FUNCTION_CALLBACK',
    'FUTURE',
    'INBOUND_EMAIL_SERVICE',
    'INVOCABLE_ACTION',
    'IOT',
    'PLATFORM_EVENT_PUBLISH_CALLBACK',
    'POST_INSTALL_SCRIPT',
    'QUEUEABLE',
    'QUICK_ACTION',
    'REMOTE_ACTION',
    'REST',
    'RUNTEST_ASYNC',
    'RUNTEST_DEPLOY',
    'RUNTEST_SYNC',
    'SCHEDULED',
    'SOAP',
    'SYNC',
    'SYNCHRONOUS',
    'TRANSACTION_FINALIZER_QUEUEABLE',
    'UNDEFINED',
    'VF'
  ])
];
