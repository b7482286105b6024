/**
 * Zod, as all schemas are to have it: a scenario is checked once or a few times, for which the code that Zod would otherwise
 * write and have compiled for each object takes longer than it saves.
 */
import { z } from 'zod';

z.config({ jitless: true });

export { z };
