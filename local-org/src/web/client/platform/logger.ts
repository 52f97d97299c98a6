/** `lightning/logger`: custom events for Event Monitoring. They are kept where a developer looks for them. */
export function log(message: unknown): void {
  // eslint-disable-next-line no-console -- the browser's log is this module's output
  console.debug('lightning/logger', message);
}
