/** What does not fit together across the parts of a scenario: one case for each, with its place. */
import { describe, expect, it } from 'vitest';
import { type Edit, expectFindings, loadTown, TOWN } from '../town.ts';

type Case = readonly [what: string, edits: readonly Edit[], ...expected: string[]];

function check(cases: readonly Case[]): void {
  for (const [what, edits, ...expected] of cases) {
    it(what, () => {
      expectFindings(edits, ...expected);
    });
  }
}

const SHIFT = '      - { from: 10:00, to: 16:15 }';

describe('who may handle it', () => {
  check([
    [
      'a matter that no role has a mandate for',
      [
        ['  estate:\n    agency: vero\n', '  «estate»:\n    agency: kela\n'],
        ['    parts: [advise, decide]\n', '    parts: [advise, look-up]\n'],
      ],
      "matters.estate: no role may handle it: it needs a mandate of 'kela' for 'advise' and 'look-up', and 'adviser' lacks 'look-up'",
    ],
    [
      'a matter whose role has no clerks',
      [
        ['  adviser:\n    count: 2', '  expert: { count: 0 }\n  adviser:\n    count: 2'],
        ['  estate:\n', '  «estate»:\n'],
        ['    handOver: {', '    «handOver»: {'],
      ],
      "matters.tax-card.handOver: no role may take it over: 'expert' may, but nobody works in it",
      "matters.estate: no role may handle it: 'expert' may, but nobody works in it",
    ],
    [
      'a hand-over that no role may take',
      [
        ['    handOver: { share: 15 %', '    «handOver»: { parts: [decide, look-up], share: 15 %'],
        [
          'parts: [identify, receive, advise, look-up, decide] }]',
          'parts: [advise, decide] }]',
          'concept.yaml',
        ],
      ],
      "matters.tax-card.handOver: no role may take it over: it needs a mandate of 'vero' for 'decide' and 'look-up', and 'adviser' lacks 'decide'",
    ],
    [
      'a matter that pragmatic staff alone handles',
      [
        ['  estate:\n    agency: vero\n', '  «estate»:\n    agency: kela\n'],
        ['    parts: [advise, decide]\n', '    parts: [advise, look-up]\n'],
        ['  routing: appointments-first\n', '  routing: appointments-first\n  mandates: pragmatic\n'],
      ],
      "warning: matters.estate: is always handled without a mandate: it needs a mandate of 'kela' for 'advise' and 'look-up', and 'adviser' lacks 'look-up'",
    ],
    [
      'a hand-over that pragmatic staff alone takes',
      [
        ['    handOver: { share: 15 %', '    «handOver»: { parts: [decide, look-up], share: 15 %'],
        [
          'parts: [identify, receive, advise, look-up, decide] }]',
          'parts: [advise, decide] }]',
          'concept.yaml',
        ],
        ['  routing: appointments-first\n', '  routing: appointments-first\n  mandates: pragmatic\n'],
      ],
      "warning: matters.tax-card.handOver: is always taken over without a mandate: it needs a mandate of 'vero' for 'decide' and 'look-up', and 'adviser' lacks 'decide'",
    ],
    [
      'a matter of which no role has a part, pragmatic or not',
      [
        ['  adviser:\n    count: 2', '  remote: null\n  adviser:\n    count: 2'],
        ['      - { agency: all }\n', '      - { agency: vero }\n'],
        ['  benefit:\n', '  «benefit»:\n'],
        ['  routing: appointments-first\n', '  routing: appointments-first\n  mandates: pragmatic\n'],
      ],
      "matters.benefit: no role may handle it: it needs a mandate of 'kela' for 'advise'",
    ],
    [
      'a mandate for a matter of another agency',
      [['matters: [tax-card]', 'matters: [tax-card, «benefit»]']],
      "roles.adviser.mandates[1].matters[1]: 'benefit' is a matter of 'kela', not of 'vero'",
    ],
  ]);

  it('a mandate for all agencies is one', () => {
    expect(loadTown(['  adviser:\n    count: 2', '  remote: null\n  adviser:\n    count: 2']).ok).toBe(true);
  });

  it('a hand-over that never happens needs nobody', () => {
    expect(
      loadTown(
        ['{ share: 15 %, service', '{ parts: [decide, look-up], share: 0, service'],
        [
          'parts: [identify, receive, advise, look-up, decide] }]',
          'parts: [advise, decide] }]',
          'concept.yaml',
        ],
      ).ok,
    ).toBe(true);
  });
});

