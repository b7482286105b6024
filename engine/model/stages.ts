/**
 * The stages that a visit can have, and which roles may do each: the greeting, the kiosk, and for each matter
 * its stay at a kiosk, its service and its hand-over, where the scenario has them.
 */
import type { Distribution } from '../kernel/distribution.ts';
import { PARTS } from '../scenario/constants.ts';
import { type Ground, groundOf, mandatedSpeed } from '../scenario/mandates.ts';
import type { Part, Scenario } from '../scenario/schema.ts';
import type { Indices } from './indices.ts';
import { type Model, STAGE, type Stage } from './model.ts';

const NOTHING: Distribution = { family: 'deterministic', value: 0 };
/** Of a host, whose greeting needs no mandate; what it solves meanwhile is its own to do. */
const AS_HOST: Ground = { speed: 1, missing: 0 };

type Stages = Pick<
  Model,
  | 'stages'
  | 'greetingStage'
  | 'kioskStage'
  | 'matterStage'
  | 'matterHandOver'
  | 'matterKiosk'
  | 'speedOf'
  | 'missingParts'
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
  const missing: number[] = [];
  const isStrict = scenario.policy.mandates === 'strict';

  const add = (
    stage: Omit<Stage, 'roles' | 'expertOnly'>,
    groundOfRole: (role: number) => Ground | null,
  ): number => {
    const grounds = roles.map((role, index) => {
      const ground = role.count > 0 ? groundOfRole(index) : null;
      return ground === null || (isStrict && ground.missing > 0) ? null : ground;
    });
    const rolesWhere = (isSuch: (ground: Ground) => boolean) =>
      grounds
        .flatMap((ground, role) => (ground !== null && isSuch(ground) ? [role] : []))
        .sort((a, b) => flexibility[a] - flexibility[b] || a - b);
    const mandated = rolesWhere((ground) => ground.missing === 0);
    const others = rolesWhere((ground) => ground.missing > 0);
    const expertOnly = mandated.length > 0 && mandated.every((role) => roles[role].kind.endsWith('expert'));
    speeds.push(...grounds.map((ground) => ground?.speed ?? 0));
    missing.push(...grounds.map((ground) => ground?.missing ?? 0));
    return stages.push({ ...stage, roles: [...mandated, ...others], expertOnly }) - 1;
  };
  const bare = { preparation: NOTHING, settling: NOTHING, leaving: NOTHING, afterWork: NOTHING };

  const { greeting, kiosk } = scenario.journey;
  const host = greeting === undefined ? -1 : indices.roles.of(greeting.role);
  const greetingStage =
    greeting === undefined
      ? -1
      : add({ ...bare, kind: STAGE.greeting, matter: -1, service: greeting.time }, (role) =>
          role === host ? AS_HOST : null,
        );
  const kioskStage =
    kiosk === undefined
      ? -1
      : add({ ...bare, kind: STAGE.kiosk, matter: -1, service: kiosk.time }, () => null);

  const matterStage = new Int32Array(matters.length);
  const matterHandOver = new Int32Array(matters.length).fill(-1);
  const matterKiosk = new Int32Array(matters.length).fill(-1);
  matters.forEach(([id, matter], index) => {
    const by = (parts: readonly Part[]) => (role: number) => groundOf(roles[role], id, matter, parts);
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
        () => null,
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
    missingParts: Int32Array.from(missing),
    flexibility,
  };
}
