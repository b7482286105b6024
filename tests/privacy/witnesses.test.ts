import { describe, expect, it } from 'vitest';
import { audit } from '../../engine/report/audit.ts';
import { KIND_IDS } from '../../engine/statistics/scopes.ts';
import { heard } from './floor-story.ts';

/** Walks at 12.5 m/s take up to a second in all. */
const IN_MINUTES = 1;

describe('private talk that is overheard', () => {
  it('counts for as long as talk and listener are there together', () => {
    // v0 talks 0-10. v1 waits in the seat from 4 to 10, then talks 10-20 with nobody there.
    const day = heard([], [{ at: 0 }, { at: 4 }]);
    expect(day.exposure()).toBeCloseTo(6, IN_MINUTES);
    expect(day.figure('conflicts')).toBe(1);
  });

  it('is as far away as an audit of the floor says', () => {
    const { model, conflicts } = heard([], [{ at: 0 }, { at: 4 }]);
    const desk = audit(model.scenario)?.places.find(({ space }) => space === 'desk-1');
    expect(conflicts[0].metres).toBe(desk?.heard?.areas[0]?.distance);
  });

  it('counts each listener, and companions as well', () => {
    // v1 from 4 to 10 and v2 from 7 to 10, then v2 from 10 to 20 while v1 talks: 6 + 3 + 10, and two people each.
    const companions = 'profiles: { p: { companions: 1 } }';
    const seats = 'spaces: { hall-1: { seats: 4 } }';
    expect(heard([seats], [{ at: 0 }, { at: 4 }, { at: 7 }]).exposure()).toBeCloseTo(19, IN_MINUTES);
    expect(heard([seats, companions], [{ at: 0 }, { at: 4 }, { at: 7 }]).exposure()).toBeCloseTo(
      38,
      IN_MINUTES,
    );
  });

  it('does not count one visitor alone, nor its own companions', () => {
    expect(heard(['profiles: { p: { companions: 3 } }'], [{ at: 0 }]).exposure()).toBe(0);
  });

  it('does not count for those who came together, each with a visit of its own', () => {
    const come = (party?: string) =>
      heard(
        [],
        [{ at: 0 }, { at: 0 }].map((guest) => ({ ...guest, ...(party !== undefined && { party }) })),
      );
    expect(come('household').exposure()).toBe(0);
    // As strangers, one waits while the other talks.
    expect(come().exposure()).toBeCloseTo(10, IN_MINUTES);
  });

  it('does not count in an empty waiting room', () => {
    expect(heard([], [{ at: 0 }, { at: 30 }, { at: 60 }]).exposure()).toBe(0);
  });

  it('is a conflict from the time limit on', () => {
    // v1 comes 90 s before v0 is done, less than the 2 min of the limit; or 3 min before.
    expect(heard([], [{ at: 0 }, { at: 8.5 }]).figure('conflicts')).toBe(0);
    expect(heard([], [{ at: 0 }, { at: 7 }]).figure('conflicts')).toBe(1);
  });

  it('is a conflict of its service, though the place has become another before that ends', () => {
    // v1 hears 2 to 6 and gives up; the place changes at 8. v2 is heard for half a minute, of the other matter.
    const changing = `
      spaceTypes: { bay: { name: Bay, use: service } }
      spaces: { desk-1: { timetable: [{ from: 00:08, to: 12:00, type: bay }] } }
      matters:
        one: { spaces: [desk, bay] }
        two: { agency: a, name: Two, sensitivity: private, spaces: [desk, bay], service: 10 min }
      profiles: { p: { patience: 4 min } }`;
    const come = (at: number, matter: string) => ({ at, matters: [matter] });
    const guests = [come(0, 'one'), come(2, 'one'), come(40, 'two'), come(49.5, 'one')];
    const day = heard([changing], guests);
    expect(day.conflicts.map(({ matter }) => day.model.ids.matters[matter])).toEqual(['one']);
    expect([day.figure('conflicts'), day.conflictsOf('one'), day.conflictsOf('two')]).toEqual([1, 1, 0]);
  });

  it('does not count where the sensitivity sets no limit', () => {
    const open = 'sensitivities: { private: { speech: null } }';
    expect(heard([open], [{ at: 0 }, { at: 4 }]).model.hearing).toBeNull();
  });

  it('does not get through the walls of a closed room', () => {
    const room = `
      spaceTypes: { desk: { enclosure: closed } }
      spaces: { desk-1: { door: [2, 4] } }`;
    expect(heard([room], [{ at: 0 }, { at: 4 }]).exposure()).toBe(0);
  });

  it('but does through an open door', () => {
    const open = `
      spaceTypes: { desk: { enclosure: closed, openShare: 20 % } }
      spaces: { desk-1: { door: [2, 4] } }`;
    expect(heard([open], [{ at: 0 }, { at: 4 }]).exposure()).toBeCloseTo(6, IN_MINUTES);
  });

  it('is hidden by noise', () => {
    expect(heard(['acoustics: { noise: 65 dB }'], [{ at: 0 }, { at: 4 }]).exposure()).toBe(0);
  });

  it('is laid to a shortage where all proper places were busy, and names the one that was for longest', () => {
    // The rooms are taken by v0 and v1 until 30; v2 falls back to the desk at 7, and v3 sits there from 8 to 17.
    const fallsBack = `
      spaceTypes: { room: { enclosure: closed } }
      spaces:
        room-1: { type: room, at: [7, 7], size: [2, 2], door: [7, 8] }
        room-2: { type: room, at: [1, 7], size: [2, 2], door: [3, 8] }
      roles: { clerk: { count: 3 } }
      matters: { one: { service: 30 min, spaces: [room], fallback: { spaces: [desk], after: 5 min } } }
      day: { doors: { open: 0 min, close: 20 min } }`;
    const day = heard([fallsBack], [{ at: 0 }, { at: 1 }, { at: 2 }, { at: 8 }]);
    expect(day.exposure()).toBeGreaterThan(10);
    expect(day.exposure({ cause: 'shortage' })).toBeCloseTo(day.exposure(), 9);
    const [conflict] = day.conflicts;
    expect(day.model.ids.spaces[conflict.busy]).toBe('room-1');
    expect(conflict.busySince).toBeCloseTo(0, 0);
    expect(conflict.waited).toBeCloseTo(5 * 60, -1);
  });

  it('adds up alike by channel, kind, cause, agency, matter, and by pair of places', () => {
    const day = heard(['spaces: { hall-1: { seats: 4 } }'], [{ at: 0 }, { at: 4 }, { at: 7 }, { at: 8 }]);
    const total = day.exposure();
    expect(total).toBeGreaterThan(20);
    expect(day.exposure({ channel: 'speech' })).toBeCloseTo(total, 9);
    expect(day.exposure({ kind: 'talk' })).toBeCloseTo(total, 9);
    expect(day.exposure({ cause: 'layout' })).toBeCloseTo(total, 9);
    expect(day.exposure({ matter: 'one' })).toBeCloseTo(total, 9);
    expect(day.figure('understoodTime')).toBeLessThanOrEqual(total);
    expect(day.figure('understoodTime')).toBeGreaterThan(0);
  });

  it('is one conflict for a listener who changes its seat, if both stays together last long enough', () => {
    // v1 sits for 1.5 min, is greeted at the host point for 1 min where it hears as well, then sits again.
    const host = `
      spaceTypes: { welcome: { name: Welcome, use: greeting } }
      spaces: { host-1: { type: welcome, at: [4, 7], size: [2, 2] } }
      roles: { host: { name: Host, kind: host } }
      journey: { greeting: { role: host, spaces: [welcome], time: 1 min } }
      sensitivities: { private: { speech: { time: 4 min } } }`;
    // v0 is greeted 0-1 and talks 1-11; v1 is greeted 7-8 and sits 8-11: 4 min in all.
    const day = heard([host], [{ at: 0 }, { at: 6.9 }]);
    const talks = day.conflicts.filter(({ witness, visitor }) => witness === 1 && visitor === 0);
    expect(talks).toHaveLength(1);
    expect(talks[0].seconds).toBeCloseTo(4.1 * 60, -1);
  });
});

