/** Conflicts of each kind and cause, in a small house, for whoever tells of them. */
import { compile } from '../../../engine/model/compile.ts';
import type { Conflict } from '../../../engine/privacy/conflict.ts';
import { CAUSES, type Cause, KIND_IDS, type Kind } from '../../../engine/statistics/scopes.ts';
import { storyScenario } from '../../simulation/story.ts';

/** A desk, a booth, a kiosk and a waiting area of four seats; an adviser and an expert. */
export const HOUSE = `
  sensitivities:
    private:
      name: Salassa pidettävä
      rank: 2
      speech: { sti: 0.2, time: 10 s }
      sight: { time: 5 s }
      seen: { time: 30 s }
      data: { time: 0 s }
      presence: { time: 0 s }
  agencies: { a: { name: Verohallinto } }
  matters:
    one:
      name: Verokortti (tax card)
      sensitivity: private
      parts: [identify, decide]
      spaces: [booth]
      fallback: { spaces: [desk] }
  spaceTypes:
    desk: { name: Avoin palvelupiste (open desk) }
    booth: { name: Looshi (booth), use: service, enclosure: semi-closed, tells: true }
    kiosk: { name: Asiointipääte (terminal), use: kiosk, leaves: 0.5 % }
    hall: { name: Odotusalue (waiting area) }
    room: null
  floor:
    walls: { north: { line: [[0, 0], [14, 0]] } }
    doors: { main: { at: [5, 0], use: both } }
  spaces:
    desk-1: { at: [1, 4], size: [2, 2] }
    b1: { type: booth, at: [10, 4], size: [2, 2], door: [10, 5] }
    k1: { type: kiosk, at: [7, 1], size: [1, 1] }
    hall-1: { type: hall, at: [4, 4], size: [4, 4], seats: 4 }
  roles:
    clerk: { mandates: [{ agency: a, parts: [identify] }] }
    expert: { name: Expert, kind: expert, mandates: [{ agency: a, parts: [identify, decide] }] }
    interpreter: { name: Interpreter, kind: interpreter }
  policy: { fallback: 10 min, hold: 5 min, closeDown: 20 s, nextMatter: same-clerk }`;

export const model = compile(storyScenario([HOUSE, 'sensitivities: { public: null, secret: null }']), {
  traces: { list: [] },
});
const [DESK, BOOTH, KIOSK, HALL] = ['desk-1', 'b1', 'k1', 'hall-1'].map((id) => model.ids.spaces.indexOf(id));
const seat = (k: number) => (model.vantages?.firstSeat[HALL] ?? 0) + k - 1;
export const at = (hour: number, minute: number) => (hour * 60 + minute) * 60;

export function conflict(kind: Kind, cause: Cause, more: Partial<Conflict> = {}): Conflict {
  const base = {
    from: at(10, 3),
    to: at(10, 7),
    seconds: 240,
    visitor: 12,
    witness: 15,
    persons: 2,
    probability: 1,
    matter: 0,
    space: BOOTH,
    vantage: seat(3),
    metres: 3.3,
    seenAt: -1,
    clerk: 1,
    interpreter: -1,
    sti: 0,
    understood: 0,
    waited: 90,
    busy: -1,
    busySince: 0,
  };
  return { ...base, ...more, kind: KIND_IDS.indexOf(kind), cause: CAUSES.indexOf(cause) };
}

export const unseen = { vantage: -1, metres: -1 };
export const spoken = { sti: 0.41, understood: 0.96 };

/** Each kind, and each cause of talk. */
export const STORIES: readonly Conflict[] = [
  conflict('talk', 'layout', spoken),
  conflict('talk', 'shortage', { ...spoken, space: DESK, waited: 622, busy: BOOTH, busySince: at(9, 41) }),
  conflict('talk', 'shortage', { ...spoken, space: DESK, waited: 622 }),
  conflict('talk', 'rule', { ...spoken, space: DESK, waited: 622, persons: 1, to: at(10, 20) }),
  conflict('talk', 'layout', { sti: 1, understood: 1, vantage: DESK }),
  conflict('screen', 'layout', { space: KIOSK, clerk: -1, seconds: 12, to: at(10, 3) + 12 }),
  conflict('papers', 'layout', { space: DESK }),
  conflict('telling-place', 'layout', { probability: 0.008 }),
  conflict('no-mandate', 'people', { ...unseen, clerk: 0, witness: -1, persons: 1 }),
  conflict('two-agencies', 'people', { ...unseen, witness: -1, persons: 1, probability: 0.1 }),
  conflict('left-open', 'people', { ...unseen, seconds: 11, to: at(10, 3) + 11 }),
  conflict('left-paper', 'people', { ...unseen, space: KIOSK, clerk: -1, probability: 0.005 }),
  conflict('left-paper', 'people', { ...unseen, clerk: 0, witness: -1, persons: 1, probability: 0.02 }),
  conflict('bystander', 'people', { ...unseen, witness: -1, persons: 3, probability: 0.02 }),
  conflict('bystander', 'people', { ...unseen, witness: -1, persons: 1, interpreter: 2, probability: 0.04 }),
  conflict('recognised', 'layout', { space: -1, seenAt: seat(4), clerk: -1, probability: 0.008 }),
  conflict('opponents', 'layout', { space: -1, seenAt: BOOTH, clerk: -1, persons: 1 }),
  conflict('name', 'call-out', { ...unseen, witness: -1, persons: 23, seconds: 3, to: at(10, 3) + 3 }),
];
