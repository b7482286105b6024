// DAY in C++17. Install: apt-get install g++
//
// The day of scenarios/theory/day.yaml: five agencies with Poisson arrivals for 480 min, lognormal services of mean 10
// and cv 0.8, two clerks for each agency and two for all, ten booths of which each service needs one, exponential
// patience of mean 40. Clerk and booth are taken together, longest wait first, own clerks before shared ones; those
// inside at 480 min are served to the end. Times in minutes.
#include <queue>
#include <vector>

#include "random.hpp"
#include "rounds.hpp"

constexpr int AGENCIES = 5;
constexpr double RATE[AGENCIES] = {0.25, 0.20, 0.15, 0.12, 0.10};
constexpr int OWN_CLERKS = 2, SHARED_CLERKS = 2, BOOTHS = 10;
constexpr double CLOSE = 480, PATIENCE = 40, SERVICE_MEAN = 10, SERVICE_CV = 0.8;
constexpr int DAYS = 3'000;
constexpr int SHARED = AGENCIES;

enum class Kind : std::uint8_t { arrives, losesPatience, isServed };

struct Event {
  double time;
  std::uint32_t token;
  Kind kind;
  std::uint8_t group;  // the agency of who comes, or the group of the clerk who has served
  std::uint16_t visitor;
};

struct Later {
  bool operator()(const Event& a, const Event& b) const {
    return a.time > b.time || (a.time == b.time && a.token > b.token);
  }
};

/// Visitors of one agency who wait, in the order of arrival; who has lost patience is passed over.
struct Line {
  std::vector<std::uint16_t> visitors;
  std::size_t first = 0;
};

struct Totals {
  double days = 0, events = 0, arrived = 0, left = 0, served = 0, waited = 0;
  // For the interval of the ratio waited / served: sums of squares and products by day.
  double servedSquared = 0, waitedSquared = 0, product = 0;
};

class Day {
  Random random{2};
  std::priority_queue<Event, std::vector<Event>, Later> events;
  std::vector<double> came;
  std::vector<bool> waits;
  Line lines[AGENCIES];
  int freeClerks[AGENCIES + 1] = {};
  int freeBooths = 0;
  std::uint32_t token = 0;
  const double sigma = std::sqrt(std::log(1 + SERVICE_CV * SERVICE_CV));
  const double mu = std::log(SERVICE_MEAN) - sigma * sigma / 2;

  void schedule(double time, Kind kind, int group, int visitor = 0) {
    events.push({time, token++, kind, static_cast<std::uint8_t>(group), static_cast<std::uint16_t>(visitor)});
  }

  void scheduleArrival(double now, int agency) {
    const double time = now + random.exponential(1 / RATE[agency]);
    if (time < CLOSE) schedule(time, Kind::arrives, agency);
  }

  bool hasClerk(int agency) const { return freeClerks[agency] > 0 || freeClerks[SHARED] > 0; }

  void serve(double now, int visitor, int agency, double& waited) {
    const int group = freeClerks[agency] > 0 ? agency : SHARED;
    freeClerks[group]--;
    freeBooths--;
    waits[visitor] = false;
    waited += now - came[visitor];
    schedule(now + std::exp(mu + sigma * random.normal()), Kind::isServed, group);
  }

  /// Serves whoever has waited longest of those who can be served, until nobody can.
  void callAll(double now, int& served, double& waited) {
    while (freeBooths > 0) {
      int longest = -1;
      double since = now;
      for (int agency = 0; agency < AGENCIES; agency++) {
        if (!hasClerk(agency)) continue;
        Line& line = lines[agency];
        while (line.first < line.visitors.size() && !waits[line.visitors[line.first]]) line.first++;
        if (line.first == line.visitors.size()) continue;
        const double time = came[line.visitors[line.first]];
        if (time <= since) {
          since = time;
          longest = agency;
        }
      }
      if (longest < 0) return;
      serve(now, lines[longest].visitors[lines[longest].first++], longest, waited);
      served++;
    }
  }

 public:
  void run(Totals& totals) {
    came.clear();
    waits.clear();
    token = 0;
    freeBooths = BOOTHS;
    for (int group = 0; group < AGENCIES; group++) freeClerks[group] = OWN_CLERKS;
    freeClerks[SHARED] = SHARED_CLERKS;
    for (Line& line : lines) {
      line.visitors.clear();
      line.first = 0;
    }
    int served = 0, left = 0, happened = 0;
    double waited = 0;
    for (int agency = 0; agency < AGENCIES; agency++) scheduleArrival(0, agency);
    while (!events.empty()) {
      const Event event = events.top();
      events.pop();
      happened++;
      switch (event.kind) {
        case Kind::arrives: {
          const int visitor = static_cast<int>(came.size());
          came.push_back(event.time);
          waits.push_back(true);
          scheduleArrival(event.time, event.group);
          lines[event.group].visitors.push_back(static_cast<std::uint16_t>(visitor));
          callAll(event.time, served, waited);
          if (waits[visitor])
            schedule(event.time + random.exponential(PATIENCE), Kind::losesPatience, event.group, visitor);
          break;
        }
        case Kind::losesPatience:
          if (waits[event.visitor]) {
            waits[event.visitor] = false;
            left++;
          }
          break;
        case Kind::isServed:
          freeClerks[event.group]++;
          freeBooths++;
          callAll(event.time, served, waited);
          break;
      }
    }
    totals.days++;
    totals.events += happened;
    totals.arrived += static_cast<double>(came.size());
    totals.left += left;
    totals.served += served;
    totals.waited += waited;
    totals.servedSquared += static_cast<double>(served) * served;
    totals.waitedSquared += waited * waited;
    totals.product += waited * served;
  }
};

int main() {
  Day day;
  Totals totals;  // over all rounds, whose days differ
  serveRounds([&] {
    const double seconds = secondsOf([&] {
      for (int k = 0; k < DAYS; k++) day.run(totals);
    });
    return Round{DAYS, seconds,
                 formatted(",\"days\":%.0f,\"events\":%.0f,\"arrived\":%.0f,\"left\":%.0f,\"served\":%.0f,"
                           "\"waited\":%.9g,\"servedSquared\":%.17g,\"waitedSquared\":%.17g,\"product\":%.17g",
                           totals.days, totals.events / totals.days, totals.arrived, totals.left, totals.served, totals.waited,
                           totals.servedSquared, totals.waitedSquared, totals.product)};
  });
}