describe('a service that goes on with a colleague', () => {
  it('has waited for as long as it did when it was called', () => {
    // v0 waits from 1 to 6 and talks 6-16; at 10 the clerk goes home and hands over.
    const handed = `
      day: { doors: { open: 0 min, close: 100 min } }
      spaces: { hall-1: { seats: 4 } }
      roles:
        clerk: { shifts: [{ from: 6 min, to: 10 min }], atShiftEnd: hand-over }
        other: { name: Other, kind: adviser, mandates: [{ agency: all }], shifts: [{ from: 9 min, to: 60 min }] }`;
    const day = heard([handed], [{ at: 1 }, { at: 2 }]);
    const ofFirst = day.conflicts.filter(({ visitor, kind }) => visitor === 0 && kind === 0);
    expect(ofFirst.map(({ waited }) => Math.round(waited / 60))).toEqual([5, 5]);
  });
});

describe('who hears through a hearing aid', () => {
  const aids = 'profiles: { p: { hearingAids: 100 % } }';
  const half = 'profiles: { p: { hearingAids: 50 % } }';
  const loop = 'spaceTypes: { desk: { loop: 5 m } }';
  const short = 'spaceTypes: { desk: { loop: 2 m } }';

  it('overhears nothing from afar', () => {
    expect(heard([aids], [{ at: 0 }, { at: 4 }]).exposure()).toBe(0);
    expect(heard([half], [{ at: 0 }, { at: 4 }]).exposure()).toBeCloseTo(3, IN_MINUTES);
  });

  it('but everything within the reach of a hearing loop', () => {
    expect(heard([aids, loop], [{ at: 0 }, { at: 4 }]).exposure()).toBeCloseTo(6, IN_MINUTES);
    expect(heard([aids, short], [{ at: 0 }, { at: 4 }]).exposure()).toBe(0);
  });

  it('even where noise hides it from others', () => {
    const noise = 'acoustics: { noise: 65 dB }';
    expect(heard([half, loop, noise], [{ at: 0 }, { at: 4 }]).exposure()).toBeCloseTo(3, IN_MINUTES);
  });
});

