"""M/M/3 at load 0.9 in SimPy. Install: apt-get install python3-simpy3, or pip install simpy

A process for each customer, and a Resource with three servers; times in mean services. An event is an arrival or a
departure, however many SimPy makes of them.
"""

import random

import simpy
from rounds import seconds_of, serve_rounds

SERVERS, LOAD, CUSTOMERS = 3, 0.9, 50_000


def mm3():
    env = simpy.Environment()
    servers = simpy.Resource(env, SERVERS)
    draw = random.expovariate
    waited = [0.0]

    def customer(came):
        with servers.request() as request:
            yield request
            waited[0] += env.now - came
            yield env.timeout(draw(1))

    def arrivals():
        for _ in range(CUSTOMERS):
            yield env.timeout(draw(SERVERS * LOAD))
            env.process(customer(env.now))

    env.process(arrivals())
    seconds = seconds_of(env.run)
    return 2 * CUSTOMERS, seconds, {"wait": waited[0] / CUSTOMERS}


serve_rounds(mm3)
