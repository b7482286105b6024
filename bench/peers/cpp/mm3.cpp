// M/M/3 at load 0.9 in C++17. Install: apt-get install g++
//
// Exponential arrivals and services, three servers, first come first served; times in mean services. An event is an
// arrival or a departure.
#include <queue>
#include <vector>

#include "random.hpp"
#include "rounds.hpp"

constexpr int SERVERS = 3;
constexpr double LOAD = 0.9;
constexpr int CUSTOMERS = 1'500'000;

struct Event {
  double time;
  std::uint32_t token;
  bool arrives;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time > b.time || (a.time == b.time && a.token > b.token);
  }
};

/// Who waits, by the time of arrival: a ring that doubles.
class Line {
  std::vector<double> times = std::vector<double>(64);
  std::size_t first = 0;

 public:
  std::size_t length = 0;
  void join(double time) {
    if (length == times.size()) {
      std::vector<double> longer(2 * length);
      for (std::size_t k = 0; k < length; k++) longer[k] = times[(first + k) & (length - 1)];
      times.swap(longer);
      first = 0;
    }
    times[(first + length++) & (times.size() - 1)] = time;
  }
  double leave() {
    const double time = times[first];
    first = (first + 1) & (times.size() - 1);
    length--;
    return time;
  }
};

int main() {
  std::uint64_t seed = 1;
  serveRounds([&] {
    Random random(++seed);
    std::vector<Event> memory;
    memory.reserve(16);
    std::priority_queue<Event, std::vector<Event>, Later> events(Later{}, std::move(memory));
    Line line;
    std::uint32_t token = 0;
    int free = SERVERS, arrived = 0, happened = 0;
    double waited = 0;
    const double seconds = secondsOf([&] {
      const double gap = 1 / (SERVERS * LOAD);
      events.push({random.exponential(gap), token++, true});
      while (!events.empty()) {
        const Event event = events.top();
        events.pop();
        happened++;
        const double now = event.time;
        if (event.arrives) {
          if (++arrived < CUSTOMERS) events.push({now + random.exponential(gap), token++, true});
          if (free > 0) {
            free--;
            events.push({now + random.exponential(1), token++, false});
          } else {
            line.join(now);
          }
        } else if (line.length > 0) {
          waited += now - line.leave();
          events.push({now + random.exponential(1), token++, false});
        } else {
          free++;
        }
      }
    });
    return Round{static_cast<double>(happened), seconds, formatted(",\"wait\":%.5f", waited / CUSTOMERS)};
  });
}
