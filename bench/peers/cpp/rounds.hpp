// What all peers in C++ share: for each line on standard input they run one round, and print what they did as one
// line of JSON, so that rounds of ours and theirs can take turns while both stay warm.
#pragma once
#include <time.h>

#include <cstdio>
#include <iostream>
#include <string>

struct Round {
  double count;
  double seconds;
  /// Further fields, as JSON: what shows that the work was done rightly.
  std::string fields;
};

template <typename Run>
void serveRounds(Run run) {
  std::string line;
  while (std::getline(std::cin, line)) {
    const Round round = run();
    std::printf("{\"count\":%.0f,\"seconds\":%.9f%s}\n", round.count, round.seconds, round.fields.c_str());
    std::fflush(stdout);
  }
}

/// Processor time of this thread, so that what else runs on the machine is mostly left out.
template <typename Work>
double secondsOf(Work work) {
  const auto now = [] {
    timespec time;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  };
  const double began = now();
  work();
  return now() - began;
}

template <typename... Numbers>
std::string formatted(const char* format, Numbers... numbers) {
  char text[512];
  std::snprintf(text, sizeof text, format, numbers...);
  return text;
}
