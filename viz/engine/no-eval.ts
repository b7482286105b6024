/** To be imported before all that checks scenarios: zod tries to compile its checks, which the policy of the page forbids. */
import { config } from 'zod';

config({ jitless: true });
