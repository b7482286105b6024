/** The audit of a floor plan at 80 columns: what is heard, then what is seen, the worst places first. */
import type { Scenario } from '../../scenario/schema.ts';
import type { Audit } from '../audit.ts';
import { hearingText } from './audit/hearing.ts';
import { sightText } from './audit/sight.ts';
import { WIDTH, wrap } from './layout.ts';
import { styleFor } from './style.ts';

/** Lines of at most 80 columns. */
export function auditText(audit: Audit, scenario: Scenario, colour: boolean): string[] {
  const style = styleFor(colour);
  const heard = hearingText(audit, scenario, style);
  const seen = sightText(audit, style);
  if (heard.length > 0 && seen.length > 0) return [...heard, '', ...seen];
  const missing =
    audit.places.length === 0
      ? 'No place where visitors are served is on the floor.'
      : heard.length > 0
        ? 'Nothing is said of who sees what: no sensitivity has a limit of sight, seen or presence.'
        : 'Nothing is said of who hears whom: no sensitivity has a limit of speech.';
  return [...heard, ...seen, ...(audit.places.length === 0 ? [] : ['']), ...wrap(missing, WIDTH)];
}
