"""unittest: every assert method, when it holds and when it does not, with its message, short, long and with a text of the caller's."""
import unittest
import warnings
from decimal import Decimal
from unittest.util import safe_repr, sorted_list_difference, strclass, unorderable_list_difference, _count_diff_all_purpose, _common_shorten_repr


class Odd:
    def __init__(self, error=TypeError, length=3):
        self.error, self.length = error, length

    def __len__(self):
        if self.length is None:
            raise NotImplementedError
        return self.length

    def __getitem__(self, i):
        raise self.error("no items")

    def __repr__(self):
        return "Odd(%s)" % self.length


class NoRepr:
    def __repr__(self):
        raise ValueError


class MyList(list):
    pass


class Case(unittest.TestCase):
    pass


def warn(text, category=UserWarning):
    warnings.warn(text, category)


def raise_(error):
    raise error


def attempts(test):
    """Each call twice or more: some hold, some fail."""
    lines = "one\ntwo\nthree\n"
    yield from (("assertTrue", (v,)) for v in (1, 0, [], "x", None))
    yield from (("assertFalse", (v,)) for v in (1, 0, [], "x" * 90, None))
    pairs = [(1, 1), (1, 2), ("a", "b"), ("a\n", "b\n"), (lines, lines.replace("two", "too")), ([1, 2], [1, 3]), ([], [1]), ([1, 2, 3], [1]), ((1,), (2,)), ((), ((),)),
             ({1}, {2}), ({1, 2}, {1, 2}), (frozenset("ab"), frozenset("b")), ({1: 2}, {1: 2}), ({1: 2}, {1: 3}), ({}, {"a": list(range(30))}), (1, 1.0), (True, 1), ("1", 1),
             (b"a", b"b"), ([1], (1,)), (list(range(60)), list(range(59)) + [0]), ("x" * 200, "x" * 200 + "y"), ("x" * 70 + "a" * 50, "x" * 70 + "b" * 60), ("long " * 200, "Long " * 200),
             (MyList([1]), [2]), ("no end", "no end\n"), ("a\rb", "a\rc"), (None, None), ([[1, [2]], {"k": "v" * 80}], [[1, [2]], {"k": "w" * 80}])]
    for name in ("assertEqual", "assertNotEqual", "assertIs", "assertIsNot", "assertSequenceEqual", "assertListEqual", "assertTupleEqual", "assertSetEqual", "assertDictEqual",
                 "assertMultiLineEqual", "assertCountEqual"):
        for pair in pairs:
            yield name, pair
    for pair in ((Odd(), [1, 2, 3]), ([1, 2, 3], Odd()), (Odd(IndexError, 5), [1]), (Odd(NotImplementedError, 0), [1]), ([], Odd()), (Odd(length=None), []), ([], Odd(length=None)), (1, [])):
        yield "assertSequenceEqual", pair
    for pair in (([1, [2], [2]], [[2], 1]), ([{}], []), ([], [{}, {}]), ("abcab", "aabbc"), ([1, 1, 2], [2, 2, 1]), ([[1]], [[1]]), (5, [])):
        yield "assertCountEqual", pair
    for pair in ((1, 2), (2, 1), (1, 1), ("a", "b"), (1.5, 1)):
        for name in ("assertLess", "assertLessEqual", "assertGreater", "assertGreaterEqual"):
            yield name, pair
    for name in ("assertAlmostEqual", "assertNotAlmostEqual"):
        yield from ((name, pair) for pair in ((1.0, 1.0), (1.00000001, 1.0), (1.0000001, 1.0), (1, 2), (1j, 1j + 1e-9), (Decimal("1.1"), Decimal("1.2")), (float("inf"), float("inf"))))
        yield from ((name, (1, 1.1), {"places": places}) for places in (0, 1, 2))
        yield from ((name, (1, 1.5), {"delta": delta}) for delta in (0.1, 0.5, 1))
        yield name, (1, 2), {"delta": 1, "places": 1}
        yield name, ("a", "b")
    for name in ("assertIn", "assertNotIn"):
        yield from ((name, pair) for pair in ((1, [1]), (2, [1]), ("a", "abc"), ("z", "abc"), (1, {1: 2}), (1, 1)))
    yield from (("assertIsNone", (v,)) for v in (None, 0, NoRepr))
    yield from (("assertIsNotNone", (v,)) for v in (None, 0))
    for name in ("assertIsInstance", "assertNotIsInstance"):
        yield from ((name, pair) for pair in ((1, int), (1, str), (True, (int, str)), ([], (int, str))))
    for name in ("assertRegex", "assertNotRegex"):
        yield from ((name, pair) for pair in (("abc", "b"), ("abc", "z"), ("abc", "^a.c$"), (b"abc", b"b+")))
    yield "assertRegex", ("abc", "")
    yield "assertDictContainsSubset", ({1: 2}, {1: 2, 3: 4})
    yield "assertDictContainsSubset", ({1: 2, 5: 6, 7: 8}, {1: 3, 3: 4})
    yield "fail", ()


