# Arrays give their bytes to bytes(), bytearray(), +, in and the comparisons of bytearray.
from array import array

a = array("h", [257, 514])
print(bytes(a), bytearray(a), b"1" + a, bytearray(b"1") + a, array("b", [1]) in b"\1\2", b"\1\1\2\2" == a, bytearray(b"\1\1\2\2") == a, a == bytearray(b"\1\1\2\2"))
print(bytearray(b"\2") > a, bytes(array("d", [1.5])), bytes(array("q", [-1])), bytes(array("i")))
try:
    b"" + [1]
except TypeError as error:
    print(error)