describe('a conflict in reach of a hearing loop', () => {
  // v1 sits from 4 to 10 with half an ear for sound, and half for the loop, of which nobody has both.
  const share = 'profiles: { p: { hearingAids: 30 % } }';
  const loop = 'spaceTypes: { desk: { loop: 5 m } }';
  const noise = 'acoustics: { noise: 65 dB }';
  /** It hears in the hall for a minute only, where the limit is of 2 min, and is in the loop for all of the 6. */
  const near = `
    spaceTypes: { welcome: { name: Welcome, use: greeting }, desk: { loop: 20 m } }
    spaces: { host-1: { type: welcome, at: [4, 5.9], size: [0.2, 0.2] }, hall-1: { at: [14, 4] } }
    floor: { walls: { north: { line: [[0, 0], [20, 0]] } } }
    roles: { host: { name: Host, kind: host } }
    journey: { greeting: { role: host, spaces: [welcome], time: 1 min } }`;

  it('is one for both kinds of ears where both hear for long enough, and with companions for whoever hears', () => {
    expect(heard([share, loop], [{ at: 0 }, { at: 4 }]).figure('conflicts')).toBeCloseTo(1, 9);
    const companions = 'profiles: { p: { companions: 1 } }';
    expect(heard([share, loop, companions], [{ at: 0 }, { at: 4 }]).figure('conflicts')).toBeCloseTo(1, 9);
    expect(heard([share, loop, noise, companions], [{ at: 0 }, { at: 4 }]).figure('conflicts')).toBeCloseTo(
      0.3,
      9,
    );
  });

  it('is as likely as the share with aids where they alone hear for long enough', () => {
    expect(heard([share, loop, noise], [{ at: 0 }, { at: 4 }]).figure('conflicts')).toBeCloseTo(0.3, 9);
    const day = heard([share, near, 'acoustics: { noise: 55 dB }'], [{ at: 0 }, { at: 4 }]);
    const [conflict] = day.conflicts.filter(({ visitor, witness }) => visitor === 0 && witness === 1);
    expect(conflict.probability).toBeCloseTo(0.3, 9);
    expect(day.exposure()).toBeGreaterThan(0.3 * 7);
  });
});

