/** Designs have what is perceived where in common if nothing differs that it depends on, and else not. */
import { describe, expect, it } from 'vitest';
import { nodeReader } from '../../engine/cli/node-reader.ts';
import { compile } from '../../engine/model/compile.ts';
import { walkingDistances } from '../../engine/model/floor.ts';
import { compileHearing } from '../../engine/model/hearing.ts';
import { compileSeeing } from '../../engine/model/seeing.ts';
import { Vantages } from '../../engine/model/vantage.ts';
import { ImpressionTable } from '../../engine/privacy/impressions.ts';
import { Stay } from '../../engine/privacy/presence.ts';
import { load } from '../../engine/scenario/load.ts';
import type { Scenario } from '../../engine/scenario/schema.ts';

function pori(): Scenario {
  const loaded = load('scenarios/pori.yaml', nodeReader);
  if (!loaded.ok) throw new Error('it has errors');
  return loaded.scenario;
}

const PORI = pori();

/** All that is read of a tree that is no tree itself, by path, with `*` for ids. */
function watched<T extends object>(tree: T, read: Set<string>, path: readonly string[] = []): T {
  return new Proxy(tree, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key);
      if (typeof key === 'symbol') return value;
      const name = path.length === 1 && !['policy', 'acoustics'].includes(path[0]) ? '*' : key;
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return watched(value, read, [...path, name]);
      read.add([...path, name].join('.'));
      return value;
    },
  });
}

/** Of everything on the floor: ways, STI, sight, and what of services is perceived. */
function perceiveAll(scenario: Scenario): void {
  const walking = walkingDistances(scenario);
  const vantages = new Vantages(scenario, walking);
  const hearing = compileHearing(scenario, vantages);
  const seeing = compileSeeing(scenario, vantages);
  const spaces = vantages.firstSeat.length;
  const table = new ImpressionTable({ ...compile(PORI), scenario, vantages, hearing, seeing }, vantages);
  const matters = Object.keys(PORI.matters).length;
  const stay = new Stay(0);
  for (let space = 0; space < spaces; space++) {
    for (let matter = 0; matter < matters; matter += 7) {
      const service = { space, matter, manner: matter % (hearing?.manners.length ?? 1), clerk: 0 };
      const kind = table.of(service);
      for (let to = 0; kind !== null && to < spaces + 1; to += 3) {
        const way = vantages.wayId(space, to);
        table.admit(Object.assign(stay, { place: to < spaces ? to : -1, way }));
        if (to < spaces) table.findAt(stay, kind, service);
        table.findOn(stay, kind, service);
        seeing?.recognises(space, to % spaces);
      }
    }
  }
}

describe('perception', () => {
  it('depends on nothing of a scenario but on what it is kept by', () => {
    const read = new Set<string>();
    perceiveAll(watched(PORI, read));
    const parts = ['floor', 'spaces', 'spaceTypes', 'acoustics', 'sensitivities'];
    const keys = [
      'policy.protectedExit',
      'matters.*.voice',
      'matters.*.sensitivity',
      'roles.*.kind',
      'roles.*.sound',
    ];
    const isKey = (path: string) => keys.includes(path) || parts.includes(path.split('.')[0]);
    expect([...read].filter((path) => !isKey(path))).toEqual([]);
    expect([...read]).toEqual(expect.arrayContaining([...keys, 'acoustics.noise']));
  });

  const sharesWith = (changed: Partial<Scenario>) => {
    const [one, other] = [compile(PORI), compile({ ...PORI, ...changed })];
    return [one.vantages === other.vantages, one.hearing === other.hearing, one.seeing === other.seeing];
  };
  const all = [true, true, true];
  const none = [false, false, false];

  it('is shared by designs with other rules, visitors and staff', () => {
    const [[role, some]] = Object.entries(PORI.roles);
    expect(sharesWith({ policy: { ...PORI.policy, fallback: 60, routing: 'dedicated' } })).toEqual(all);
    expect(sharesWith({ arrivals: {}, peaks: {}, name: 'Another' })).toEqual(all);
    expect(sharesWith({ roles: { ...PORI.roles, [role]: { ...some, count: 9 } } })).toEqual(all);
  });

  it('is not shared by designs with other walls, noise, limits or voices', () => {
    const [[matter, one]] = Object.entries(PORI.matters);
    expect(sharesWith({ floor: { walls: {}, doors: PORI.floor?.doors ?? {} } })).toEqual(none);
    expect(sharesWith({ acoustics: { ...PORI.acoustics, noise: 44 } })).toEqual(none);
    expect(sharesWith({ sensitivities: {} })).toEqual(none);
    for (const change of [{ voice: 'raised' }, { sensitivity: 'confidential' }] as const)
      expect(sharesWith({ matters: { ...PORI.matters, [matter]: { ...one, ...change } } })).toEqual(none);
    const [role, remote] = Object.entries(PORI.roles).find(([, { kind }]) => kind === 'remote-expert') ?? [];
    if (role === undefined || remote === undefined) throw new Error('nobody is remote');
    for (const change of [{ sound: 'headset' }, { kind: 'expert' }] as const)
      expect(sharesWith({ roles: { ...PORI.roles, [role]: { ...remote, ...change } } })).toEqual(none);
    expect(sharesWith({ policy: { ...PORI.policy, protectedExit: undefined } })).toEqual(none);
  });
});
