/**
 * The scenario file: one schema that gives the types, the validation, the defaults and the JSON Schema.
 *
 * Collections are maps from an id to its parts, so that a scenario that extends another can override any part
 * by its id and remove one by giving it `null`. References between parts are checked in `references.ts`.
 */
import { z } from 'zod';
import { byId, count, type PARTS, text } from './common-schema.ts';
import { agency, matter, sensitivity } from './matter-schema.ts';
import { floor, space, spaceType } from './place-schema.ts';
import { day, policy } from './policy-schema.ts';
import { role } from './staff-schema.ts';
import { arrival, journey, peak, profile } from './visitor-schema.ts';

/** The whole document, after `extends` has been resolved. */
export const scenarioSchema = z
  .strictObject({
    aula: z.literal(1).describe('Version of the scenario format.'),
    name: text(),
    about: z.string().max(20_000).optional(),
    extends: text().optional().describe('A scenario file that this one changes, relative to this file.'),
    day,
    sensitivities: byId(sensitivity),
    agencies: byId(agency),
    matters: byId(matter),
    spaceTypes: byId(spaceType),
    spaces: byId(space),
    floor: floor.optional(),
    equipment: byId(z.strictObject({ name: text(), count: count() })),
    roles: byId(role),
    profiles: byId(profile),
    arrivals: byId(arrival),
    peaks: byId(peak),
    journey: journey.prefault({}),
    policy: policy.prefault({}),
    targets: z
      .array(text())
      .default([])
      .describe("Goals such as 'wait.p90 of vero <= 15 min', judged by their confidence interval."),
  })
  .describe('A scenario of aula: a service point and a day in it.');

/** A checked scenario, all quantities in SI units and all defaults filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
export type Matter = Scenario['matters'][string];
export type Role = Scenario['roles'][string];
export type Profile = Scenario['profiles'][string];
export type Arrival = Scenario['arrivals'][string];
export type Policy = Scenario['policy'];
export type Routing = Policy['routing'];
export type Part = (typeof PARTS)[number];
