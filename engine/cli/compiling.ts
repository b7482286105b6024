/**
 * How V8 compiles what simulates, so that it takes little memory. To be imported before anything is simulated; threads begin
 * with the same.
 *
 * To compile a function that is called often takes tens of megabytes, on a thread of V8's own, and what such a thread has once
 * taken from the machine it hardly ever gives back, though all of it is free.
 */
import v8 from 'node:v8';

/** Older versions know none of these, and say so. */
const KNOWN_FROM = 13;

if (Number.parseInt(process.versions.v8, 10) >= KNOWN_FROM) {
  // One function at a time for each of our threads, which are as many as there are cores.
  v8.setFlagsFromString('--concurrent-turbofan-max-threads=1');
  // What was needed to compile is let go of at once, and not when another thread has the time.
  v8.setFlagsFromString('--no-maglev-destroy-on-background');
}
