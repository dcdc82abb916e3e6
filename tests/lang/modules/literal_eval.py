"""ast.literal_eval: the values, what is no literal (with the node's class and line), and what is no expression."""
import ast
import re

CASES = [
    '1', '-1', '+1', '--1', '1+2j', '1-2j', '-1+2j', '1+2', '1j+1', "'a'", "b'a'", "u'x'", "'a' 'b'", 'None', 'True', 'False', '...', '[1,2]', '(1,)',
    '()', '{1,2}', 'set()', '{}', '{1:2}', '{**{1:2}}', '[*[1]]', "f'a'", 'foo', 'f()', '1 if 1 else 2', '1<2', 'a.b', 'lambda: 1', '  1', '\t1',
    '\n1', ' [1,\n 2]', '1\n', '1 # c', '', '  ', '1 +', '(1', '[1, foo]', '{1: f(2)}', '\n\n[1,\n f()]', "-'a'", '~1', 'not True', '1**2', '-True',
    '-(1)', '-(-1)', '1_000', '0x1f', '1e400', '-1e400+2j', "'\\x41'", "'\\z'", '[[[1]]]', 'a=1', 'x:=1', '1;2', 'import os', "'a", '0777', '1__0',
    '[1]+[2]', '1j-1', '-1j', '1 - -1j', '1+True*1j', 'set([])', 'frozenset()', 'yield', 'await x', '*a', '*1,', '1,2',
    "{'a':1,'b':[1,(2,3)],'c':{4}}", "b'a' 'b'", '{[]:1}', '{{}}', "'\\N{BULLET}'", "''' a\nb'''", '\x00', '\xe9', '1L', '[1 2]', 'f(1)+1', 'x[1]',
    '-x', "+'a'", '1+x', '1+2j+3j', '(1+2j)*2', '1+(2j)', '(1)+2j', '(-1)+2j', '1 @ 2', '{1:2,3}', 'nan', '[i for i in x]', '(i for i in x)',
    'print 1', '  [1\n]', '\x0c1', "' '", '"""x"""',
]


def attempt(given):
    try:
        print(ascii(given)[:40], ascii(ast.literal_eval(given)))
    except SyntaxError as e:
        print(ascii(given)[:40], type(e).__name__, ascii(e.args if len(given) < 1000 else e.msg))
    except Exception as e:
        print(re.sub("0x[0-9a-f]+", "0x", "%s %s %s" % (ascii(given)[:40], type(e).__name__, e)))


for each in CASES:
    attempt(each)
for each in 1, b"1", None, [1], b"\xff", bytearray(b"12"), "(" * 300 + ")" * 300, "1" * 5000, "\ud800", "'" + "\ud800" + "'":
    attempt(each)
deep = ast.literal_eval("[" * 90 + "]" * 90)
print(len(repr(deep)))
try:
    ast.literal_eval()
except TypeError as e:
    print(e)
first, second = ast.literal_eval("'key'"), ast.literal_eval("{'key': [1]}")
print(second[first], ast.literal_eval(repr(second)) == second, ast.literal_eval(node_or_string="1"))
