"""DAY in SimPy, written for speed: timeouts with callbacks in place of processes, and none for the patience of who is
served at once. Install: apt-get install python3-simpy3, or pip install simpy
"""

import random

import simpy
from day import AGENCIES, CLOSE, PATIENCE, RATES, Hall, serve_days, service_time


class Visitor:
    __slots__ = ("agency", "came", "waits")

    def __init__(self, agency, came):
        self.agency = agency
        self.came = came
        self.waits = True


class Day:
    def __init__(self):
        self.env = simpy.Environment()
        self.hall = Hall()
        for agency in AGENCIES:
            self.schedule_arrival(agency)
        self.env.run()

    def after(self, delay, act, value):
        self.env.timeout(delay, value).callbacks.append(act)

    def schedule_arrival(self, agency):
        gap = random.expovariate(RATES[agency])
        if self.env.now + gap < CLOSE:
            self.after(gap, self.arrives, agency)

    def arrives(self, event):
        agency = event.value
        self.schedule_arrival(agency)
        visitor = Visitor(agency, self.env.now)
        self.hall.arrived += 1
        self.hall.lines[agency].append(visitor)
        self.call_all()
        if visitor.waits:
            self.after(random.expovariate(1 / PATIENCE), self.loses_patience, visitor)

    def loses_patience(self, event):
        visitor = event.value
        if visitor.waits:
            visitor.waits = False
            self.hall.left += 1

    def call_all(self):
        while (call := self.hall.call_next(self.env.now)) is not None:
            self.after(service_time(), self.is_served, call[1])

    def is_served(self, event):
        self.hall.free(event.value)
        self.call_all()


serve_days(lambda: Day().hall)
