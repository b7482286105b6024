"""DAY in SimPy, as one would write it first: a process for each agency's arrivals and for each visitor, who waits for
being called or for the end of its patience. Install: apt-get install python3-simpy3, or pip install simpy
"""

import random

import simpy
from day import AGENCIES, CLOSE, PATIENCE, RATES, Hall, serve_days, service_time


class Visitor:
    def __init__(self, env, agency):
        self.agency = agency
        self.came = env.now
        self.waits = True
        self.called = env.event()


def call_all(env, hall):
    while (call := hall.call_next(env.now)) is not None:
        visitor, group = call
        visitor.called.succeed(group)


def visit(env, hall, agency):
    visitor = Visitor(env, agency)
    hall.arrived += 1
    hall.lines[agency].append(visitor)
    call_all(env, hall)
    patience = env.timeout(random.expovariate(1 / PATIENCE))
    yield visitor.called | patience
    if visitor.waits:
        visitor.waits = False
        hall.left += 1
        return
    group = visitor.called.value
    yield env.timeout(service_time())
    hall.free(group)
    call_all(env, hall)


def arrivals(env, hall, agency):
    while True:
        gap = random.expovariate(RATES[agency])
        if env.now + gap >= CLOSE:
            return
        yield env.timeout(gap)
        env.process(visit(env, hall, agency))


def run_day():
    env = simpy.Environment()
    hall = Hall()
    for agency in AGENCIES:
        env.process(arrivals(env, hall, agency))
    env.run()
    return hall


serve_days(run_day)