def attempt(test, name, args, options={}):
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter("always")
        try:
            result = getattr(test, name)(*args, **options)
        except Exception as e:
            print(name, options, type(e).__name__, e)
        else:
            print(name, options, "holds", result if not isinstance(result, object) else result is None)
    for each in seen:
        print("   ", each.category.__name__, each.message)


test = Case()
for attempted in attempts(test):
    attempt(test, *attempted)
test.longMessage = False
for attempted in (("assertTrue", (0, "mine")), ("assertEqual", ([1], [2], "mine")), ("assertEqual", (1, 2)), ("assertIn", (1, [], "mine"))):
    attempt(test, *attempted)
test.longMessage, test.maxDiff = True, None
attempt(test, "assertEqual", (["x" * 50] * 20, ["x" * 50] * 19 + ["y"], "mine"))
test.maxDiff, test._diffThreshold = 10, 20
for attempted in (("assertEqual", ({1: 2}, {1: 3}, "mine")), ("assertEqual", ("a\nb" * 9, "a\nc")), ("assertCountEqual", ("ab" * 9, "ac"))):
    attempt(test, *attempted)
test.maxDiff = 640
for old in ("assertEquals", "assertNotEquals", "assertAlmostEquals", "assertNotAlmostEquals", "failUnlessEqual", "failIfEqual"):
    attempt(test, old, (1, 2))
for old in ("assert_", "failUnless", "failIf"):
    attempt(test, old, (1,))
attempt(test, "assertRegexpMatches", ("a", "b")), attempt(test, "assertNotRegexpMatches", ("a", "a"))

# ---- exceptions and warnings ----
for name, args, options in (
        ("assertRaises", (ValueError, int, "x"), {}), ("assertRaises", (KeyError, int, "x"), {}), ("assertRaises", ((KeyError, ValueError), int, "x"), {}),
        ("assertRaises", (ValueError, int, "1"), {}), ("assertRaises", ((ValueError, KeyError), lambda: 0), {}), ("assertRaises", (ValueError, Odd),  {}),
        ("assertRaises", (5,), {}), ("assertRaises", (int, int), {}), ("assertRaises", (ValueError,), {"nonsense": 1}), ("assertRaises", (ValueError, None), {}),
        ("assertRaises", ((ValueError, 5),), {}), ("assertRaises", (), {}), ("assertRaises", (ValueError, int), {"base": 10}),
        ("assertRaisesRegex", (ValueError, "invalid", int, "x"), {}), ("assertRaisesRegex", (ValueError, "^valid", int, "x"), {}), ("assertRaisesRegex", (ValueError, "x", int, "1"), {}),
        ("assertWarns", (UserWarning, warn, "w"), {}), ("assertWarns", (DeprecationWarning, warn, "w"), {}), ("assertWarns", (UserWarning, int), {}), ("assertWarns", (ValueError,), {}),
        ("assertWarns", ((DeprecationWarning, UserWarning), warn, "w"), {"category": DeprecationWarning}), ("assertWarns", (UserWarning, raise_, KeyError("k")), {}),
        ("assertWarnsRegex", (UserWarning, "w+", warn, "www"), {}), ("assertWarnsRegex", (UserWarning, "v", warn, "www"), {}), ("assertWarnsRegex", (UserWarning, "v", int), {})):
    attempt(test, name, args, options)
with test.assertRaises(ZeroDivisionError) as cm:
    1 / 0
print(repr(cm.exception), cm.exception.__traceback__, cm.expected, cm.expected_regex, cm.obj_name)
with test.assertWarnsRegex(UserWarning, "sec") as cm:
    warn("first"), warn("second")
print(repr(cm.warning), cm.lineno, cm.filename.endswith("unittest_assertions.py"), len(cm.warnings))
for block in (lambda: test.assertRaises(ValueError, msg="mine"), lambda: test.assertRaisesRegex(ValueError, "a", msg="mine"), lambda: test.assertWarns(UserWarning, msg="mine")):
    try:
        with block():
            pass
    except AssertionError as e:
        print(e)
try:
    with test.assertRaises(ValueError):
        raise KeyError("passes through")
except KeyError as e:
    print("KeyError", e)

# ---- own equality, helpers ----
test.addTypeEqualityFunc(int, lambda a, b, msg=None: print("compared", a, b, msg))
test.assertEqual(1, 2, "m")
test.addTypeEqualityFunc(Odd, "assertIs")
attempt(test, "assertEqual", (Odd(), Odd()))
print(test.failureException, type(test).__name__, test, repr(test), test.id(), test.shortDescription(), test.countTestCases())
print(safe_repr("x" * 100, short=True), safe_repr([1]), strclass(Case), safe_repr(NoRepr())[:20])
print(sorted_list_difference([1, 1, 2, 4, 4], [1, 3, 3, 4]), sorted_list_difference([], [1]), sorted_list_difference([5, 5], [5]), unorderable_list_difference([1, 2, {}], [{}, 3]))
print(_count_diff_all_purpose([[1], [1], 2, {}], [{}, 2, 2, [3]]), _common_shorten_repr("a" * 100 + "b", "a" * 100 + "c"))
for wrong in (lambda: Case("nothing"), lambda: test.assertEqual(1), lambda: unittest.TestCase.assertIn(1)):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
