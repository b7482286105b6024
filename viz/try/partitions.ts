/** What partitions a page offers: those of the scenario's schema, which the page has no need to load for their names. */
import type { PARTITIONS as OF_SCHEMA } from '../../engine/scenario/place-schema.ts';

type Named = (typeof OF_SCHEMA)[number];

const ALL: Readonly<Record<Named, true>> = {
  none: true,
  'semi-closed booth': true,
  'pod A+': true,
  'pod A': true,
  'pod B': true,
  'pod C': true,
  'pod D': true,
  'glazed room': true,
  'full room': true,
};

export const PARTITIONS = Object.keys(ALL);
