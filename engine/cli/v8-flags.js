/**
 * How V8 compiles and collects, for a program like this one. To be imported before anything else; threads begin with the
 * same.
 */
import v8 from 'node:v8';

// Loading would make the young generation of every thread grow to 48 MB, which simulating, whose garbage is little and
// dies at once, never makes use of. It takes no longer without.
v8.setFlagsFromString('--semi-space-growth-factor=1');

// A day is many small functions, each called from few places. Three times as much of them as by default may be compiled
// into their callers: of a day of the benchmark that saves an eighth of the time, of Pori with all that is measured little.
v8.setFlagsFromString('--max-inlined-bytecode-size-cumulative=3000');