describe('where it may be held', () => {
  check([
    [
      'a matter without any space of its types',
      [
        ['  room-1:\n    type: room\n', '  room-1:\n    type: booth\n'],
        ['    fallback: { spaces: [booth], after: 20 min }\n', ''],
        ['    spaces: [room]\n', '    «spaces»: [room]\n'],
        ['service: 12 min, spaces: [room]', 'service: 12 min, «spaces»: [room]'],
      ],
      "matters.tax-card.handOver.spaces: no space may hold it: there is no space of type 'room'",
      "matters.estate.spaces: no space may hold it: there is no space of type 'room'",
    ],
    [
      'a matter that always falls back',
      [
        ['  room-1:\n    type: room\n', '  room-1:\n    type: booth\n'],
        ['    spaces: [room]\n', '    «spaces»: [room]\n'],
        ['    handOver: { share: 15 %, service: 12 min, spaces: [room] }\n', ''],
      ],
      "warning: matters.estate.spaces: always falls back to a less private space: there is no space of type 'room'",
    ],
    [
      'a matter whose clerks work elsewhere',
      [
        ['  adviser:\n    count: 2', '  expert: { spaces: [booth] }\n  adviser:\n    count: 2'],
        ['    fallback: { spaces: [booth], after: 20 min }\n', ''],
        ['    spaces: [room]\n', '    «spaces»: [room]\n'],
        ['    handOver: { share: 15 %, service: 12 min, spaces: [room] }\n', ''],
      ],
      "matters.estate.spaces: no space may hold it: those who may handle it do not work in a space of type 'room'",
    ],
    [
      'a matter that visitors in wheelchairs bring, without a space for them',
      [
        ['    accessible: true\n', '    accessible: false\n'],
        ['    timetable: [{ from: 12:00, to: 13:00, type: booth }]\n', ''],
        ['    spaces: [room]\n', '    «spaces»: [room]\n'],
        ['service: 12 min, spaces: [room]', 'service: 12 min, «spaces»: [room]'],
      ],
      'matters.tax-card.handOver.spaces: visitors who need an accessible space bring it, but none of its spaces is accessible',
      'matters.estate.spaces: visitors who need an accessible space bring it, but none of its spaces is accessible',
    ],
    [
      'a space type that is for something else',
      [['spaces: [booth, desk]', 'spaces: [booth, desk, «waiting»]']],
      "matters.tax-card.spaces[2]: 'waiting' is a space type for waiting, not for service",
    ],
    [
      'a host in a kiosk',
      [['spaces: [lobby], time', 'spaces: [«kiosk»], time', 'concept.yaml']],
      "journey.greeting.spaces[0]: 'kiosk' is a space type for kiosk, not for greeting",
    ],
    [
      'a kiosk at a desk',
      [['{ spaces: [kiosk], time', '{ spaces: [kiosk, «desk»], time', 'concept.yaml']],
      "journey.kiosk.spaces[1]: 'desk' is a space type for service, not for kiosk",
    ],
    [
      'no kiosk at all',
      [
        ['  kiosk-1: { type: kiosk, at: [4, 0], size: [1, 1] }\n', ''],
        ['{ spaces: [kiosk], time', '{ «spaces»: [kiosk], time', 'concept.yaml'],
      ],
      "journey.kiosk.spaces: there is no space of type 'kiosk'",
    ],
    [
      'a lobby that not all can enter',
      [
        ['type: lobby, at', 'type: lobby, accessible: false, at'],
        ['spaces: [lobby], time', '«spaces»: [lobby], time', 'concept.yaml'],
      ],
      'journey.greeting.spaces: visitors who need an accessible space come, but none of these is',
    ],
    [
      'protected visitors at the waiting area',
      [['protectedSpaces: [booth, room]', 'protectedSpaces: [booth, «waiting»]', 'concept.yaml']],
      "policy.protectedSpaces[1]: 'waiting' is a space type for waiting, not for service",
    ],
    [
      'no space for protected visitors',
      [
        ['protectedSpaces: [booth, room]', '«protectedSpaces»: [vault]', 'concept.yaml'],
        [
          '  room: { name: Room',
          '  vault: { name: Vault, use: service, enclosure: closed }\n  room: { name: Room',
          'concept.yaml',
        ],
      ],
      "policy.protectedSpaces: there is no space of type 'vault'",
    ],
    [
      'protected visitors where nobody works who may serve them',
      [
        ['protectedSpaces: [booth, room]', '«protectedSpaces»: [desk]', 'concept.yaml'],
        ['    spaces: [desk, booth]', '    spaces: [booth]', 'concept.yaml'],
      ],
      "policy.protectedSpaces: nobody who may handle 'benefit' (and 2 more) works in a space of type 'desk'",
    ],
  ]);

  it('a space that is of the type at noon is one', () => {
    expect(loadTown(['  booth-1: { type: booth,', '  booth-1: { type: room,']).ok).toBe(true);
  });
});

