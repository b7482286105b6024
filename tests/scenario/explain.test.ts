/** What the schema says against a file, in words: one case for each kind of mistake, with its place. */
import { describe, it } from 'vitest';
import { type Edit, expectFindings } from './town.ts';

const CASES: readonly (readonly [what: string, edits: readonly Edit[], ...expected: string[]])[] = [
  [
    'an unknown key at the top',
    [['name: Town', 'name: Town\n«nme»: x']],
    ": unknown key 'nme'; did you mean 'name'?",
  ],
  [
    'an unknown key far from any other',
    [['    weight: 3\n', '    «colour»: 3\n']],
    "matters.tax-card: unknown key 'colour'",
  ],
  [
    'a misspelt parameter, which is not missing besides',
    [['{ mean: 8 min, cv: 0.6 }', '{ «meen»: 8 min, cv: 0.6 }']],
    "matters.tax-card.service.lognormal: unknown key 'meen'; did you mean 'mean'?",
  ],
  [
    'an unknown family of distributions',
    [['{ gamma: { mean: 1, cv: 0.15 } }', '{ «gama»: { mean: 1, cv: 0.15 } }']],
    "day.busyness: unknown key 'gama'; did you mean 'gamma'?",
  ],
  [
    'two families of distributions',
    [
      [
        '    patience: { deterministic: { value: 45 min } }',
        '    «patience»: { erlang: { mean: 1, stages: 2 }, exponential: { mean: 1 } }',
      ],
    ],
    'profiles.family.patience: needs exactly one family of distributions, has exponential and erlang',
  ],
  [
    'a missing parameter',
    [['{ erlang: { mean: 5 min, stages: 3 } }', '{ «erlang»: { mean: 5 min } }']],
    "matters.estate.afterWork.erlang: is missing: 'stages'",
  ],
  [
    'a missing parameter of a family with two forms',
    [['{ lognormal: { mean: 8 min, cv: 0.6 } }', '{ «lognormal»: { median: 8 min } }']],
    "matters.tax-card.service.lognormal: is missing: 'p90'",
  ],
  [
    'a bad parameter deep in a mixture',
    [['{ uniform: { min: 20, max: 40 } }', '{ uniform: { min: «20 mins», max: 40 } }']],
    "matters.estate.service.mixture[1].of.uniform.min: 'mins' is not a unit of duration; use min, s, h, d",
  ],
  [
    'bounds that are the wrong way round',
    [['{ uniform: { min: 20, max: 40 } }', '{ «uniform»: { min: 40, max: 20 } }']],
    'matters.estate.service.mixture[1].of.uniform: needs min ≤ max',
  ],
  [
    'quantiles that do not reach 1',
    [
      [
        '{ empirical: { quantiles: { 0: 2 min, 0.5: 7 min, 1: 30 min } } }',
        '{ «empirical»: { quantiles: { 0: 2 min, 0.5: 7 min } } }',
      ],
    ],
    'matters.benefit.service.empirical: quantiles must go from 0 to 1 and must not fall, like { 0: 1 min, 0.5: 4 min, 1: 30 min }',
  ],
  [
    'weights that are not as many as values',
    [
      ['{ values: [1, 2], weights: [9, 1] }', '{ values: [1, 2], weights: [9] }'],
      ['    group: { empirical', '    group: { «empirical»'],
    ],
    'arrivals.walk-in.group.empirical: needs one weight for each of the 2 values, not all 0',
  ],
  [
    'a list where a distribution is needed',
    [['    preparation: 2 min', '    «preparation»: [2 min]']],
    "matters.estate.preparation: must be a duration, like '12 min', or a distribution, like { lognormal: { mean: 12 min, cv: 0.7 } }, is a list",
  ],
  [
    'a word where a duration is needed',
    [['    preparation: 2 min', '    preparation: «some»']],
    "matters.estate.preparation: 'some' is not a duration; write it like '12 min'",
  ],
  [
    'a unit of another quantity',
    [['mode: 1.05 m/s', 'mode: «1.05 min»', 'concept.yaml']],
    "profiles.senior.walkingSpeed.triangular.mode: 'min' is not a unit of speed; use m/s, km/h",
  ],
  [
    'a word for never that is not never',
    [['    patience: never', '    patience: «nevr»', 'concept.yaml']],
    "profiles.senior.patience: 'nevr' is not a duration; write it like '12 min'",
  ],
  [
    'a limit in a wrong unit',
    [['after: 20 min', 'after: «20 minutes»']],
    "matters.estate.fallback.after: 'minutes' is not a unit of duration; use min, s, h, d",
  ],
  [
    'a share above all',
    [['share: 20 %', 'share: «1.2»']],
    'matters.tax-card.kiosk.share: must be from 0 to 1 (0 % to 100 %), is 1.2',
  ],
  [
    'a negative duration',
    [['time: 30 s', 'time: «-30 s»', 'concept.yaml']],
    'journey.greeting.time: must not be negative, is -30 s',
  ],
  [
    'a duration of nothing',
    [['every: 30 min', 'every: «0 min»']],
    'arrivals.booked.appointments.every: must be above 0, is 0 min',
  ],
  [
    'a number without end',
    [['service: 12 min', 'service: «1e308 h»']],
    'matters.tax-card.handOver.service: 1e308 h is too large a number',
  ],
  [
    'a time that no clock shows',
    [['end: 18:00', 'end: «18:75»']],
    "day.end: '18:75' is not a time of day; write it like '08:00'",
  ],
  [
    'no number',
    [['rate: 3 /h', 'rate: «.nan»']],
    "arrivals.families.rate: must be a rate, like '12 /h', or a map of keys and values, is NaN",
  ],
  [
    'a number that is not whole',
    [['capacity: 60', 'capacity: «60.5»']],
    'day.capacity: must be a whole number, is 60.5',
  ],
  ['a number below its bound', [['capacity: 60', 'capacity: «0»']], 'day.capacity: must be above 0, is 0'],
  [
    'a number above its bound',
    [['accessibleWalking: 0.5', 'accessibleWalking: «1.5»', 'concept.yaml']],
    'profiles.senior.accessibleWalking: must be at most 1, is 1.5',
  ],
  [
    'text where a number is needed',
    [['    weight: 3\n', '    weight: «three»\n']],
    "matters.tax-card.weight: must be a number, is 'three'",
  ],
  [
    'a number where text is needed',
    [['name: Town', 'name: «2030»']],
    'name: must be text, is 2030; put it in quotes',
  ],
  [
    'a number where an id is needed',
    [['profiles: family\n    rate', 'profiles: «12»\n    rate']],
    'arrivals.families.profiles: must be a profile, or profiles with weights, like { senior: 2, family: 1 }, is 12',
  ],
  [
    'text that is not an id',
    [['profiles: family\n    rate', "profiles: «'the family'»\n    rate"]],
    "arrivals.families.profiles: must be an id (letters, digits, '.', '_' and '-'), is 'the family'",
  ],
  [
    'a key that is not an id',
    [['  estate:\n    agency', "  «'the estate'»: null\n  estate:\n    agency"]],
    "matters.the estate: takes away what is not there: concept.yaml has no 'the estate' here",
  ],
  [
    'a key that is not an id, with a value',
    [['  te: null', "  te: null\n  «'te office'»: { name: TE }"]],
    "agencies.te office: must be an id (letters, digits, '.', '_' and '-'), is 'te office'",
  ],
  [
    'yes for true',
    [['accessible: true', 'accessible: «yes»']],
    "spaces.room-1.accessible: must be true or false, is 'yes'",
  ],
  [
    'one word where a list is needed',
    [['spaces: [booth, desk]', 'spaces: «desk»']],
    'matters.tax-card.spaces: must be a list: write [desk]',
  ],
  [
    'an empty list',
    [['spaces: [booth, desk]', '«spaces»: []']],
    'matters.tax-card.spaces: must not be empty',
  ],
  [
    'a map where a list is needed',
    [['targets:\n  - wait.p90 of vero <= 15 min', '«targets»: { a: b }']],
    'targets: must be a list, like [a, b], is a map',
  ],
  [
    'text where a map is needed',
    [['    guard: 5 %', '    guard: 5 %\n    handOver: «sometimes»']],
    "matters.estate.handOver: must be a map of keys and values, is 'sometimes'",
  ],
  [
    'too few coordinates',
    [['size: [1, 1]', '«size»: [1]']],
    'spaces.kiosk-1.size: must be two lengths in metres, like [4.5, 12]',
  ],
  [
    'too many coordinates',
    [['size: [1, 1]', '«size»: [1, 1, 1]']],
    'spaces.kiosk-1.size: must be two lengths in metres, like [4.5, 12]',
  ],
  [
    'a rate point without a rate',
    [['[10:00, 12 /h]', '«[10:00]»']],
    'arrivals.walk-in.rate.points[1]: must be a time and a rate, like [09:00, 12 /h]',
  ],
  [
    'a word that is none of several',
    [['closing: send-home', 'closing: «sendhome»']],
    "day.closing: must be 'serve' or 'send-home'; did you mean 'send-home'?",
  ],
  [
    'a word like none of several',
    [['closing: send-home', 'closing: «x»']],
    "day.closing: must be 'serve' or 'send-home', is 'x'",
  ],
  [
    'a version that is not known',
    [['aula: 1\nname: Town', 'aula: «2»\nname: Town']],
    'aula: must be 1, is 2',
  ],
  [
    "a word that is not 'all'",
    [['matters: [tax-card]', 'matters: «every»']],
    "roles.adviser.mandates[1].matters: must be a list of matters, like [tax-card], or 'all', is 'every'",
  ],
  [
    'keys that are missing, together',
    [
      ['  benefit:\n    agency: kela\n    name: Benefit\n', '  «benefit»:\n    name: Benefit\n'],
      ['    spaces: [booth, room]\n    equipment', '    equipment'],
    ],
    "matters.benefit: is missing: 'agency' and 'spaces'",
  ],
  [
    'a key that is missing in a list',
    [['{ from: 10:00, to: 16:15 }', '«{ from: 10:00 }»']],
    "roles.adviser.shifts[1]: is missing: 'to'",
  ],
  [
    'keys that are missing at the top, together',
    [
      ['aula: 1\nname: Concept\n', '', 'concept.yaml'],
      ['aula: 1\nname: Town\nextends: concept.yaml\n', '«extends: concept.yaml»\n«x-about»: y\n'],
    ],
    ": is missing: 'aula' and 'name'",
    ": unknown key 'x-about'; did you mean 'about'?",
  ],
  [
    'a plain number for a time of day',
    [['end: 18:00', 'end: «18.30»']],
    "day.end: 18.3 is not a time of day; write it like '08:00'",
  ],
  [
    'an id that is new by a slip',
    [['equipment:\n  video-link: { count: 2 }', 'equipment:\n  «video-lnk»: { count: 2 }']],
    "equipment.video-lnk: is missing: 'name'; it is new here: did you mean 'video-link'?",
  ],
  [
    'a value that is empty, once',
    [['  benefit:\n    agency: kela', '  benefit:\n    «agency»:']],
    'matters.benefit.agency: is empty; give it a value or leave it out',
  ],
  [
    'nothing in a list',
    [['spaces: [booth, desk]', 'spaces: [booth, «~»]']],
    'matters.tax-card.spaces[1]: must be text, is empty',
  ],
  [
    'text that is too long',
    [['name: Town', `name: «${'x'.repeat(501)}»`]],
    'name: must have at most 500 characters',
  ],
  ['no text', [['name: Town', "name: «''»"]], 'name: must not be empty'],
];

describe('what the schema refuses', () => {
  for (const [what, edits, ...expected] of CASES) {
    it(what, () => {
      expectFindings(edits, ...expected);
    });
  }
});
