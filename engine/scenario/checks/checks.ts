/**
 * The checks across the parts of a scenario that has the right form. Each is a function of the scenario alone;
 * the table says on which parts it relies, as those that could not be read cannot be judged.
 */
import type { Finding, Path } from '../finding.ts';
import type { Scenario } from '../schema.ts';
import type { Traces } from '../trace.ts';
import { checkMatters, checkOpponents, checkPeaks, checkProcesses, checkWeights } from './arrivals.ts';
import { checkConvertibles, checkSafety, checkSound, checkSpaceTypes } from './effects.ts';
import { checkHandling, checkMandates } from './handling.ts';
import {
  checkFallbacks,
  checkGreeting,
  checkReserve,
  checkReservedIds,
  checkSelfService,
  checkSensitivities,
} from './journey.ts';
import { checkPlacement } from './placement.ts';
import { checkJourneySpaces, checkPlaces, checkProtectedSpaces, checkUses } from './places.ts';
import { checkProtectedExit, checkProtectedWaiting } from './protection.ts';
import { checkCover, checkEquipment, checkGuards, checkInterpreters, checkMinimumStaff } from './staffing.ts';
import { checkAppointments, checkDay, checkPeakTimes, checkShifts, checkTimetables } from './timing.ts';
import { checkVolume } from './volume.ts';

interface Check {
  readonly find: (scenario: Scenario, traces: Traces) => readonly Finding[];
  /** Parts without which the check would say what is not so; `*` is any entry. */
  readonly relies: readonly string[];
}

const MANDATES = ['roles.*.mandates', 'roles.*.count', 'roles.*.absence', 'roles.*.kind'];
const SPACES = ['spaces.*.type', 'spaces.*.timetable', 'spaces.*.accessible', 'spaceTypes', 'roles.*.spaces'];
const DEMAND = ['arrivals', 'profiles'];

const CHECKS: readonly Check[] = [
  { find: checkDay, relies: ['day'] },
  { find: checkShifts, relies: ['day'] },
  { find: checkTimetables, relies: [] },
  { find: checkAppointments, relies: ['day'] },
  { find: checkPeakTimes, relies: [] },
  { find: checkHandling, relies: [...MANDATES, 'policy.mandates'] },
  { find: checkMandates, relies: [] },
  {
    find: checkPlaces,
    relies: [...MANDATES, ...SPACES, ...DEMAND, 'policy.fallback', 'policy.mandates'],
  },
  { find: checkProtectedSpaces, relies: [...MANDATES, ...SPACES, ...DEMAND, 'policy'] },
  { find: checkProtectedWaiting, relies: [...SPACES, ...DEMAND] },
  { find: checkProtectedExit, relies: ['floor.doors.*.use'] },
  { find: checkJourneySpaces, relies: [...SPACES, ...DEMAND] },
  { find: checkUses, relies: [] },
  { find: checkGuards, relies: MANDATES },
  { find: checkInterpreters, relies: [...MANDATES, ...DEMAND] },
  { find: checkEquipment, relies: ['equipment'] },
  { find: checkCover, relies: [] },
  { find: checkMinimumStaff, relies: [...MANDATES, 'policy'] },
  { find: checkProcesses, relies: ['day'] },
  { find: checkVolume, relies: ['day'] },
  { find: checkMatters, relies: ['matters.*.agency', 'profiles.*.matters'] },
  { find: checkWeights, relies: ['matters.*.weight', 'matters.*.agency'] },
  { find: checkPeaks, relies: ['arrivals'] },
  { find: checkOpponents, relies: ['arrivals'] },
  { find: checkGreeting, relies: ['roles.*.kind'] },
  { find: checkSelfService, relies: ['journey'] },
  { find: checkFallbacks, relies: ['policy'] },
  { find: checkReserve, relies: ['policy'] },
  { find: checkReservedIds, relies: [] },
  { find: checkSensitivities, relies: ['sensitivities'] },
  { find: checkPlacement, relies: ['spaceTypes'] },
  { find: checkSpaceTypes, relies: ['floor'] },
  { find: checkConvertibles, relies: ['floor', 'spaceTypes', 'spaces.*.type'] },
  { find: checkSound, relies: ['roles.*.kind'] },
  { find: checkSafety, relies: ['safety'] },
];

/** What is wrong across the parts, as far as it can be told without the parts that were lost. */
export function checkParts(scenario: Scenario, traces: Traces, lost: readonly Path[]): Finding[] {
  const entries = new Set(lost.map((path) => JSON.stringify(path.slice(0, 2))));
  return CHECKS.filter(
    ({ relies }) => !relies.some((part) => lost.some((path) => touches(path, part))),
  ).flatMap(({ find }) =>
    find(scenario, traces).filter(({ path }) => !entries.has(JSON.stringify(path.slice(0, 2)))),
  );
}

/** Whether the path lies above, at or below the part. */
function touches(path: Path, part: string): boolean {
  return part
    .split('.')
    .slice(0, path.length)
    .every((step, index) => step === '*' || step === String(path[index]));
}
