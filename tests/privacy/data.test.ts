import { describe, expect, it } from 'vitest';
import { heard } from './floor-story.ts';

/** Who has what open; nothing can be heard or seen. Services take 10 min. */
const DATA = 'sensitivities: { private: { speech: null, data: {} } }';
const TWO_AGENCIES = `
  agencies: { b: { name: B } }
  matters: { two: { agency: b, name: Two, sensitivity: private, spaces: [desk], service: 10 min } }`;

describe('a step without a mandate', () => {
  const parts = `
    matters: { one: { parts: [advise, decide] } }
    roles: { clerk: { mandates: [{ agency: all, parts: [advise] }] } }`;

  it('is counted for the whole service where the policy lets it happen', () => {
    const day = heard([DATA, parts, 'policy: { mandates: pragmatic }'], [{ at: 0 }]);
    expect(day.exposure({ kind: 'no-mandate' })).toBeCloseTo(10, 9);
    expect(day.exposure({ cause: 'people' })).toBeCloseTo(10, 9);
    expect(day.figure('conflicts')).toBe(1);
  });

  it('does not happen where it does not', () => {
    expect(heard([DATA, parts], [{ at: 0 }]).exposure()).toBe(0);
  });

  it('counts up to a hard end of the day', () => {
    const day = heard([DATA, parts, 'policy: { mandates: pragmatic }', 'day: { end: 4 min }'], [{ at: 0 }]);
    expect(day.exposure({ kind: 'no-mandate' })).toBeCloseTo(4, 1);
  });

  it('is none for one who is mandated, and of a matter without limit', () => {
    const pragmatic = 'policy: { mandates: pragmatic }';
    const all = 'roles: { clerk: { mandates: [{ agency: all, parts: [advise, decide] }] } }';
    const open = 'sensitivities: { private: { data: null } }';
    expect(heard([DATA, parts, pragmatic, all], [{ at: 0 }]).exposure()).toBe(0);
    expect(heard([DATA, parts, pragmatic, open], [{ at: 0 }]).exposure()).toBe(0);
  });
});

describe('matters of two agencies with one clerk', () => {
  const consent = 'profiles: { p: { consent: { agencies: 80 % } } }';
  const both = [{ at: 0, matters: ['one', 'two'] }];

  it('count from the second on, by the share who do not agree', () => {
    const day = heard([DATA, TWO_AGENCIES, consent], both);
    expect(day.exposure({ kind: 'two-agencies' })).toBeCloseTo(2, 9);
    expect(day.figure('conflicts')).toBeCloseTo(0.2, 9);
  });

  it('count nothing with a clerk for each, with consent, or for two of one agency', () => {
    const each = `
      roles:
        clerk: { mandates: [{ agency: a }] }
        other: { name: Other, kind: adviser, mandates: [{ agency: b }] }`;
    expect(heard([DATA, TWO_AGENCIES, consent, each], both).exposure()).toBe(0);
    expect(heard([DATA, TWO_AGENCIES], both).exposure()).toBe(0);
    expect(heard([DATA, TWO_AGENCIES, consent, 'matters: { two: { agency: a } }'], both).exposure()).toBe(0);
  });
});

describe('clerks who have served a visitor', () => {
  it('are its own, however often its service went on with a colleague', () => {
    // v0 goes from hand to hand and stays with the sixth clerk until 30, who then serves v1 for agency b alone; another
    // clerk had done so before.
    const hands = `
      spaces: { desk-2: { type: desk, at: [1, 8], size: [2, 2] } }
      matters: { one: { service: 30 min }, three: { agency: b, name: Three, sensitivity: private, spaces: [desk], service: 5 min } }
      profiles: { p: { consent: { agencies: 0 % } } }
      roles:
        clerk:
          count: 6
          shifts: [${[5, 6, 7, 8, 9, 100].map((end) => `{ from: 0 min, to: ${end} min }`).join(', ')}]
          atShiftEnd: hand-over
          mandates: [{ agency: a }, { agency: b, matters: [three] }]
        other: { name: Other, kind: adviser, mandates: [{ agency: b, matters: [two] }] }`;
    const day = heard(
      [DATA, TWO_AGENCIES, hands],
      [
        { at: 0, matters: ['one'] },
        { at: 0, matters: ['two', 'three'] },
      ],
    );
    expect(day.exposure({ kind: 'two-agencies' })).toBe(0);
  });
});

