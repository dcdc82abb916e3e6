# The runner of framebench selftest's second half: the same runner, told to do 2 % more loops than the harness asked for.
#
#     <command...> runner_more.py runner.py <workload.py> <function> <command fd> <reply fd>
#
# The extra work is real and its size is known exactly, so framebench must find it and its interval must hold it. Only the
# number in the command line changes, outside the timed region; what is timed is runner.py's own loop.

import os
import sys


def more(loops):
    return (loops * 102 + 50) // 100


def read_with_more_loops(fd, count):
    words = plain_read(fd, count).decode().split()
    if len(words) == 3 and words[0] == "value":
        words[2] = str(more(int(words[2])))
    return " ".join(words).encode()


plain_read = os.read
os.read = read_with_more_loops
del sys.argv[0]
slash = sys.argv[0].rfind("/")
sys.path.insert(0, sys.argv[0][:slash])
__import__(sys.argv[0][slash + 1:-3])
