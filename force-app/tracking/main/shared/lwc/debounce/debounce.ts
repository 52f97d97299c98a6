const TYPING_PAUSE_MILLISECONDS = 300;

export interface Debounced<Value> {
  (value: Value): void;
  /** Forgets a call that is still waiting. */
  cancel(): void;
}

/** Calls `run` with the latest value once no other has come for a moment, so that not every keystroke asks the server. */
export function debounce<Value>(run: (value: Value) => void, milliseconds = TYPING_PAUSE_MILLISECONDS): Debounced<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const debounced = (value: Value): void => {
    clearTimeout(timer);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- a pause in typing can only be noticed by a timer; cancel() clears it
    timer = setTimeout(() => run(value), milliseconds);
  };
  return Object.assign(debounced, { cancel: () => clearTimeout(timer) });
}