describe('who and what is needed besides', () => {
  check([
    [
      'a guard',
      [
        ['    guard: 5 %', '    guard: «5 %»'],
        ['  adviser:\n    count: 2', '  guard: { count: 0 }\n  adviser:\n    count: 2'],
      ],
      'matters.estate.guard: needs a guard, but nobody works in a role of kind guard',
    ],
    [
      'an interpreter',
      [
        ['interpreter: { other: 50 % }', 'interpreter: { other: «50 %» }', 'concept.yaml'],
        ['  adviser:\n    count: 2', '  interpreter: { absence: 1 }\n  adviser:\n    count: 2'],
      ],
      'profiles.family.interpreter.other: needs an interpreter, but nobody works in a role of kind interpreter',
    ],
    [
      'an interpreter for nobody',
      [['interpreter: { other: 50 % }', 'interpreter: { «othr»: 50 % }', 'concept.yaml']],
      "profiles.family.interpreter.othr: nobody of this profile speaks 'othr'; its languages are fi, other",
    ],
    [
      'equipment',
      [
        ['video-link: { count: 2 }', 'video-link: { count: 0 }'],
        ['    equipment: [video-link]\nspaces', '    equipment: [«video-link»]\nspaces'],
        [
          '    equipment: [video-link]\n  interpreter',
          '    equipment: [«video-link»]\n  interpreter',
          'concept.yaml',
        ],
      ],
      "matters.benefit.equipment[0]: there is no 'video-link': its count is 0",
      "roles.remote.equipment[0]: there is no 'video-link': its count is 0",
    ],
    [
      'staff in the hall',
      [['minimumStaff: 2', 'minimumStaff: «9»', 'concept.yaml']],
      'policy.minimumStaff: needs 9 in the hall, but hosts, advisers and experts together are 4',
    ],
  ]);
});

