"""HOLD in SimPy. Install: apt-get install python3-simpy3, or pip install simpy

Each entity is a process that waits a uniform time between 0 and twice their number, again and again; an event is one
delay. Usage: hold.py ENTITIES
"""

import random
import sys

import simpy
from rounds import seconds_of, serve_rounds

ENTITIES = int(sys.argv[1])
COUNT = 100_000 if ENTITIES > 10_000 else 200_000


def entity(env, done):
    draw, longest, timeout = random.random, 2 * ENTITIES, env.timeout
    while True:
        yield timeout(draw() * longest)
        done[0] += 1


def hold():
    env = simpy.Environment()
    done = [0]
    for _ in range(ENTITIES):
        env.process(entity(env, done))
    # All have begun to wait. From here on one of them is due every second, so that the clock counts the delays.
    env.run(until=1e-9)
    seconds = seconds_of(lambda: env.run(until=COUNT))
    return done[0], seconds, {"clock": COUNT / done[0]}


serve_rounds(hold)
