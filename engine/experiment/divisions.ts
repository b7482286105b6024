/** The scopes that single waits and stays are in, by their owner: what quantiles can be taken for. */
import type { Model } from '../model/model.ts';
import { HOURS, type ScopeKind, scopeCount } from '../statistics/scopes.ts';
import type { Division, Divisions } from './observed-values.ts';

/** The owner of a wait is its matter × HOURS + the hour in which it began. */
export function waitsDivided({ ids, matterAgency }: Model): Divisions {
  const matter = (owner: number) => Math.floor(owner / HOURS);
  const agency = (owner: number) => matterAgency[matter(owner)];
  return divisions(ids, ids.matters.length * HOURS, {
    all: () => 0,
    agency,
    matter,
    hour: (owner) => owner % HOURS,
    agencyHour: (owner) => agency(owner) * HOURS + (owner % HOURS),
  });
}

/** The owner of a stay is the agency, or -1. */
export function staysDivided({ ids }: Model): Divisions {
  return divisions(ids, ids.agencies.length, { all: () => 0, agency: (owner) => owner });
}

/** The same, for the whole house alone. */
export function ofHouse({ owners, byName }: Divisions): Divisions {
  return { owners, byName: new Map([...byName].filter(([name]) => name === 'all')) };
}

function divisions(
  ids: Model['ids'],
  owners: number,
  scopesOf: Partial<Record<ScopeKind, Division['scopeOf']>>,
): Divisions {
  const kinds = Object.keys(scopesOf) as ScopeKind[];
  const byName = kinds.flatMap((kind): [ScopeKind, Division][] => {
    const scopeOf = scopesOf[kind];
    return scopeOf === undefined ? [] : [[kind, { count: scopeCount(kind, ids), scopeOf }]];
  });
  return { owners, byName: new Map(byName) };
}