describe('times', () => {
  check([
    [
      'doors that close before they open',
      [
        ['open: 08:00', 'open: 17:00'],
        ['close: 16:00', 'close: «16:00»', 'concept.yaml'],
      ],
      'day.doors.close: must be after the doors open (17:00), is 16:00',
    ],
    [
      'a day that ends before the doors close',
      [['end: 18:00', 'end: «15:59:30»']],
      'day.end: must not be before the doors close (16:00), is 15:59:30',
    ],
    [
      'a warm-up of a whole day',
      [['end: 18:00', 'end: 18:00\n  warmUp: «10 h»']],
      'day.warmUp: leaves nothing to measure: it is as long as the day',
    ],
    [
      'a shift that ends as it begins',
      [[SHIFT, '      - { from: 10:00, to: «10:00» }']],
      'roles.adviser.shifts[1].to: must be after 10:00, is 10:00',
    ],
    [
      'a shift before the doors open',
      [[SHIFT, '      - { from: «06:00», to: 08:00 }']],
      'roles.adviser.shifts[1].from: the shift 06:00–08:00 is outside of opening hours (08:00–16:00)',
    ],
    [
      'a shift after the doors close',
      [[SHIFT, '      - { from: «16:00», to: 18:00 }']],
      'roles.adviser.shifts[1].from: the shift 16:00–18:00 is outside of opening hours (08:00–16:00)',
    ],
    [
      'a shift that begins too early',
      [[SHIFT, '      - { from: «05:59», to: 12:00 }']],
      'roles.adviser.shifts[1].from: the shift 05:59–12:00 begins more than 2 h before opening hours (08:00–16:00)',
    ],
    [
      'a shift that ends too late',
      [[SHIFT, '      - { from: 12:00, to: «19:00:01» }']],
      'roles.adviser.shifts[1].to: the shift 12:00–19:00:01 ends more than 3 h after opening hours (08:00–16:00)',
    ],
    [
      'a break outside its shift',
      [['{ at: 13:30, length: 15 min }', '{ at: «15:50», length: 15 min }']],
      'roles.adviser.shifts[0].breaks[1].at: the break 15:50–16:05 is not within its shift (08:00–16:00)',
    ],
    [
      'breaks that overlap',
      [['{ at: 13:30, length: 15 min }', '{ at: «11:29», length: 15 min }']],
      'roles.adviser.shifts[0].breaks[1].at: the break 11:29–11:44 overlaps with 11:00–11:30',
    ],
    [
      'a timetable that goes backwards',
      [['from: 12:00, to: 13:00, type: booth', 'from: 12:00, to: «11:00», type: booth']],
      'spaces.room-1.timetable[0].to: must be after 12:00, is 11:00',
    ],
    [
      'a timetable that overlaps',
      [
        [
          '[{ from: 12:00, to: 13:00, type: booth }]',
          '[{ from: «12:30», to: 13:00, type: booth }, { from: 12:00, to: 12:31, type: booth }]',
        ],
      ],
      'spaces.room-1.timetable[0].from: the time 12:30–13:00 overlaps with 12:00–12:31',
    ],
    [
      'appointments before the doors open',
      [['from: 09:00\n      to: 15:00', 'from: «07:30»\n      to: 15:00']],
      'arrivals.booked.appointments.from: 07:30 is outside of opening hours (08:00–16:00)',
    ],
    [
      'appointments after the doors close',
      [['from: 09:00\n      to: 15:00', 'from: 09:00\n      to: «16:30»']],
      'arrivals.booked.appointments.to: 16:30 is outside of opening hours (08:00–16:00)',
    ],
    [
      'appointments that end before they begin',
      [['from: 09:00\n      to: 15:00', 'from: 09:00\n      to: «08:30»']],
      'arrivals.booked.appointments.to: must be after 09:00, is 08:30',
    ],
    [
      'a peak that ends before it begins',
      [['to: 12:00 }\npolicy', 'to: «07:00» }\npolicy']],
      'peaks.letters.to: must be after 08:00, is 07:00',
    ],
  ]);

  it('a shift may begin 2 h before the doors open and end 3 h after they close', () => {
    expect(loadTown([SHIFT, '      - { from: 06:00, to: 19:00 }']).ok).toBe(true);
  });

  it('one entry of a timetable may begin when another ends, and one break likewise', () => {
    const edits: Edit[] = [
      ['{ at: 13:30, length: 15 min }', '{ at: 11:30, length: 15 min }'],
      ['to: 13:00, type: booth }]', 'to: 13:00, type: booth }, { from: 13:00, to: 14:00, type: closed }]'],
    ];
    expect(loadTown(...edits).ok).toBe(true);
  });
});