describe('talk at other places', () => {
  const two = `
    roles: { clerk: { count: 2 } }
    spaces: { desk-2: { type: desk, at: [4, 7], size: [2, 2] }, hall-1: { seats: 4 } }
    acoustics: { noise: 45 dB }`;

  it('masks where the scenario has babble, for as long as it lasts', () => {
    // v0 at desk-1 0-10; v1 at desk-2, near the seat, 2-12; v2 sits 4-10, then talks at desk-1.
    const coming = [{ at: 0 }, { at: 2 }, { at: 4 }];
    const alone = heard([two], coming);
    const amid = heard([two, 'acoustics: { babble: true }'], coming);
    expect(amid.exposure()).toBeLessThanOrEqual(alone.exposure());
    expect(amid.figure('understoodTime')).toBeLessThan(alone.figure('understoodTime'));
  });
});

describe('talk of visitors in the warm-up', () => {
  it('is not measured, and masks as any other', () => {
    const two = `
      roles: { clerk: { count: 2 } }
      spaces: { desk-2: { type: desk, at: [4, 7], size: [2, 2] }, hall-1: { seats: 4 } }
      acoustics: { noise: 45 dB, babble: true }`;
    // v0 comes in the warm-up and talks 0-10 near the seats, where v2 listens to v1, who talks 2-12.
    const coming = [{ at: 0 }, { at: 2 }, { at: 4 }];
    const all = heard([two], coming).conflicts.find(({ visitor }) => visitor === 1);
    const warm = heard([two, 'day: { warmUp: 1 min }'], coming);
    expect(warm.conflicts.some(({ visitor }) => visitor === 0)).toBe(false);
    expect(warm.conflicts.find(({ visitor }) => visitor === 1)?.sti).toBe(all?.sti);
  });
});

describe('what can be seen of a service', () => {
  const seen = 'sensitivities: { private: { speech: null, sight: { time: 2 min } } }';

  it('counts while somebody is where it can read the screen or the papers', () => {
    // The seat is 0.5 m behind the clerk, who looks up; or 4 m beside the desk, where neither can be read.
    const seatAt = (x: number, y: number) => `
      spaces: { desk-1: { at: [4, 1], size: [2, 2], faces: up }, hall-1: { at: [${x}, ${y}], size: [0.2, 0.2] } }`;
    const day = heard([seen, seatAt(4.9, 0.5)], [{ at: 0 }, { at: 4 }]);
    expect(day.exposure({ kind: 'screen' })).toBeCloseTo(6, IN_MINUTES);
    expect(day.exposure({ channel: 'speech' })).toBe(0);
    expect(heard([seen, seatAt(9, 2)], [{ at: 0 }, { at: 4 }]).exposure({ kind: 'screen' })).toBeLessThan(
      0.05,
    );
  });

  it('counts at a place that tells, by the share who are acquaintances', () => {
    const tells = `
      sensitivities: { private: { speech: null, seen: { time: 1 min } } }
      spaceTypes: { desk: { tells: true } }
      encounters: { acquaintances: 10 % }`;
    const sits = 'spaces: { desk-1: { faces: down }, hall-1: { at: [1, 8], size: [2, 2] } }';
    const day = heard([tells, sits], [{ at: 0 }, { at: 4 }]);
    expect(day.exposure({ kind: 'telling-place' })).toBeCloseTo(0.6, 2);
    const silent = heard([tells, sits, 'spaceTypes: { desk: { tells: false } }'], [{ at: 0 }, { at: 4 }]);
    expect(silent.exposure()).toBe(0);
  });

  it('counts once, as the most telling of what can be made out', () => {
    const both = (sight: string) => `
      sensitivities: { private: { speech: null, ${sight} seen: { time: 10 s } } }
      spaceTypes: { desk: { tells: true } }
      encounters: { acquaintances: 100 % }
      spaces: { desk-1: { at: [4, 1], size: [2, 2], faces: up }, hall-1: { at: [4.9, 0.5], size: [0.2, 0.2] } }`;
    // The seat is behind the clerk: the screen is read from there, and the face beyond it.
    const readAndSeen = heard([both('sight: { time: 10 s },')], [{ at: 0 }, { at: 4 }]);
    const { model } = readAndSeen;
    const seat = model.vantages?.firstSeat[1] ?? 0;
    expect(model.seeing?.makesOut('screen', 0, seat)).toBe(true);
    expect(model.seeing?.makesOut('face', 0, seat)).toBe(true);
    expect(readAndSeen.exposure({ kind: 'screen' })).toBeCloseTo(6, IN_MINUTES);
    expect(readAndSeen.exposure({ kind: 'telling-place' })).toBeLessThan(0.05);
    // To be recognised has a limit of its own, which goes on meanwhile.
    expect(readAndSeen.figure('conflicts')).toBeCloseTo(2, 9);
    expect(heard([both('sight: { time: 7 min },')], [{ at: 0 }, { at: 4 }]).figure('conflicts')).toBe(1);
    // Where only that counts, it does.
    expect(heard([both('')], [{ at: 0 }, { at: 4 }]).exposure({ kind: 'telling-place' })).toBeCloseTo(
      6,
      IN_MINUTES,
    );
  });

  it('counts there only from when the place becomes one that tells', () => {
    // v1 sits from 4 on; from 9 to 10 of v0's talk the desk tells.
    const converts = `
      sensitivities: { private: { speech: null, seen: { time: 0 s } } }
      spaceTypes: { sign: { name: Sign, use: service, tells: true } }
      spaces:
        desk-1: { timetable: [{ from: 9 min, to: 90 min, type: sign }] }
        hall-1: { at: [1, 1], size: [2, 2] }
      matters: { one: { spaces: [desk, sign] } }
      encounters: { acquaintances: 100 % }`;
    const day = heard([converts], [{ at: 0 }, { at: 4 }]);
    const { model } = day;
    const seat = model.vantages?.firstSeat[1] ?? 0;
    expect(model.seeing?.makesOut('face', 0, seat)).toBe(true);
    // v1 is served itself from 10 on, seen by nobody.
    expect(day.exposure({ kind: 'telling-place' })).toBeCloseTo(1, 1);
  });
});

