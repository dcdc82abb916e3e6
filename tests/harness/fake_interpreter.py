#!/usr/bin/env python3
# An interpreter that misbehaves on purpose: fake_interpreter.py MODE AFTER runner.py WORKLOAD FUNCTION 3 4
# Speaks the protocol rightly for AFTER values, then does what MODE says. With MODE "good" it is simply a program that
# is not Python running the runner: the checksum it gives is always 55.
import os
import sys
import time

mode, after, workload = sys.argv[1], int(sys.argv[2]), sys.argv[4]


def say(text):
    os.write(4, text.encode() if isinstance(text, str) else text)


def misbehave():
    sys.stderr.write("about to %s\n" % mode)
    sys.stderr.flush()
    if mode == "crash":
        os.kill(os.getpid(), 11)
    elif mode == "exit":
        os._exit(3)
    elif mode == "hang":
        time.sleep(1000)
    elif mode == "garbage":
        say(b"\xff\x00 nonsense\n")
    elif mode == "checksum":
        say("ok 1000000 1000000 wrong\n")
    elif mode == "zero":
        say("ok 0 0 55\n")
    elif mode == "flood":
        for _ in range(400):
            say("x" * 8192)
    elif mode == "half":
        say("ok 12")
        time.sleep(1000)
    elif mode == "close":
        os.close(4)
        time.sleep(1000)
    elif mode == "error":
        say("error ValueError: on purpose\n")


if mode == "mute":
    time.sleep(1000)
if mode == "version":
    say("hello 9 fake\n")
    time.sleep(1000)
say("hello 1 fake\n")
while True:
    line = os.read(3, 4096).decode().split()
    if not line or line[0] == "quit":
        break
    if line[2] == "0":
        say("ok 1 1 None\n")
        continue
    if mode != "good" and after <= 0:
        misbehave()
        continue
    after -= 1
    loops = int(line[2])
    say("ok %d %d 55\n" % (loops * 1000000 + 7, loops * 1000000 + 3))
