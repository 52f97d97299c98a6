import Toast from 'lightning/toast';
import ToastContainer from 'lightning/toastContainer';
import type { ToastDetail } from '../platform/platformShowToastEvent.js';

/**
 * Shows the platform's toasts with the base components' ones. The two speak different dialects: the platform's event has a title,
 * the package's a label; an event that carries `toast` is already the package's own.
 */
export function startToasts(): void {
  const container = ToastContainer.instance();
  container.maxToasts = 5;
  window.addEventListener(
    'lightning__showtoast',
    (event) => {
      const detail = (event as CustomEvent<ToastDetail & { toast?: unknown }>).detail;
      if (detail.toast) return;
      event.stopImmediatePropagation();
      show(detail);
    },
    true
  );
}

/** Up to this width the package's toast leaves its message out, which the platform's does not: there the label says both. */
const NARROW = '(max-width: 480px)';

function show({ title, message, messageData, variant, mode }: ToastDetail): void {
  // Plain texts among the message data are filled in here; links are the toast's own business.
  const links: Record<string, { url: string; label: string }> = {};
  const text = (message ?? '').replace(/\{(\d+)\}/g, (match, index: string) => {
    const value = messageData?.[Number(index)];
    if (value === undefined) return match;
    if (typeof value === 'string') return value;
    links[index] = { url: value.url, label: value.label };
    return match;
  });
  const given = Object.keys(links).length > 0 ? links : undefined;
  const texts =
    text !== '' && window.matchMedia(NARROW).matches
      ? { label: `${title ?? ''} ${text}`.trim(), labelLinks: given }
      : { label: title, message: text, messageLinks: given };
  Toast.show({
    ...texts,
    variant: variant ?? 'info',
    // The platform has three modes; both of the others close by themselves.
    mode: mode === 'sticky' ? 'sticky' : 'dismissible'
  });
}

export function toast(detail: ToastDetail): void {
  show(detail);
}