describe('arrivals', () => {
  check([
    [
      'no process',
      [['  families:\n    profiles: family\n    rate: 3 /h\n', '  «families»:\n    profiles: family\n']],
      "arrivals.families: needs exactly one of 'rate', 'appointments' and 'trace', has none",
    ],
    [
      'two processes',
      [['  recorded:\n', '  «recorded»:\n    rate: 1 /h\n']],
      "arrivals.recorded: needs exactly one of 'rate', 'appointments' and 'trace', has 'rate' and 'trace'",
    ],
    [
      'perDay without a rate',
      [['  recorded:\n', '  recorded:\n    perDay: «5»\n']],
      "arrivals.recorded.perDay: scales a rate, but there is no 'rate'",
    ],
    [
      'perDay with a rate of nothing',
      [['rate: 3 /h\n', 'rate: 0\n    perDay: «5»\n']],
      'arrivals.families.perDay: cannot be reached: the rate is 0 until the doors close',
    ],
    [
      'perDay with a rate after the doors have closed',
      [['rate: 3 /h\n', 'rate: { points: [[8:00, 0], [16:00, 5]] }\n    perDay: «5»\n']],
      'arrivals.families.perDay: cannot be reached: the rate is 0 until the doors close',
    ],
    [
      'a rate after the doors have closed',
      [['rate: 3 /h\n', '«rate»: { points: [[16:00, 5]] }\n']],
      'warning: arrivals.families.rate: brings nobody: it is 0 until the doors close (16:00)',
    ],
    ['a rate that is meant to be nothing', [['rate: 3 /h\n', 'rate: 0\n']]],
    [
      'times of a rate that do not rise',
      [['[10:00, 12 /h]', '[«08:00», 12 /h]']],
      'arrivals.walk-in.rate.points[1][0]: times must rise: 08:00 comes after 08:00',
    ],
    [
      'agency and matters',
      [['  booked:\n', '  «booked»:\n    agency: vero\n']],
      "arrivals.booked: needs only one of 'agency' and 'matters', has both",
    ],
    [
      'neither agency nor matters',
      [
        ['  booked:\n', '  «booked»:\n'],
        ['    matters: { estate: 1 }\n', ''],
      ],
      "arrivals.booked: does not say with which matters: it has neither 'agency' nor 'matters', and the profile 'senior' has none",
    ],
    [
      'a recorded visitor without a matter',
      [
        ['  recorded:\n', '  «recorded»:\n'],
        ['09:30:30;family;', '09:30:30;senior;', 'recorded/monday.csv'],
      ],
      "arrivals.recorded: does not say with which matters: it has neither 'agency' nor 'matters', and the profile 'senior' has none",
    ],
    [
      'an agency without matters',
      [
        ['  te: null\n', '  te: { short: TE }\n'],
        ['  families:\n    profiles: family\n', '  families:\n    profiles: family\n    agency: «te»\n'],
      ],
      "arrivals.families.agency: 'te' has no matters",
    ],
    [
      'an agency of which no matter is brought',
      [
        ['    weight: 3\n', '    weight: 0\n'],
        ['  estate:\n    agency: vero\n', '  estate:\n    weight: 0\n    agency: vero\n'],
        ['    agency: vero\n    more', '    agency: «vero»\n    more'],
      ],
      'arrivals.walk-in.agency: all weights are 0, so that no matter can be drawn',
    ],
    [
      'profiles without weight',
      [['profiles: { senior: 2, family: 1 }', '«profiles»: { senior: 0 }']],
      'arrivals.walk-in.profiles: all weights are 0, so that no profile can be drawn',
    ],
    [
      'no profiles',
      [['profiles: { senior: 2, family: 1 }', '«profiles»: {}']],
      'arrivals.walk-in.profiles: names no profile',
    ],
    [
      'matters without weight',
      [['    matters: { estate: 1 }', '    «matters»: { estate: 0 }']],
      'arrivals.booked.matters: all weights are 0, so that no matter can be drawn',
    ],
    [
      'further matters without weight',
      [['matters: { benefit: 1 } }]', '«matters»: { benefit: 0 } }]']],
      'arrivals.walk-in.more[0].matters: all weights are 0, so that no matter can be drawn',
    ],
    [
      "a profile's matters without weight",
      [['{ anyOf: { benefit: 1 }, probability', '{ «anyOf»: { benefit: 0 }, probability']],
      'profiles.family.matters[1].anyOf: all weights are 0, so that no matter can be drawn',
    ],
    [
      'languages without weight',
      [['    languages: { fi: 9, sv: 1 }', '    «languages»: { fi: 0, sv: 0 }', 'concept.yaml']],
      'profiles.senior.languages: all weights are 0, so that no language can be drawn',
    ],
    [
      'opponents of itself',
      [['  families:\n', '  families:\n    against: «families»\n']],
      'arrivals.families.against: names itself; opponents come with another arrival',
    ],
    [
      'opponents who have others already',
      [
        ['  families:\n', '  families:\n    against: booked\n'],
        ['  booked:\n', '  booked:\n    against: «walk-in»\n'],
        ['  recorded:\n', '  recorded:\n    against: «booked»\n'],
      ],
      "arrivals.booked.against: 'booked' and 'families' are opponents already",
      "arrivals.recorded.against: 'booked' and 'families' are opponents already",
    ],
    [
      'a peak of appointments',
      [['arrivals: [walk-in]', 'arrivals: [walk-in, «booked»]']],
      "warning: peaks.letters.arrivals[1]: 'booked' has no rate that a peak could multiply",
    ],
  ]);

  it('opponents may each name the other, or one of them alone', () => {
    const named = (...edits: Edit[]) => loadTown(...edits).ok;
    const one: Edit = ['  families:\n', '  families:\n    against: booked\n'];
    expect(named(one)).toBe(true);
    expect(named(one, ['  booked:\n', '  booked:\n    against: families\n'])).toBe(true);
  });

  it('recorded visitors who all have matters need no others', () => {
    const edits: Edit[] = [
      ['    profiles: family\n    trace', '    profiles: senior\n    trace'],
      ['09:30;;\n', '09:30;;benefit\n', 'recorded/monday.csv'],
    ];
    expect(loadTown(...edits).ok).toBe(true);
  });
});

