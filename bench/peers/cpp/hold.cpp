// HOLD in C++17. Install: apt-get install g++
//
// Entities wait a uniform time between 0 and twice their number, again and again; an event is one delay: the earliest
// is taken out and put back later. Equal times go by the order of pushes, as in ours. `hold ENTITIES queue` uses
// std::priority_queue; `hold ENTITIES heap` a four-ary heap whose top is replaced in one walk.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <queue>
#include <vector>

#include "random.hpp"
#include "rounds.hpp"

struct Event {
  double time;
  std::uint32_t token;
  std::int32_t entity;
};

static bool isBefore(const Event& a, const Event& b) {
  return a.time < b.time || (a.time == b.time && a.token < b.token);
}

struct Later {
  bool operator()(const Event& a, const Event& b) const { return isBefore(b, a); }
};

class StandardQueue {
  std::priority_queue<Event, std::vector<Event>, Later> events;

 public:
  void push(const Event& event) { events.push(event); }
  const Event& top() const { return events.top(); }
  void replaceTop(const Event& event) {
    events.pop();
    events.push(event);
  }
};

class FourAryHeap {
  std::vector<Event> events;

 public:
  void push(const Event& event) {
    std::size_t at = events.size();
    events.push_back(event);
    while (at > 0 && isBefore(event, events[(at - 1) / 4])) {
      events[at] = events[(at - 1) / 4];
      at = (at - 1) / 4;
    }
    events[at] = event;
  }
  const Event& top() const { return events[0]; }
  void replaceTop(const Event& event) {
    const std::size_t size = events.size();
    std::size_t at = 0;
    for (;;) {
      const std::size_t first = 4 * at + 1;
      if (first >= size) break;
      std::size_t least = first;
      const std::size_t end = std::min(first + 4, size);
      for (std::size_t child = first + 1; child < end; child++)
        least = isBefore(events[child], events[least]) ? child : least;
      if (!isBefore(events[least], event)) break;
      events[at] = events[least];
      at = least;
    }
    events[at] = event;
  }
};

template <typename Queue>
static Round hold(int entities, int count, std::uint64_t seed) {
  Random random(seed);
  const double delayMax = 2.0 * entities;
  Queue queue;
  std::uint32_t token = 0;
  for (int entity = 0; entity < entities; entity++) queue.push({random.uniform() * delayMax, token++, entity});
  double clock = 0;
  const double seconds = secondsOf([&] {
    for (int k = 0; k < count; k++) {
      const Event& next = queue.top();
      clock = next.time;
      queue.replaceTop({clock + random.uniform() * delayMax, token++, next.entity});
    }
  });
  return {static_cast<double>(count), seconds, formatted(",\"clock\":%.4f", clock / count)};
}

int main(int, char** arguments) {
  const int entities = std::atoi(arguments[1]);
  const bool isStandard = std::strcmp(arguments[2], "queue") == 0;
  const int count = entities > 10'000 ? 1'000'000 : 3'000'000;
  std::uint64_t seed = 1;
  serveRounds([&] {
    seed++;
    return isStandard ? hold<StandardQueue>(entities, count, seed) : hold<FourAryHeap>(entities, count, seed);
  });
}
