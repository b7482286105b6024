/**
 * Designs compared with a first one, as under another routing. All meet the same visitors, so that each difference
 * is paired by replication (common random numbers), and surer than the two figures are.
 */
import { type MeasureDefinition, measureNamed } from './measures.ts';
import { difference, type Measure, type Results } from './results.ts';

/** The measures by which designs are compared, for the whole house. */
const COMPARED = ['wait.mean', 'wait.p90', 'wait.withinTarget', 'left.share', 'house.mean'] as const;

/** A design's figure, and how far it is from the first design's; null for the first. */
export interface Compared {
  readonly figure: Measure;
  readonly difference: Measure | null;
}

export interface Comparison {
  readonly routing: string;
  readonly measures: readonly Compared[];
}

/** One row for each design, the first being the one that the others are compared with. */
export function compare(results: readonly Results[]): Comparison[] {
  const [base] = results;
  if (base === undefined) return [];
  return results.map((other) => ({
    routing: other.routing,
    measures: COMPARED.map((name) => {
      const definition = defined(name);
      const figure = other.measures.find((row) => row.measure === name && isForAll(row));
      if (figure === undefined) throw new Error(`the results have no ${name}`);
      return { figure, difference: other === base ? null : difference(base, other, definition, 'all', 0) };
    }),
  }));
}

function defined(name: string): MeasureDefinition {
  const definition = measureNamed(name);
  if (definition === undefined) throw new Error(`there is no measure ${name}`);
  return definition;
}

const isForAll = ({ scope }: Measure) => Object.keys(scope).length === 0;
