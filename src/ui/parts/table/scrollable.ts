import type { Attachment } from 'svelte/attachments';

/**
 * What is larger than its box can be scrolled by keyboard too: it is a stop of the Tab key, with a name, as long as it does not fit.
 * @param label what a screen reader calls it
 */
export const scrollable =
  (label: string): Attachment<HTMLElement> =>
  (box) => {
    const watch = (): void => {
      const overflows = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
      if (overflows) {
        box.tabIndex = 0;
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', label);
      } else for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
    };
    const observer = new ResizeObserver(watch);
    observer.observe(box);
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  };
