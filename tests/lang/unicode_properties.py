# Unicode properties and case mappings of blocks of code points
def check(lo, hi):
    for name in ["isalnum","isalpha","isdecimal","isdigit","isidentifier","islower","isnumeric","isprintable","isspace","istitle","isupper"]:
        n = 0
        h = 0
        for c in range(lo, hi):
            if getattr(chr(c), name)():
                n += 1
                h = (h * 31 + c) % 1000000007
        print(name, n, h)
    for name in ["upper", "lower", "title", "casefold", "swapcase", "capitalize", "__repr__"]:
        h = 0
        for c in range(lo, hi):
            for x in getattr(chr(c), name)():
                h = (h * 31 + ord(x)) % 1000000007
        print(name, h)
    h = 0
    for c in range(lo, hi):
        if ("a" + chr(c)).isidentifier():
            h = (h * 31 + c) % 1000000007
    print(h)
check(0, 0x3400)
check(0xa000, 0xac00)
check(0xd700, 0x20000)
check(0x2a600,0x2a800)
check(0xe0000, 0xe0200)
