/** Words for the numbers of the simulation, as they stand in the tables. */
import { STAGE } from '../../model/model.ts';
import { CLERK, OUTCOME, SPACE } from '../../simulation/observer.ts';

/** By its number: the name of each, `sentHome` as `sent-home`. */
function wordsOf(numbers: Readonly<Record<string, number>>): readonly string[] {
  const words: string[] = [];
  for (const [name, number] of Object.entries(numbers))
    words[number] = name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return words;
}

export const OUTCOMES = wordsOf(OUTCOME);
export const CLERK_STATES = wordsOf(CLERK);
export const SPACE_STATES = wordsOf(SPACE);
export const STAGES = wordsOf(STAGE);

/** `09:30:07`; hours go on after midnight. Fractions of seconds are left out. */
export function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}
