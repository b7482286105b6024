// Random numbers for the peers in C++: xoshiro256++ (Blackman and Vigna, "Scrambled linear pseudorandom number
// generators", ACM TOMS 47, 2021), seated by splitmix64, and the three distributions that the works need.
#pragma once
#include <cmath>
#include <cstdint>

class Random {
  std::uint64_t state[4];
  double spare = 0;
  bool hasSpare = false;

  static std::uint64_t rotated(std::uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }

 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state) {
      std::uint64_t z = (seed += 0x9e3779b97f4a7c15);
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      word = z ^ (z >> 31);
    }
  }

  std::uint64_t bits() {
    const std::uint64_t result = rotated(state[0] + state[3], 23) + state[0];
    const std::uint64_t t = state[1] << 17;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= t;
    state[3] = rotated(state[3], 45);
    return result;
  }

  /// In [0, 1), multiples of 2^-53.
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }

  double exponential(double mean) { return -mean * std::log(1 - uniform()); }

  /// Marsaglia's polar method: two numbers at a time.
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u, v, s;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    const double factor = std::sqrt(-2 * std::log(s) / s);
    spare = v * factor;
    hasSpare = true;
    return u * factor;
  }
};
