import { describe, expect, it } from 'vitest';
import { checkTargets, parseTarget } from '../../engine/report/target.ts';
import { reportedScenario } from './small-report.ts';

const scenario = reportedScenario();

describe('a target', () => {
  it.each([
    ['wait.p90 of vero <= 15 min', 'wait.p90', { agency: 'vero' }, '<=', 15],
    ['wait.p90 of vero ≤ 15 min', 'wait.p90', { agency: 'vero' }, '<=', 15],
    ['wait.mean<15', 'wait.mean', {}, '<', 15],
    ['wait.mean of tax <= 1 h', 'wait.mean', { matter: 'tax' }, '<=', 60],
    ['wait.median <= 90 s', 'wait.median', {}, '<=', 1.5],
    ['wait.withinTarget of dvv >= 80 %', 'wait.withinTarget', { agency: 'dvv' }, '>=', 0.8],
    ['wait.withinTarget ≥ 0.8', 'wait.withinTarget', {}, '>=', 0.8],
    ['wait.p90 of vero at 10:00 <= 20 min', 'wait.p90', { agency: 'vero', hour: 10 }, '<=', 20],
    ['wait.mean at 9 < 5 min', 'wait.mean', { hour: 9 }, '<', 5],
    [
      'role.utilisation of adviser at 10:00 < 90 %',
      'role.utilisation',
      { role: 'adviser', hour: 10 },
      '<',
      0.9,
    ],
    ['space.occupancy of room > 10 %', 'space.occupancy', { spaceType: 'room' }, '>', 0.1],
    ['served.count >= 100 /day', 'served.count', {}, '>=', 100],
    ['served.count >= 100', 'served.count', {}, '>=', 100],
    ['queue.max <= 12 visitors', 'queue.max', {}, '<=', 12],
    ['  wait.p90   of   agency vero   <=   15 min  ', 'wait.p90', { agency: 'vero' }, '<=', 15],
  ])('%s', (text, measure, scope, relation, limit) => {
    expect(parseTarget(text, scenario)).toMatchObject({ text, measure, scope, relation, limit });
  });

  it.each([
    ['wait.p90 of vero', "'wait.p90 of vero' is not a target; write it like 'wait.p90 of vero <= 15 min'"],
    ['', "'' is not a target; write it like 'wait.p90 of vero <= 15 min'"],
    ['<= 15 min', "'<= 15 min' is not a target; write it like 'wait.p90 of vero <= 15 min'"],
    [
      'wait.p90 <= 15 <= 20',
      "'wait.p90 <= 15 <= 20' is not a target; write it like 'wait.p90 of vero <= 15 min'",
    ],
    ['wait.p90 of vero <=', "the limit is missing; write it like 'wait.p90 of vero <= 15 min'"],
    ['wait.p9 of vero <= 15 min', "there is no measure 'wait.p9'; did you mean 'wait.p90'?"],
    ['weit.mean <= 15 min', "there is no measure 'weit.mean'; did you mean 'wait.mean'?"],
    [
      'wait.quartile <= 15 min',
      "there is no measure 'wait.quartile'; there is 'wait.mean', 'wait.median', 'wait.p90' and 'wait.withinTarget'",
    ],
    ['wait.p90 of veri <= 15 min', "there is no agency or matter 'veri'; did you mean 'vero'?"],
    [
      'wait.p90 of adviser <= 15 min',
      "'adviser' is a role, but wait.p90 is measured for the whole house, by agency, by matter, by hour, by agency and hour",
    ],
    ['role.overtime of advizer < 5 min', "there is no role 'advizer'; did you mean 'adviser'?"],
    ['role.overtime < 5 min', 'role.overtime is measured by role'],
    ['noShow.count of vero < 5', "'vero' is an agency, but noShow.count is measured for the whole house"],
    ['noShow.count of nobody < 5', 'noShow.count is measured for the whole house'],
    ['left.share at 10:00 < 5 %', 'left.share is measured for the whole house, by agency'],
    [
      'wait.p90 of role vero < 5',
      "'role' is not what wait.p90 is measured for; there is 'agency' and 'matter'",
    ],
    ['wait.p90 at 10:30 < 5', "'10:30' is not a full hour of the day; write it like 'at 10:00'"],
    ['wait.p90 at 24:00 < 5', "'24:00' is not a full hour of the day; write it like 'at 10:00'"],
    ['wait.p90 <= 15 meters', "'meters' is not a unit of duration; use min, s, h, d"],
    ['wait.p90 <= -1 min', 'must not be negative, is -1 min'],
    ['wait.withinTarget >= 80 min', "'min' is not a unit of share; use %"],
    ['wait.withinTarget >= 80', 'must be from 0 to 1 (0 % to 100 %), is 80'],
    ['served.count >= many', "'many' is not a number"],
    ['served.count >= 100 min', "'min' is not its unit; write a plain number, or '/day' after it"],
  ])('is wrong: %s', (text, message) => {
    expect(parseTarget(text, scenario)).toBe(message);
  });

  it('needs to be told which is meant where two things have one id', () => {
    const twice = reportedScenario({
      matters: { vero: { agency: 'vero', name: 'Vero', service: 5, spaces: ['desk'] } },
      targets: [],
    });
    expect(parseTarget('wait.p90 of vero <= 15 min', twice)).toBe(
      "'vero' is an agency and a matter; write 'of agency vero' or 'of matter vero'",
    );
    expect(parseTarget('wait.p90 of matter vero <= 15 min', twice)).toMatchObject({
      scope: { matter: 'vero' },
    });
    expect(parseTarget('left.share of vero < 5 %', twice)).toMatchObject({ scope: { agency: 'vero' } });
  });
});

describe('the targets of a scenario', () => {
  it('are found fine', () => {
    expect(checkTargets(scenario)).toEqual([]);
  });

  it('are all checked, each finding with its place', () => {
    const bad = reportedScenario({ targets: ['wait.p90 < 5 min', 'wait.p99 < 5 min', 'wait.p90 of x < 5'] });
    expect(checkTargets(bad)).toEqual([
      {
        path: ['targets', 1],
        message: "there is no measure 'wait.p99'; did you mean 'wait.p90'?",
        severity: 'error',
      },
      {
        path: ['targets', 2],
        message: "there is no agency or matter 'x'; there is 'vero', 'dvv', 'tax' and 'name'",
        severity: 'error',
      },
    ]);
  });
});
