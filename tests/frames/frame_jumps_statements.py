# A debugger sets f_lineno in a line event: every jump between lines of loops, try, with, branches.
from _jumps import Manager, all_jumps


def straight(out):
    a = 1
    out.append(a)
    b = a + 1
    out.append(b)
    return a, b


def loops(out):
    for i in (1, 2):
        out.append(i)
        for j in [3]:
            out.append(j)
        else:
            out.append("else")
        if i == 2:
            break
    n = 0
    while n < 2:
        n += 1
        if n == 1:
            continue
        out.append(n)
    else:
        out.append("done")
    out.append("end")


def endless(out):
    while True:
        out.append(1)
        if len(out) > 3:
            return out
        pass


def tries(out):
    try:
        out.append(1)
        1 / 0
    except ZeroDivisionError as error:
        out.append(type(error).__name__)
        pass
    except (ValueError,
            TypeError):
        out.append("other")
        raise
    else:
        out.append("else")
    finally:
        out.append("finally")
    out.append("end")


def finals(out):
    for i in range(2):
        try:
            out.append(i)
            if i:
                return out.append("return")
            continue
        finally:
            out.append("f")
            try:
                out.append("g")
            finally:
                out.append("h")
    out.append("never")


def raising(out):
    try:
        out.append(1)
        raise KeyError(1)
    finally:
        out.append("f")
        out.append("g")
    out.append(2)


def nested_handlers(out):
    try:
        raise KeyError(1)
    except KeyError:
        try:
            raise IndexError(2)
        except IndexError:
            out.append("inner")
            out.append("inner 2")
        out.append("outer")
        try:
            raise
        except KeyError as error:
            out.append(str(error.__context__))
    out.append("end")


def withs(out):
    with Manager(out, "a"):
        out.append(1)
        with Manager(out, "b") as b, \
                Manager(out, "c", True):
            out.append(b)
            raise ValueError
        out.append(2)
    with Manager(out, "d"):
        return out.append(3)
    out.append(4)


def with_in_for(out):
    for i in [1, 2]:
        with Manager(out, "w"):
            out.append(i)
            if i == 1:
                continue
            break
        out.append("x")
    return out


def branches(out):
    a = len(out)
    if a == 0:
        out.append(0)
        pass
    elif a == 1:
        out.append(1)
    else:
        out.append(2)
    b = 1 if a else 2
    assert b
    out.append(b)


def guarded_nothing(out):
    out.append(0)
    try:
        pass
    except KeyError:
        out.append(1)
    try:
        return 2
    except KeyError:
        try:
            out.append(3)
        except ValueError:
            out.append(4)
    finally:
        out.append(5)
    out.append(6)


def guarded_little(out):
    x = 0
    try:
        x + 1
    except NameError:
        out.append(1)
    try:
        pass
        x = 1
    except NameError:
        out.append(2)
    try:
        try:
            out.append(3)
        except NameError:
            out.append(4)
    except ValueError:
        out.append(5)
    return x


for function in (guarded_nothing, guarded_little, straight, loops, endless, tries, finals, raising, nested_handlers, withs, with_in_for, branches):
    all_jumps(function)
