/** Settings that have no effect where they stand: one case for each, with its place. */
import { describe, expect, it } from 'vitest';
import { type Edit, expectFindings, loadTown, TOWN } from '../town.ts';

const FLOOR = /floor:[\s\S]*?(?=equipment:)/.exec(TOWN['town.yaml'] ?? '')?.[0] ?? '';
const loop = (reach: string): Edit => [
  'use: service, enclosure: closed }',
  `use: service, enclosure: closed, loop: ${reach} }`,
  'concept.yaml',
];

describe('without effect', () => {
  it('are papers left anywhere but at a kiosk', () => {
    const desk = 'desk: { name: Desk, use: service,';
    expectFindings(
      [[desk, `${desk} leaves: «2 %»,`, 'concept.yaml']],
      'warning: spaceTypes.desk.leaves: has no effect in a space for service; it is for kiosks',
    );
    const kiosk = 'kiosk: { name: Kiosk, use: kiosk,';
    expect(loadTown([kiosk, `${kiosk} leaves: 2 %,`, 'concept.yaml'])).toMatchObject({ warnings: [] });
  });

  it('is a hearing loop without a floor', () => {
    expectFindings(
      [[FLOOR, ''], loop('«3 m»')],
      'warning: spaceTypes.room.loop: has no effect without a floor',
    );
    expect(loadTown(loop('3 m'))).toMatchObject({ warnings: [] });
  });

  it('are the walls of a type that a space has at times only', () => {
    const desk = '{ type: desk, at: [6, 4], size: [2, 3] }';
    const convertible = (type: string, own = 'desk') =>
      [
        desk,
        `{ type: ${own}, at: [6, 4], size: [2, 3], door: [7, 7], timetable: [{ from: 09:00, to: 10:00, type: ${type} }] }`,
      ] satisfies Edit;
    expectFindings(
      [convertible('«room»')],
      "warning: spaces.desk-1.timetable[0].type: 'room' is closed, but the space is screened all day, as its own " +
        "type 'desk'; make 'room' its type and 'desk' that of the timetable",
    );
    expect(loadTown(convertible('desk', 'room'))).toMatchObject({ warnings: [] });
    expect(loadTown(convertible('closed'))).toMatchObject({ warnings: [] });
    expect(loadTown(convertible('room'), [FLOOR, ''])).toMatchObject({ warnings: [] });
  });

  it('is a headset of who is there', () => {
    expectFindings(
      [['  adviser:\n    count: 2', '  adviser:\n    sound: «headset»\n    count: 2']],
      'warning: roles.adviser.sound: has no effect in a role of kind adviser; it is for remote experts',
    );
    const remote: Edit = [
      '    equipment: [video-link]\n  interp',
      '    equipment: [video-link]\n    sound: headset\n  interp',
      'concept.yaml',
    ];
    expect(loadTown(remote)).toMatchObject({ warnings: [] });
  });

  it('is a guard with whom threats are no rarer', () => {
    const safety = (guarded: string): Edit => [
      'policy:\n  routing',
      `safety: { incidents: 0.01 /h, guarded: ${guarded} }\npolicy:\n  routing`,
    ];
    expectFindings(
      [safety('«0.02 /h»')],
      "warning: safety.guarded: is more than 'incidents', with neither a guard nor a second door",
    );
    expect(loadTown(safety('0.01 /h'))).toMatchObject({ warnings: [] });
  });
});
