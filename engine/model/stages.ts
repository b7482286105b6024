/**
 * The stages that a visit can have, and which roles may do each: the greeting, the kiosk, and for each matter
 * its stay at a kiosk, its service and its hand-over, where the scenario has them.
 */
import type { Distribution } from '../kernel/distribution.ts';
import { PARTS } from '../scenario/common-schema.ts';
import { mandatedSpeed } from '../scenario/mandates.ts';
import type { Part, Scenario } from '../scenario/schema.ts';
import type { Indices } from './indices.ts';
import { type Model, STAGE, type Stage } from './model.ts';

const NOTHING: Distribution = { family: 'deterministic', value: 0 };

type Stages = Pick<
  Model,
  | 'stages'
  | 'greetingStage'
  | 'kioskStage'
  | 'matterStage'
  | 'matterHandOver'
  | 'matterKiosk'
  | 'speedOf'
  | 'flexibility'
>;

export function compileStages(scenario: Scenario, indices: Indices): Stages {
  const roles = Object.values(scenario.roles);
  const matters = Object.entries(scenario.matters);
  const flexibility = Int32Array.from(roles, (role) =>
    matters.reduce(
      (count, [id, matter]) =>
        count + PARTS.filter((part) => mandatedSpeed(role, id, matter, [part]) > 0).length,
      0,
    ),
  );
  const stages: Stage[] = [];
  const speeds: number[] = [];

  const add = (stage: Omit<Stage, 'roles' | 'expertOnly'>, speedOfRole: (role: number) => number): number => {
    const speed = roles.map((role, index) => (role.count > 0 ? speedOfRole(index) : 0));
    const able = roles.flatMap((_, index) => (speed[index] > 0 ? [index] : []));
    able.sort((a, b) => flexibility[a] - flexibility[b] || a - b);
    const expertOnly = able.length > 0 && able.every((role) => roles[role].kind.endsWith('expert'));
    speeds.push(...speed);
    return stages.push({ ...stage, roles: able, expertOnly }) - 1;
  };
  const bare = { preparation: NOTHING, settling: NOTHING, leaving: NOTHING, afterWork: NOTHING };

  const { greeting, kiosk } = scenario.journey;
  const host = greeting === undefined ? -1 : indices.roles.of(greeting.role);
  const greetingStage =
    greeting === undefined
      ? -1
      : add({ ...bare, kind: STAGE.greeting, matter: -1, service: greeting.time }, (role) =>
          role === host ? 1 : 0,
        );
  const kioskStage =
    kiosk === undefined ? -1 : add({ ...bare, kind: STAGE.kiosk, matter: -1, service: kiosk.time }, () => 0);

  const matterStage = new Int32Array(matters.length);
  const matterHandOver = new Int32Array(matters.length).fill(-1);
  const matterKiosk = new Int32Array(matters.length).fill(-1);
  matters.forEach(([id, matter], index) => {
    const by = (parts: readonly Part[]) => (role: number) => mandatedSpeed(roles[role], id, matter, parts);
    const { service, preparation, settling, leaving, afterWork } = matter;
    const durations = { service, preparation, settling, leaving, afterWork };
    matterStage[index] = add({ ...durations, kind: STAGE.service, matter: index }, by(matter.parts));
    if (matter.handOver) {
      const handOver = { ...durations, service: matter.handOver.service };
      matterHandOver[index] = add(
        { ...handOver, kind: STAGE.handOver, matter: index },
        by(matter.handOver.parts),
      );
    }
    if (matter.kiosk) {
      matterKiosk[index] = add(
        { ...bare, kind: STAGE.kiosk, matter: index, service: matter.kiosk.time },
        () => 0,
      );
    }
  });
  return {
    stages,
    greetingStage,
    kioskStage,
    matterStage,
    matterHandOver,
    matterKiosk,
    speedOf: Float64Array.from(speeds),
    flexibility,
  };
}
