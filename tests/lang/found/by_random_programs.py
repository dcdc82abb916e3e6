# What random programs found, one line or two each.
def show(f):
    try:
        print(f())
    except Exception as error:
        print(type(error).__name__, error)


show(lambda: 3 in [1, 3] >= b'x')
show(lambda: 3 in [1, 3] == [1, 3])
show(lambda: 1 not in {2, 3} == {2, 3})
show(lambda: {}.pop([]))
show(lambda: {}.pop([], 'default'))
show(lambda: {1: 2}.pop([], 'default'))


