code = (lambda: 0).__code__
try:
    code.co_code
except AttributeError as error:
    print(error)
code.replace(co_stacksize=code.co_stacksize + 1)