describe('journey and policy', () => {
  check([
    [
      'a greeting by somebody else',
      [['role: host, spaces', 'role: «guard», spaces', 'concept.yaml']],
      "journey.greeting.role: 'guard' is of kind guard; a host greets",
    ],
    [
      'a matter at a kiosk that is not there',
      [
        ['policy:\n  routing', 'journey: { kiosk: null }\npolicy:\n  routing'],
        ['    kiosk: { share: 20 %', '    «kiosk»: { share: 20 %'],
      ],
      "matters.tax-card.kiosk: is done at a kiosk, but there is no 'journey.kiosk'",
    ],
    [
      'a matter for a host who is not there',
      [
        ['policy:\n  routing', 'journey: { greeting: null }\npolicy:\n  routing'],
        ['atGreeting: 10 %', 'atGreeting: «10 %»'],
      ],
      "warning: matters.tax-card.atGreeting: has no effect: there is no 'journey.greeting'",
    ],
    [
      'a fall-back that never happens',
      [
        ['  fallback: 10 min\n', '', 'concept.yaml'],
        ['fallback: { spaces: [booth], after: 20 min }', '«fallback»: { spaces: [booth] }'],
      ],
      "warning: matters.estate.fallback: has no effect: neither its 'after' nor 'policy.fallback' says after how long",
    ],
    [
      'a reserve that is not used',
      [
        ['routing: appointments-first', 'routing: dedicated'],
        ['  reserve: {', '  «reserve»: {'],
      ],
      'warning: policy.reserve: has no effect with routing dedicated; it is for appointments-first',
    ],
    [
      'an agency that is called all',
      [['  te: null\n', '  te: null\n  «all»: { name: All }\n']],
      "agencies.all: 'all' stands for every agency in a mandate; choose another id",
    ],
    [
      'a sensitivity that is not there, by default',
      [
        ['  personal: { name: Personal, rank: 1 }\n', '', 'concept.yaml'],
        ['  estate:\n', '  «estate»:\n'],
        ['  benefit:\n', '  «benefit»:\n'],
      ],
      "matters.estate: needs a 'sensitivity', as there is no 'personal', which it would have",
      "matters.benefit: needs a 'sensitivity', as there is no 'personal', which it would have",
    ],
  ]);

  it('a reserve serves a routing that is compared', () => {
    expect(
      loadTown(
        ['compare: [first', 'compare: [appointments-first, first'],
        ['routing: appointments-first', 'routing: dedicated'],
      ).ok,
    ).toBe(true);
  });
});

