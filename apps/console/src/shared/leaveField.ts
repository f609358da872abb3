/** Out of a text field, so that single keys mean something again, and no farther than the part of the screen around it. */
export function leaveField(field: HTMLElement, to?: HTMLElement | null): void {
  const home = to ?? field.closest<HTMLElement>('section, aside, main');
  if (!home) {
    field.blur();
    return;
  }
  if (!home.hasAttribute('tabindex')) home.tabIndex = -1;
  home.focus({ preventScroll: true });
}
