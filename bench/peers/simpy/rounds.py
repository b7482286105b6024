"""What all peers in SimPy share: for each line on standard input they run one round, and print what they did as one
line of JSON, so that rounds of ours and theirs can take turns."""

import json
import sys
import time


def serve_rounds(run):
    """`run` gives how many were done, the seconds of processor time, and what shows that the work was done rightly."""
    for _ in sys.stdin:
        count, seconds, fields = run()
        print(json.dumps({"count": count, "seconds": seconds, **fields}), flush=True)


def seconds_of(work):
    """Processor time, so that what else runs on the machine is mostly left out."""
    began = time.thread_time()
    work()
    return time.thread_time() - began
