/**
 * How V8 compiles and collects, for a program like this one. To be imported before anything else; threads begin with the
 * same.
 */
import v8 from 'node:v8';

// Loading would make the young generation of every thread grow to 48 MB, which simulating, whose garbage is little and
// dies at once, never makes use of. It takes no longer without.
v8.setFlagsFromString('--semi-space-growth-factor=1');

// To compile a function that is called often takes tens of megabytes, on a thread of V8's own, and what such a thread has once
// taken from the machine it hardly ever gives back, though all of it is free. Other versions may not know these, and would say so.
if (Number.parseInt(process.versions.v8, 10) === 13) {
  // One function at a time for each of our threads, which are as many as there are cores.
  v8.setFlagsFromString('--concurrent-turbofan-max-threads=1');
  // What was needed to compile is let go of at once, and not when another thread has the time.
  v8.setFlagsFromString('--no-maglev-destroy-on-background');
}
