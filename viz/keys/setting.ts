/**
 * Whether single keys do anything: who speaks to the computer, or hits keys by chance, turns them off (WCAG 2.2, 2.1.4). Kept
 * for as long as the page is open.
 */
let isOn = true;

export const areKeysOn = (): boolean => isOn;

export function setKeys(on: boolean): void {
  isOn = on;
}
