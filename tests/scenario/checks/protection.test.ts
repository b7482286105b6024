/** Where protected visitors wait, and by which door they go: one case for each finding, with its place. */
import { describe, expect, it } from 'vitest';
import { type Edit, expectFindings, loadTown } from '../town.ts';

const policy = (line: string): Edit => [
  '  routing: appointments-first\n',
  `  routing: appointments-first\n  ${line}\n`,
];
const QUIET: Edit = [
  '  waiting: { name: Waiting area, use: waiting }\n',
  '  waiting: { name: Waiting area, use: waiting }\n  quiet: { name: Quiet, use: waiting }\n',
  'concept.yaml',
];
const AREA: Edit = ['  seats: { type', '  apart: { type: quiet, at: [0, 9], size: [2, 2] }\n  seats: { type'];

describe('an area for protected visitors', () => {
  it('is one for waiting', () => {
    expectFindings(
      [policy('protectedWaiting: [waiting, «booth»]'), AREA, QUIET],
      "policy.protectedWaiting[1]: 'booth' is a space type for service, not for waiting",
    );
  });

  it('is there, if such visitors come', () => {
    const message = "policy.protectedWaiting: there is no space of type 'quiet'";
    expectFindings([policy('«protectedWaiting»: [quiet]'), QUIET], message);
    const nobody: Edit = ['    protection: 1 %\n', '', 'concept.yaml'];
    expect(loadTown(policy('protectedWaiting: [quiet]'), QUIET, nobody)).toMatchObject({
      ok: true,
      warnings: [],
    });
  });

  it('leaves another one to everybody else', () => {
    const message = 'warning: policy.protectedWaiting: leaves no waiting area for all other visitors';
    expectFindings([policy('«protectedWaiting»: [waiting]')], message);
    const apart = loadTown(policy('protectedWaiting: [quiet]'), QUIET, AREA);
    expect(apart).toMatchObject({ ok: true, warnings: [] });
  });

  it('has its place on the floor, as all spaces', () => {
    expectFindings(
      [
        policy('protectedWaiting: [quiet]'),
        QUIET,
        ['  seats: { type', '  «apart»: { type: quiet }\n  seats: { type'],
      ],
      "spaces.apart: is missing: 'at' and 'size', as there is a floor",
    );
  });
});

describe('the exit of protected visitors', () => {
  const door = (use: string): Edit => ['    main: {', `    side: { at: [9, 0]${use} }\n    main: {`];

  it('leads out', () => {
    expectFindings(
      [policy('protectedExit: «side»'), door('')],
      "policy.protectedExit: 'side' is a door of use inner; one goes out by a door of use exit or both",
    );
    expectFindings(
      [policy('protectedExit: «side»'), door(', use: entrance')],
      "policy.protectedExit: 'side' is a door of use entrance; one goes out by a door of use exit or both",
    );
    expect(loadTown(policy('protectedExit: side'), door(', use: exit')).ok).toBe(true);
    expect(loadTown(policy('protectedExit: main')).ok).toBe(true);
  });

  it('is not judged by a use that could not be read', () => {
    expectFindings(
      [policy('protectedExit: side'), door(', use: «out»')],
      "floor.doors.side.use: must be 'entrance', 'exit', 'both', 'inner' or 'staff', is 'out'",
    );
  });
});