describe('where a thing was seen from', () => {
  it('is a spot from which it can be made out, of a way the nearest', () => {
    // v0 is at the kiosk for 10 min; v1 comes by, past its screen, and sits where it sees nothing of it.
    const passes = `
      sensitivities: { private: { speech: null, sight: { time: 0 s } } }
      spaceTypes: { terminal: { name: Terminal, use: kiosk } }
      spaces:
        k1: { type: terminal, at: [5, 4], size: [2, 2], faces: left }
        hall-1: { at: [1, 12], size: [2, 2] }
        desk-1: { at: [7, 12], size: [2, 2] }
      matters: { one: { kiosk: { share: 100 %, time: 10 min } } }
      journey: { kiosk: { spaces: [terminal], time: 10 min } }
      profiles: { p: { walkingSpeed: 1 m/s } }`;
    const day = heard([passes], [{ at: 0 }, { at: 4 }]);
    const { model, conflicts } = day;
    const kiosk = model.ids.spaces.indexOf('k1');
    const hall = model.ids.spaces.indexOf('hall-1');
    const door = model.ids.spaces.length;
    const ofScreen = conflicts.filter(({ kind, witness }) => KIND_IDS[kind] === 'screen' && witness === 1);
    expect(ofScreen.map(({ visitor }) => visitor)).toEqual([0]);
    const [{ vantage, metres }] = ofScreen;
    const metresTo = (from: number) => model.seeing?.metresTo('screen', kiosk, from) ?? 0;
    const way = [...(model.vantages?.way(door, hall).at ?? [])];
    const from = way.filter((piece) => model.seeing?.makesOut('screen', kiosk, piece));
    expect(from.length).toBeGreaterThan(1);
    expect(from.toSorted((a, b) => metresTo(a) - metresTo(b))[0]).toBe(vantage);
    // The first of them is another: where it came into sight.
    expect(from[0]).not.toBe(vantage);
    expect(metres).toBe(metresTo(vantage));
  });
});
