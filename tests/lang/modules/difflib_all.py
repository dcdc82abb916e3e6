"""difflib: matching blocks, opcodes and ratios of sequences with and without junk; ndiff, unified and context diffs, restore, close matches."""
import difflib
import random
from difflib import SequenceMatcher, Differ

# ---- SequenceMatcher ----
pairs = [("", ""), ("abc", ""), ("", "abc"), ("abcd", "bcde"), ("qabxcd", "abycdf"), ("private Thread currentThread;", "private volatile Thread currentThread;"),
         (" abcd", "abcd abcd"), ("b" * 100, "a" + "b" * 100), (["x", "y", 1], ("y", 1, 2)), (range(5), range(2, 9))]
for a, b in pairs:
    for junk in (None, lambda x: x == " "):
        m = SequenceMatcher(junk, a, b)
        print(m.find_longest_match(), m.get_matching_blocks(), m.get_opcodes(), m.ratio(), m.quick_ratio(), m.real_quick_ratio(), m.bjunk, m.bpopular)
        print(list(m.get_grouped_opcodes()), m.get_opcodes() is m.opcodes, m.get_opcodes())
m = SequenceMatcher(a="foo bar", b="foo baz bar")
print(m.find_longest_match(0, 3, 1), m.find_longest_match(alo=2, bhi=6), m.a, m.b, m.isjunk, m.autojunk)
m.set_seq1("other"), print(m.ratio(), m.a), m.set_seq2("another"), print(m.ratio(), m.b, m.b2j)
m.set_seqs("x", "y"), print(m.ratio(), m.opcodes, m.matching_blocks)
for a, b in (("b" * 200, "a" + "b" * 200), ("x" * 60 + "yz" * 80, "z" + "x" * 50 + "yz" * 90)):
    for autojunk in (True, False):
        m = SequenceMatcher(None, a, b, autojunk)
        print(m.ratio(), sorted(m.bpopular), sorted(m.b2j), m.get_opcodes()[:4])
numbers = list(map(str, range(1, 40)))
changed = numbers[:8] + ["i"] + numbers[8:20] + ["x"] + numbers[21:23] + numbers[28:30] + ["y"] + numbers[31:]
for n in range(5):
    print(n, list(SequenceMatcher(None, numbers, changed).get_grouped_opcodes(n)))
print(SequenceMatcher[int], difflib.Match(1, 2, 3), difflib.Match._fields)
for wrong in (([[]], [1]), ([1], [[]])):
    try:
        print(SequenceMatcher(None, *wrong).ratio())
    except TypeError as e:
        print(e)

# ---- close matches ----
words = ["ape", "apple", "peach", "puppy", "appeal", "while", "whale", "wheel"]
for word in ("appel", "wheel", "Apple", "accept", ""):
    print(difflib.get_close_matches(word, words), difflib.get_close_matches(word, words, 1), difflib.get_close_matches(word, words, n=8, cutoff=0.1))
for arguments in ({"n": 0}, {"cutoff": 1.5}, {"cutoff": -0.1}):
    try:
        difflib.get_close_matches("a", ["b"], **arguments)
    except ValueError as e:
        print(e)

# ---- deltas ----
zen = """  1. Beautiful is better than ugly.
  2. Explicit is better than implicit.
  3. Simple is better than complex.
  4. Complex is better than complicated.
""".splitlines(True), """  1. Beautiful is better than ugly.
  3.   Simple is better than complex.
  4. Complicated is better than complex.
  5. Flat is better than nested.
""".splitlines(True)
small = "one\ntwo\nthree\n".splitlines(True), "ore\ntree\nemu\n".splitlines(True)
tabs = ["\tI am a buggy\n", "\t \t \t^\n"], ["\t\tI am a bug\n", "\t \t \t^\n"]
equal = ["#\n", "a line\n", "same\n"], ["same\n", "\n", "a lime\n"]
for a, b in (zen, small, tabs, equal, ([], small[0]), (small[0], []), ([], []), (["no end"], ["no and"]), (small[0], small[0])):
    delta = list(difflib.ndiff(a, b))
    print("".join(delta))
    print(list(difflib.restore(delta, 1)) == a, list(difflib.restore(delta, "2")) == b)
    print("".join(Differ(difflib.IS_LINE_JUNK).compare(a, b)), "".join(Differ(charjunk=str.isalpha).compare(a, b)))
    for diff in (difflib.unified_diff, difflib.context_diff):
        print("".join(diff(a, b)), "".join(diff(a, b, "from", "to", "2001", "2002", 1)), list(diff(a, b, lineterm="", n=0)))
for diff in (difflib.unified_diff, difflib.context_diff):
    for n in range(4):
        print("\n".join(diff(numbers, changed, "one", tofile="other", tofiledate="now", n=n, lineterm="")))
    as_bytes = [line.encode("latin-1") for line in ("\xe9\n", "b\n")], [b"\xff\n", b"b\n"]
    print(list(difflib.diff_bytes(diff, *as_bytes, b"one", b"two\xfe", lineterm=b"")))
try:
    list(difflib.restore(["- a"], 3))
except ValueError as e:
    print(e, e.__cause__, e.__suppress_context__)
for wrong in (([b"a"], ["a"]), (["a"], [1]), (["a"], ["b"], b"name"), (["a"], ["b"], "", "", "", 5)):
    try:
        list(difflib.unified_diff(*wrong))
    except TypeError as e:
        print(e)
try:
    list(difflib.diff_bytes(difflib.unified_diff, [b"a"], ["b"]))
except TypeError as e:
    print(e, repr(e.__cause__))
print([difflib.IS_LINE_JUNK(line) for line in ("\n", "  #   \n", "hello\n", "##\n", "")], [difflib.IS_CHARACTER_JUNK(c) for c in " \t\nx"])

# ---- many ----
random.seed(7)
for length, alphabet in ((6, "ab"), (30, "abcd "), (250, "abcdefghij"), (60, "xyz")):
    for _ in range(6):
        a, b = ("".join(random.choices(alphabet, k=random.randrange(length))) for _ in "ab")
        m = SequenceMatcher(random.choice((None, " ".__contains__)), a, b)
        print(m.get_matching_blocks(), m.ratio(), m.quick_ratio(), m.real_quick_ratio())
for _ in range(12):
    a = ["".join(random.choices("ab \t", k=random.randrange(8))) + "\n" for _ in range(random.randrange(12))]
    b = ["".join(random.choice((c, c, c, "x")) for c in line[:-1]) + "\n" for line in random.choices(a + ["new\n"], k=random.randrange(12))]
    print("".join(difflib.ndiff(a, b)), "".join(difflib.unified_diff(a, b)), "".join(difflib.context_diff(a, b, n=2)))
