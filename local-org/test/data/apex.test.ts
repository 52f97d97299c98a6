import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openOrg } from '../../src/org/index.js';
import { runTests } from '../../src/testing/index.js';

it('does what Apex asks of Database, DML statements and Limits', () => {
  const org = openOrg({ project: fileURLToPath(new URL('./project', import.meta.url)), database: ':memory:' });
  try {
    const results = runTests(org);
    expect(
      results.filter((result) => !result.passed).map(({ method, message, stackTrace }) => `${method}: ${message} ${stackTrace}`)
    ).toEqual([]);
    expect(results.length).toBeGreaterThan(5);
  } finally {
    org.close();
  }
});
