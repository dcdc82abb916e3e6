# Functions with so many locals whose FrameObject outlives the call: what must be kept grows with them.

import sys

getframe = sys._getframe


def f1(a0):
    return getframe()


def f2(a0):
    a1 = a0
    return getframe()


def f4(a0):
    a1 = a2 = a3 = a0
    return getframe()


def f8(a0):
    a1 = a2 = a3 = a4 = a5 = a6 = a7 = a0
    return getframe()


def f16(a0):
    a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = a10 = a11 = a12 = a0
    a13 = a14 = a15 = a0
    return getframe()


def f32(a0):
    a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = a10 = a11 = a12 = a0
    a13 = a14 = a15 = a16 = a17 = a18 = a19 = a20 = a21 = a22 = a23 = a24 = a0
    a25 = a26 = a27 = a28 = a29 = a30 = a31 = a0
    return getframe()


def f64(a0):
    a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = a10 = a11 = a12 = a0
    a13 = a14 = a15 = a16 = a17 = a18 = a19 = a20 = a21 = a22 = a23 = a24 = a0
    a25 = a26 = a27 = a28 = a29 = a30 = a31 = a32 = a33 = a34 = a35 = a36 = a0
    a37 = a38 = a39 = a40 = a41 = a42 = a43 = a44 = a45 = a46 = a47 = a48 = a0
    a49 = a50 = a51 = a52 = a53 = a54 = a55 = a56 = a57 = a58 = a59 = a60 = a0
    a61 = a62 = a63 = a0
    return getframe()


def keep(n, function):
    total = 0
    for i in range(n):
        kept = function(i)
        total += kept.f_code.co_nlocals
    return total


def locals_1(n):
    return keep(n, f1)


def locals_2(n):
    return keep(n, f2)


def locals_4(n):
    return keep(n, f4)


def locals_8(n):
    return keep(n, f8)


def locals_16(n):
    return keep(n, f16)


def locals_32(n):
    return keep(n, f32)


def locals_64(n):
    return keep(n, f64)
