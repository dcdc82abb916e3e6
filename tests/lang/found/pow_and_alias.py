"""Found by random programs: pow() whose third argument is a float, and a generic alias that is unpacked."""
for arguments in (([], 2, 1.5), (2, [], 1.5), ((), (), 0.5), (2, 3, 1.5), (2.0, [], 5), ([], 2.0, 5), ([], 2, 5), ("a", "b", 3)):
    try:
        print(pow(*arguments))
    except TypeError as error:
        print(error)
*first, last = list[int]
print(first, last, list(dict[str, int]), list(list[int]) == [list[int]], last.__unpacked__, list[int].__unpacked__, last.__origin__)
try:
    a, b = list[0]
except ValueError as error:
    print(error)
