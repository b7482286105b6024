/** Names that stand for other parts: wherever one may be written, a wrong one is found, at its place. */
import { describe, it } from 'vitest';
import { type Edit, expectFindings, TOWN } from './town.ts';

const CASES: readonly (readonly [what: string, edits: readonly Edit[], ...expected: string[]])[] = [
  [
    "a matter's agency",
    [['agency: kela\n', 'agency: «kella»\n']],
    "matters.benefit.agency: unknown agency 'kella'; did you mean 'kela'?",
  ],
  [
    "a matter's sensitivity",
    [['sensitivity: confidential', 'sensitivity: «confidental»']],
    "matters.tax-card.sensitivity: unknown sensitivity 'confidental'; did you mean 'confidential'?",
  ],
  [
    "a matter's space type",
    [['spaces: [booth, desk]', 'spaces: [booth, «dsek»]']],
    "matters.tax-card.spaces[1]: unknown space type 'dsek'; did you mean 'desk'?",
  ],
  [
    "a matter's less private space type",
    [['{ spaces: [booth], after', '{ spaces: [«bath»], after']],
    "matters.estate.fallback.spaces[0]: unknown space type 'bath'; did you mean 'booth'?",
  ],
  [
    "a hand-over's space type",
    [['service: 12 min, spaces: [room]', 'service: 12 min, spaces: [«rom»]']],
    "matters.tax-card.handOver.spaces[0]: unknown space type 'rom'; did you mean 'room'?",
  ],
  [
    "a matter's equipment",
    [['equipment: [video-link]\nspaces', 'equipment: [«video»]\nspaces']],
    "matters.benefit.equipment[0]: unknown equipment 'video'; there is 'video-link'",
  ],
  [
    "a space's type",
    [['{ type: desk, at', '{ type: «dask», at']],
    "spaces.desk-1.type: unknown space type 'dask'; did you mean 'desk'?",
  ],
  [
    "a timetable's space type",
    [['to: 13:00, type: booth', 'to: 13:00, type: «boot»']],
    "spaces.room-1.timetable[0].type: unknown space type 'boot'; did you mean 'booth'?",
  ],
  [
    "a mandate's agency",
    [['{ agency: vero, matters: [tax-card]', '{ agency: «veroo», matters: [tax-card]']],
    "roles.adviser.mandates[1].agency: unknown agency 'veroo'; did you mean 'vero'?",
  ],
  [
    "a mandate's matter",
    [['matters: [tax-card]', 'matters: [«taxcard»]']],
    "roles.adviser.mandates[1].matters[0]: unknown matter 'taxcard'; did you mean 'tax-card'?",
  ],
  [
    'all matters in a list',
    [['matters: [tax-card]', 'matters: [«all»]']],
    "roles.adviser.mandates[1].matters[0]: unknown matter 'all'; for all of them write matters: all",
  ],
  [
    "a role's space type",
    [['spaces: [desk, booth]', 'spaces: [desk, «both»]', 'concept.yaml']],
    "roles.adviser.spaces[1]: unknown space type 'both'; did you mean 'booth'?",
  ],
  [
    "a role's equipment",
    [['equipment: [video-link]\n  interpreter', 'equipment: [«video_link»]\n  interpreter', 'concept.yaml']],
    "roles.remote.equipment[0]: unknown equipment 'video_link'; did you mean 'video-link'?",
  ],
  [
    "a profile's matter",
    [['{ benefit: 2, tax-card: 1 }', '{ «benefits»: 2, tax-card: 1 }']],
    "profiles.family.matters[0].anyOf: unknown matter 'benefits'; did you mean 'benefit'?",
  ],
  [
    "an arrival's profile",
    [['profiles: senior\n', 'profiles: «seniors»\n']],
    "arrivals.booked.profiles: unknown profile 'seniors'; did you mean 'senior'?",
  ],
  [
    "an arrival's profile by weight",
    [['{ senior: 2, family: 1 }', '{ senior: 2, «famly»: 1 }']],
    "arrivals.walk-in.profiles: unknown profile 'famly'; did you mean 'family'?",
  ],
  [
    "an arrival's agency",
    [['    agency: vero\n    more', '    agency: «tax-office»\n    more']],
    "arrivals.walk-in.agency: unknown agency 'tax-office'; there is 'vero' and 'kela'",
  ],
  [
    "an arrival's matter",
    [['matters: { estate: 1 }', 'matters: { «estates»: 1 }']],
    "arrivals.booked.matters: unknown matter 'estates'; did you mean 'estate'?",
  ],
  [
    "an arrival's further matter",
    [['matters: { benefit: 1 } }]', 'matters: { «benfit»: 1 } }]']],
    "arrivals.walk-in.more[0].matters: unknown matter 'benfit'; did you mean 'benefit'?",
  ],
  [
    "a peak's arrival",
    [['arrivals: [walk-in]', 'arrivals: [«walkins»]']],
    "peaks.letters.arrivals[0]: unknown arrival 'walkins'; did you mean 'walk-in'?",
  ],
  [
    "the host's role",
    [['role: host', 'role: «hoste»', 'concept.yaml']],
    "journey.greeting.role: unknown role 'hoste'; did you mean 'host'?",
  ],
  [
    "the host's space type",
    [['spaces: [lobby], time', 'spaces: [«loby»], time', 'concept.yaml']],
    "journey.greeting.spaces[0]: unknown space type 'loby'; did you mean 'lobby'?",
  ],
  [
    "the kiosk's space type",
    [['{ spaces: [kiosk], time', '{ spaces: [«kisok»], time', 'concept.yaml']],
    "journey.kiosk.spaces[0]: unknown space type 'kisok'; did you mean 'kiosk'?",
  ],
  [
    'the space types of the protected',
    [['protectedSpaces: [booth, room]', 'protectedSpaces: [booth, «rooom»]', 'concept.yaml']],
    "policy.protectedSpaces[1]: unknown space type 'rooom'; did you mean 'room'?",
  ],
  [
    'the waiting area of the protected',
    [['  routing: appointments-first\n', '  routing: appointments-first\n  protectedWaiting: [«wating»]\n']],
    "policy.protectedWaiting[0]: unknown space type 'wating'; did you mean 'waiting'?",
  ],
  [
    'the exit of the protected',
    [['  routing: appointments-first\n', '  routing: appointments-first\n  protectedExit: «mian»\n']],
    "policy.protectedExit: unknown door 'mian'; did you mean 'main'?",
  ],
  [
    "an arrival's opponents",
    [['  families:\n', '  families:\n    against: «walkin»\n']],
    "arrivals.families.against: unknown arrival 'walkin'; did you mean 'walk-in'?",
  ],
  [
    'a recorded profile',
    [[';senior;', ';«sinior»;', 'recorded/monday.csv']],
    "arrivals.recorded.trace.file: unknown profile 'sinior'; did you mean 'senior'?",
  ],
];

describe('unknown names', () => {
  it('a door, of which there are none without a floor', () => {
    const floor = /floor:[\s\S]*?(?=equipment:)/.exec(TOWN['town.yaml'] ?? '')?.[0] ?? '';
    expectFindings(
      [
        [floor, ''],
        ['  routing: appointments-first\n', '  routing: appointments-first\n  protectedExit: «main»\n'],
      ],
      "policy.protectedExit: unknown door 'main'",
    );
  });

  for (const [what, edits, ...expected] of CASES) {
    it(what, () => {
      expectFindings(edits, ...expected);
    });
  }
});
