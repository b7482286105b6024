/** The audit of a floor plan at 80 columns: the worst places first. */
import type { Scenario } from '../../scenario/schema.ts';
import { type Audit, type AuditedPlace, TRIED } from '../audit.ts';
import { left, right, WIDTH, wrap } from './layout.ts';
import { styleFor } from './style.ts';

const NAMES: Readonly<Record<AuditedPlace['privacy'], string>> = {
  understood: 'understood',
  partly: 'partly understood',
  private: 'private',
};

const PLACE = 16;
const HEARD = 26;
const STI = 6;
const CLASS = 19;

/** Lines of at most 80 columns. */
export function auditText(audit: Audit, scenario: Scenario, colour: boolean): string[] {
  const style = styleFor(colour);
  const { acoustics } = scenario;
  const finish = typeof acoustics.finish === 'string' ? acoustics.finish : 'measured';
  const masking = acoustics.masking === undefined ? '' : ` and ${acoustics.masking} dB(A) of sound masking`;
  const worstFirst = [...audit.places].sort((a, b) => (b.worst?.sti ?? 0) - (a.worst?.sti ?? 0));
  const overheard = worstFirst.filter(({ privacy }) => privacy !== 'private');
  const intro =
    `Noise ${acoustics.noise} dB(A)${masking}, ${finish} finish, ${acoustics.voice} voice: in the open hall speech ` +
    `distracts up to ${audit.distraction.toFixed(1)} m and is private beyond ${audit.privacy.toFixed(0)} m.`;
  return [
    style.title('Who could understand what is said'),
    ...wrap(intro, WIDTH).map(style.faint),
    '',
    style
      .title(
        left('Said at', PLACE) +
          left('understood best at', HEARD) +
          right('STI', STI) +
          '  ' +
          left('', CLASS),
      )
      .trimEnd(),
    ...worstFirst.map((place) => row(place, style.faint)),
    '',
    style.title('Highest STI with another partition'),
    left('', PLACE) + TRIED.map((name) => right(name, HEARD - 6)).join(''),
    ...overheard.map(({ space, better }) =>
      (left(space, PLACE) + better.map((sti) => right(sti.toFixed(2), HEARD - 6)).join('')).trimEnd(),
    ),
    '',
    ...wrap(
      'STI by IEC 60268-16: below 0.20 private, from 0.50 on understood (the privacy and distraction distances of ' +
        'ISO 3382-3). Every place is heard from its middle; seats of waiting areas one by one.',
      WIDTH,
    ).map(style.faint),
  ];
}

function row({ space, worst, letter, privacy }: AuditedPlace, faint: (text: string) => string): string {
  if (worst === null) return `${left(space, PLACE)}${faint('nowhere')}`;
  const where = `${worst.space}, ${worst.distance.toFixed(1)} m`;
  return `${left(space, PLACE)}${left(where, HEARD)}${right(worst.sti.toFixed(2), STI)}  ${NAMES[privacy]} (${letter})`;
}
