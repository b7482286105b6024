"""What both versions of DAY in SimPy share: the figures of the day of scenarios/theory/day.yaml, who is called, and
what is counted. Install: apt-get install python3-simpy3, or pip install simpy. Times in minutes.
"""

import math
import random
from collections import deque

from rounds import seconds_of, serve_rounds

RATES = (0.25, 0.20, 0.15, 0.12, 0.10)
AGENCIES = range(len(RATES))
SHARED = len(RATES)
OWN_CLERKS, SHARED_CLERKS, BOOTHS = 2, 2, 10
CLOSE, PATIENCE, SERVICE_MEAN, SERVICE_CV = 480, 40, 10, 0.8
SIGMA = math.sqrt(math.log(1 + SERVICE_CV**2))
MU = math.log(SERVICE_MEAN) - SIGMA**2 / 2
DAYS = 30


def service_time():
    return random.lognormvariate(MU, SIGMA)


class Hall:
    """Lines, free clerks and free booths of one day. A visitor is an object with `came`, `agency` and `waits`."""

    def __init__(self):
        self.lines = [deque() for _ in AGENCIES]
        self.free_clerks = [OWN_CLERKS for _ in AGENCIES] + [SHARED_CLERKS]
        self.free_booths = BOOTHS
        self.arrived = self.left = self.served = 0
        self.waited = 0.0

    def call_next(self, now):
        """Takes clerk and booth for who has waited longest of those who can be served: (visitor, group of the clerk)."""
        if self.free_booths == 0:
            return None
        free, longest = self.free_clerks, None
        for agency in AGENCIES if free[SHARED] else (a for a in AGENCIES if free[a]):
            line = self.lines[agency]
            while line and not line[0].waits:
                line.popleft()
            if line and (longest is None or line[0].came < longest.came):
                longest = line[0]
        if longest is None:
            return None
        self.lines[longest.agency].popleft()
        longest.waits = False
        group = longest.agency if free[longest.agency] else SHARED
        free[group] -= 1
        self.free_booths -= 1
        self.served += 1
        self.waited += now - longest.came
        return longest, group

    def free(self, group):
        self.free_clerks[group] += 1
        self.free_booths += 1


def serve_days(run_day):
    """`run_day` gives the Hall of a day that is over."""
    total = dict.fromkeys(
        ("days", "arrived", "left", "served", "waited", "servedSquared", "waitedSquared", "product"), 0
    )

    def one_day():
        hall = run_day()
        total["days"] += 1
        total["arrived"] += hall.arrived
        total["left"] += hall.left
        total["served"] += hall.served
        total["waited"] += hall.waited
        total["servedSquared"] += hall.served**2
        total["waitedSquared"] += hall.waited**2
        total["product"] += hall.waited * hall.served

    def work():
        for _ in range(DAYS):
            one_day()

    # The totals are over all rounds, whose days differ.
    serve_rounds(lambda: (DAYS, seconds_of(work), total))