describe('the case that is still open', () => {
  const slow = 'policy: { closeDown: 30 s }';

  it('is there for the next until it has been closed', () => {
    // v1 is called at 10:00 min and sits down within half a second.
    const day = heard([DATA, slow], [{ at: 0 }, { at: 1 }]);
    expect(day.exposure({ kind: 'left-open' })).toBeCloseTo(0.5, 1);
    expect(day.conflicts).toHaveLength(1);
    expect(day.conflicts[0]).toMatchObject({ visitor: 0, witness: 1, matter: 0 });
  });

  it('is closed in the after-work, as far as that lasts', () => {
    const after = 'matters: { one: { afterWork: 20 s } }';
    expect(heard([DATA, slow, after], [{ at: 0 }, { at: 1 }]).exposure()).toBeCloseTo(10 / 60, 1);
    const long = 'matters: { one: { afterWork: 1 min } }';
    expect(heard([DATA, slow, long], [{ at: 0 }, { at: 1 }]).exposure()).toBe(0);
  });

  it('is not there for the same visitor, nor with another clerk', () => {
    const same =
      'matters: { two: { agency: a, name: Two, sensitivity: private, spaces: [desk], service: 1 min } }';
    expect(heard([DATA, slow, same], [{ at: 0, matters: ['one', 'two'] }]).exposure()).toBe(0);
    expect(heard([DATA, slow, 'roles: { clerk: { count: 2 } }'], [{ at: 0 }, { at: 1 }]).exposure()).toBe(0);
  });

  it('is no secret to who came along', () => {
    const party = 'both';
    expect(
      heard(
        [DATA, slow],
        [
          { at: 0, party },
          { at: 1, party },
        ],
      ).exposure(),
    ).toBe(0);
  });

  it('exposes the companions of the next as well', () => {
    const companions = 'profiles: { p: { companions: 2 } }';
    expect(heard([DATA, slow, companions], [{ at: 0 }, { at: 1 }]).exposure()).toBeCloseTo(1.5, 1);
  });
});

describe('a paper left behind', () => {
  const kiosk = `
    spaceTypes: { terminal: { name: Terminal, use: kiosk, leaves: 10 % } }
    spaces: { kiosk-1: { type: terminal } }
    journey: { kiosk: { spaces: [terminal], time: 0 min } }
    matters: { one: { kiosk: { share: 100 %, time: 5 min } } }`;

  it('at a kiosk is found by the next there', () => {
    // v0 at the kiosk 0-5, v1 5-10, v2 10-15; there is nobody before v0.
    const day = heard([DATA, kiosk], [{ at: 0 }, { at: 1 }, { at: 2 }]);
    expect(day.exposure({ kind: 'left-paper' })).toBeCloseTo(1, 1);
    expect(day.figure('conflicts')).toBeCloseTo(0.2, 9);
  });

  it('is no secret to who left it', () => {
    const again = `
      matters:
        two: { agency: a, name: Two, sensitivity: private, spaces: [desk], service: 1 min, kiosk: { share: 100 %, time: 5 min } }`;
    expect(heard([DATA, kiosk, again], [{ at: 0, matters: ['one', 'two'] }]).exposure()).toBe(0);
  });

  it('is no secret to who came along', () => {
    const both = (parties: readonly string[]) =>
      heard(
        [DATA, kiosk],
        parties.map((party) => ({ at: 0, party })),
      ).exposure();
    expect(both(['one', 'one'])).toBe(0);
    expect(both(['one', 'other'])).toBeCloseTo(0.5, 1);
  });

  it('at one of two printers is found by who comes once its service is over', () => {
    const printers = `
      equipment: { printer: { name: Printer, count: 2, leaves: 50 % } }
      matters: { one: { equipment: [printer] }, two: { equipment: [printer] } }
      spaces: { desk-2: { type: desk, at: [1, 8], size: [2, 2] } }
      roles:
        clerk: { mandates: [{ agency: a }] }
        other: { name: Other, kind: adviser, mandates: [{ agency: b }] }`;
    const found = (at: number) =>
      heard(
        [DATA, TWO_AGENCIES, printers],
        [
          { at: 0, matters: ['one'] },
          { at, matters: ['two'] },
        ],
      ).exposure({ kind: 'left-paper' });
    expect(found(5)).toBe(0);
    expect(found(12)).toBeCloseTo(5, 9);
  });

  it('at a printer is found by the next clerk, who may be mandated for it', () => {
    const printer = `
      equipment: { printer: { name: Printer, count: 1, leaves: 50 % } }
      matters: { one: { equipment: [printer] }, two: { equipment: [printer] } }`;
    const each = `
      roles:
        clerk: { mandates: [{ agency: a }] }
        other: { name: Other, kind: adviser, mandates: [{ agency: b }] }`;
    const coming = [
      { at: 0, matters: ['one'] },
      { at: 12, matters: ['two'] },
    ];
    expect(heard([DATA, TWO_AGENCIES, printer, each], coming).exposure({ kind: 'left-paper' })).toBeCloseTo(
      5,
      9,
    );
    expect(heard([DATA, TWO_AGENCIES, printer], coming).exposure({ kind: 'left-paper' })).toBe(0);
  });
});

describe('who else is there', () => {
  it('counts companions by the share who do not agree to them', () => {
    const companions = 'profiles: { p: { companions: 2, consent: { companions: 75 % } } }';
    const day = heard([DATA, companions], [{ at: 0 }]);
    expect(day.exposure({ kind: 'bystander' })).toBeCloseTo(5, 9);
    expect(day.figure('conflicts')).toBeCloseTo(0.25, 9);
    expect(day.conflicts.map(({ interpreter }) => interpreter)).toEqual([-1]);
  });

  it('counts an interpreter', () => {
    const interpreter = `
      roles: { interpreter: { name: Interpreter, kind: interpreter } }
      profiles:
        p: { languages: { xx: 1 }, interpreter: { xx: 100 % }, interpretedFactor: 1, consent: { interpreter: 90 % } }`;
    const { exposure, conflicts, model } = heard([DATA, interpreter], [{ at: 0 }]);
    expect(exposure({ kind: 'bystander' })).toBeCloseTo(1, 9);
    expect(conflicts.map((one) => model.ids.clerks[one.interpreter])).toEqual(['interpreter 1']);
  });
});
