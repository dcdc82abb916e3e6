# What runs inside every measured interpreter: loads one workload, then runs it when the harness says so.
#
#     <command...> runner.py <workload.py> <function> [<command fd> <reply fd>]
#
# The conversation is docs/PROTOCOL.md. This file stays in the smallest Python that is still Python, because
# it must mean the same to every interpreter: no classes, no third-party modules, no state between values.

import os
import sys
import time

PROTOCOL = 1


def one_line(text):
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")


def reply(fd, text):
    data = text.encode()
    while len(data) > 0:
        written = os.write(fd, data)
        data = data[written:]


def describe(exc):
    return type(exc).__name__ + ": " + one_line(str(exc))


def load(path, function):
    slash = path.rfind("/")
    folder = path[:slash] if slash >= 0 else "."
    name = path[slash + 1:]
    if not name.endswith(".py"):
        raise ValueError("a workload is a .py file, not " + path)
    sys.path.insert(0, folder)
    module = __import__(name[:-3])
    return getattr(module, function)


def timed(run, n, loops):
    # Nothing but the loop stands between the clock readings; CPU time is the outer pair because
    # reading it is the dearer of the two and must not be counted as wall time of the workload.
    wall_clock = time.perf_counter_ns
    cpu_clock = time.process_time_ns
    result = None
    cpu_start = cpu_clock()
    wall_start = wall_clock()
    for _ in range(loops):
        result = run(n)
    wall_end = wall_clock()
    cpu_end = cpu_clock()
    return wall_end - wall_start, cpu_end - cpu_start, result


def serve(run, command_fd, reply_fd):
    while True:
        # The harness writes one whole short line and waits for the answer: a read returns exactly that line.
        words = os.read(command_fd, 4096).decode().split()
        if len(words) == 0 or words[0] == "quit":
            return
        if words[0] != "value" or len(words) != 3:
            reply(reply_fd, "error ProtocolError: unknown command " + one_line(" ".join(words)) + "\n")
            continue
        try:
            wall_ns, cpu_ns, result = timed(run, int(words[1]), int(words[2]))
            answer = "ok " + str(wall_ns) + " " + str(cpu_ns) + " " + one_line(str(result)) + "\n"
        except Exception as exc:
            answer = "error " + describe(exc) + "\n"
        reply(reply_fd, answer)


def main():
    command_fd = 3
    reply_fd = 4
    if len(sys.argv) > 4:
        command_fd = int(sys.argv[3])
        reply_fd = int(sys.argv[4])
    try:
        run = load(sys.argv[1], sys.argv[2])
    except Exception as exc:
        reply(reply_fd, "error " + describe(exc) + "\n")
        return
    reply(reply_fd, "hello " + str(PROTOCOL) + " " + one_line(sys.version) + "\n")
    serve(run, command_fd, reply_fd)


main()