describe('the floor', () => {
  check([
    [
      'a space without a place',
      [['  seats: { type: waiting, at: [0, 4], size: [6, 4],', '  «seats»: { type: waiting,']],
      "spaces.seats: is missing: 'at' and 'size', as there is a floor",
    ],
    [
      'a space without a size',
      [['  seats: { type: waiting, at: [0, 4], size: [6, 4],', '  «seats»: { type: waiting, at: [0, 4],']],
      "spaces.seats: is missing: 'size', as there is a floor",
    ],
    [
      'a space of no depth',
      [['size: [6, 4]', 'size: [6, «-4»]']],
      'spaces.seats.size[1]: must be above 0, is -4',
    ],
    [
      'a booth without a door',
      [
        [
          '  booth-1: { type: booth, at: [8, 4], size: [2, 3], door: [9, 4] }',
          '  «booth-1»: { type: booth, at: [8, 4], size: [2, 3] }',
        ],
      ],
      "spaces.booth-1: is missing: 'door', as its type is semi-closed",
    ],
    [
      'a desk that is a booth at times, without a door',
      [
        [
          '  desk-1: { type: desk,',
          '  «desk-1»: { type: desk, timetable: [{ from: 9:00, to: 10:00, type: «booth» }],',
        ],
      ],
      "spaces.desk-1: is missing: 'door', as its type is semi-closed",
      "warning: spaces.desk-1.timetable[0].type: 'booth' is semi-closed, but the space is screened all day, as its own " +
        "type 'desk'; make 'booth' its type and 'desk' that of the timetable",
    ],
    [
      'a door inside',
      [['door: [9, 4]', '«door»: [9, 5]']],
      'spaces.booth-1.door: must be on the outline of the space (x 8 to 10, y 4 to 7), is 9, 5',
    ],
    [
      'a door outside',
      [['door: [9, 4]', '«door»: [9, 3.9]']],
      'spaces.booth-1.door: must be on the outline of the space (x 8 to 10, y 4 to 7), is 9, 3.9',
    ],
    [
      'spaces that overlap',
      [['  booth-1: { type: booth, at: [8, 4]', '  «booth-1»: { type: booth, at: [7.5, 4]']],
      "warning: spaces.booth-1: overlaps with the space 'desk-1'",
    ],
    [
      'several spaces on one rectangle, told once',
      [
        [
          '  booth-1: { type: booth, at: [8, 4]',
          '  «desk-8»: { type: desk, at: [6, 4], size: [2, 3] }\n  desk-9: { type: desk, at: [6, 4], size: [2, 3] }\n  booth-1: { type: booth, at: [8, 4]',
        ],
      ],
      "warning: spaces.desk-8: is on the very same rectangle as the space 'desk-1' and 1 more: they count as one place, and do not hear each other",
    ],
  ]);

  it('needs no places without it', () => {
    const floor = /floor:[\s\S]*?(?=equipment:)/.exec(TOWN['town.yaml'] ?? '')?.[0] ?? '';
    expect(loadTown([floor, ''], ['at: [0, 4], size: [6, 4], ', '']).ok).toBe(true);
  });

  it('a desk that is closed at times needs no door', () => {
    expect(
      loadTown([
        '  desk-1: { type: desk,',
        '  desk-1: { type: desk, timetable: [{ from: 9:00, to: 10:00, type: closed }],',
      ]).ok,
    ).toBe(true);
  });
});

describe('what could not be read', () => {
  it('does not make other parts look wrong', () => {
    expectFindings(
      [
        // No tax expert is left that could be judged, and yet nobody is said to be missing.
        [
          'parts: [identify, receive, advise, look-up, decide] }]',
          'parts: [identify, «decode»] }]',
          'concept.yaml',
        ],
        ['size: [6, 4], seats: 12', 'size: [6, 4], seats: «-1»'],
      ],
      'spaces.seats.seats: must be at least 0, is -1',
      "roles.expert.mandates[0].parts[1]: must be 'identify', 'receive', 'advise', 'look-up' or 'decide'; did you mean 'decide'?",
    );
  });

  it('does not hide what is wrong elsewhere', () => {
    expectFindings(
      [
        ['open: 08:00', 'open: «8 o clock»'],
        ['to: 13:00, type: booth', 'to: «11:00», type: booth'],
        ['    guard: 5 %', '    guard: «5 %»'],
        ['  adviser:\n    count: 2', '  guard: { count: 0 }\n  adviser:\n    count: 2'],
      ],
      "day.doors.open: '8 o clock' is not a time of day; write it like '08:00'",
      'matters.estate.guard: needs a guard, but nobody works in a role of kind guard',
      'spaces.room-1.timetable[0].to: must be after 12:00, is 11:00',
    );
  });
});
