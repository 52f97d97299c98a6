export interface Count {
  readonly passed: number;
  readonly failed: number;
}

export interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** Reads the tests' own count from what the step wrote; null where it wrote nothing. A step without it counts as one. */
  readonly count?: () => Count | null;
  /** Uses every core by itself, or must not run beside another. */
  readonly alone?: boolean;
}

/**
 * A step that ended badly has at least one failure, whatever its tests say. One whose tests left no count has failed, however it ended; one without
 * tests of its own counts as one.
 */
export function verdict(step: Step, ok: boolean): Count {
  const { passed, failed } = step.count ? (step.count() ?? { passed: 0, failed: 1 }) : { passed: ok ? 1 : 0, failed: 0 };
  return { passed, failed: ok ? failed : Math.max(1, failed) };
}
