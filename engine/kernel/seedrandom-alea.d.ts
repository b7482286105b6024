/**
 * Types for the one file of seedrandom that the kernel uses; the package's own types cover its index alone,
 * which asks for Node's crypto.
 */
declare module 'seedrandom/lib/alea.js' {
  /** Johannes Baagøe's Alea: numbers in [0, 1), multiples of 2^-32, fixed by the seed. */
  export default function alea(seed: string): () => number;
}
