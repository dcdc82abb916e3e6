"""SyntaxErrors of eval(): the text of the last line has no newline that the program did not write."""
import warnings

warnings.simplefilter("ignore")
for each in (
    '1 +', '1 +\n', 'f(', 'f(\n', "'a", "'''a", 'x = ', '\xe9 \xe9', '\xe9 +', "b'\xe9' 'b'", '1 if 2', 'if', 'a.', 'a[', 'a\n b', 'lambda', 'f(a b)',
    '1 1', '\xe9 1 1', '0777', '1\xe9', "f'{'", "f'{a b}'", "'\\N{x}'", '$', 'a $', '1,\n\n+', 'yield', '  1 +', '*', 'a b # c', "\xe9='\xe9'",
    'f(**a, *b)', 'f(a for a in b, c)', '{1:}', '(', ')', ']', "'\\x'", "b'\\x'", 'not', 'a := 1', 'print 1', 'None = 1', 'for', '1 + \xe9 +',
    '\n\n$',
):
    for compiled in (eval, lambda text: compile(text, "<name>", "eval")):
        try:
            compiled(each)
        except NameError:
            pass
        except SyntaxError as e:
            print(ascii(each), ascii(e.args))
        except Exception as e:
            print(ascii(each), type(e))

for each in "\ud800", "'\ud800'", "'\xe9' + '\udcff'":
    for compiled in (eval, exec, lambda text: compile(text, "<name>", "exec")):
        try:
            compiled(each)
        except UnicodeEncodeError as e:
            print(ascii(e.args))
