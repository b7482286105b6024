/**
 * The scenario file: one schema that gives the types, the validation, the defaults and the JSON Schema.
 *
 * Collections are maps from an id to its parts, so that a scenario that extends another can override any part
 * by its id and remove one by giving it `null`. References between parts are checked in `references.ts`.
 */
import { acoustics } from './acoustics-schema.ts';
import { byId, count, text } from './common-schema.ts';
import type { PARTS } from './constants.ts';
import { encounters, safety } from './encounter-schema.ts';
import { agency, matter, sensitivity } from './matter-schema.ts';
import { floor, space, spaceType } from './place-schema.ts';
import { day, policy } from './policy-schema.ts';
import { share } from './quantity.ts';
import { role } from './staff-schema.ts';
import { arrival, journey, peak, profile } from './visitor-schema.ts';
import { z } from './zod.ts';

const equipment = z.strictObject({
  name: text(),
  count: count().describe('How many of it there are.'),
  leaves: share()
    .prefault(0)
    .describe(
      'Of a printer: share of services after which a paper is left there, for the next clerk to find.',
    ),
});

/** The whole document, after `extends` has been resolved. */
export const scenarioSchema = z
  .strictObject({
    aula: z.literal(1).describe('Version of the scenario format.'),
    name: text().describe('What the report calls the scenario.'),
    about: z.string().max(20_000).optional().describe('What it is about, for readers of the file.'),
    extends: text().optional().describe('A scenario file that this one changes, relative to this file.'),
    day: day.describe('The simulated day.'),
    sensitivities: byId(sensitivity).describe(
      'How private matters can be; none: what a matter says of it is not checked.',
    ),
    agencies: byId(agency).describe('Who answers for matters.'),
    matters: byId(matter).describe('What visitors come for.'),
    spaceTypes: byId(spaceType).describe('What kinds of spaces there are.'),
    spaces: byId(space).describe('The desks, booths, rooms, kiosks and waiting areas, one by one.'),
    floor: floor
      .optional()
      .describe('Walls and doors, round and through which people walk; without it no walk takes time.'),
    acoustics: acoustics.prefault({}).describe('How the hall sounds; used where there is a floor.'),
    equipment: byId(equipment).describe(
      'What a service may hold besides clerk and space, such as video links.',
    ),
    roles: byId(role).describe('Who works here.'),
    profiles: byId(profile).describe('What kinds of visitors there are.'),
    arrivals: byId(arrival).describe(
      'Where visitors come from: each with one of rate, appointments and trace.',
    ),
    peaks: byId(peak).describe(
      'Days, or hours of them, on which more visitors come, such as after a round of letters.',
    ),
    journey: journey.prefault({}).describe('The way from the door to the first line.'),
    encounters: encounters.prefault({}).describe('Who might meet whom.'),
    safety: safety.prefault({}).describe('How often staff is threatened, and how soon help is there.'),
    policy: policy.prefault({}).describe('The rules of the house.'),
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
