"""Runs a program, its output told as errors, and prints what it cost: seconds, CPU seconds, peak memory, exit status.

A process of its own and small, because a program counts as its memory, until it has been loaded, all that the process
which starts it ever held.
"""

import os
import sys
import time

began = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=((os.POSIX_SPAWN_DUP2, 2, 1),))
_, status, usage = os.wait4(process, 0)
wall = time.perf_counter() - began
print(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, os.waitstatus_to_exitcode(status))
