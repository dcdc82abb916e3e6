# An interpreter for a small Lisp: reader, environments as chained objects, special forms, closures, tail calls by a loop.


class Symbol:
    table = {}

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


def symbol(name):
    found = Symbol.table.get(name)
    if found is None:
        found = Symbol.table[name] = Symbol(name)
    return found


QUOTE, IF, DEFINE, LAMBDA, LET, BEGIN, SET, COND, ELSE = [
    symbol(each) for each in ("quote", "if", "define", "lambda", "let", "begin", "set!", "cond", "else")]


class LispError(Exception):
    pass


class Environment:
    def __init__(self, names, values, outer=None):
        if len(names) != len(values):
            raise LispError("expected %d arguments, got %d" % (len(names), len(values)))
        self.values = dict(zip(names, values))
        self.outer = outer

    def find(self, name):
        scope = self
        while scope is not None:
            if name in scope.values:
                return scope
            scope = scope.outer
        raise LispError("unbound: %s" % name)


class Closure:
    def __init__(self, names, body, scope):
        self.names = names
        self.body = body
        self.scope = scope

    def __repr__(self):
        return "<lambda (%s)>" % " ".join(map(repr, self.names))


def tokens(text):
    for line in text.split("\n"):
        for word in line.split(";")[0].replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split():
            yield word


def atom(word):
    if word == "#t":
        return True
    if word == "#f":
        return False
    try:
        return int(word)
    except ValueError:
        return symbol(word)


def parse(word, stream):
    if word is None:
        raise LispError("unexpected end of input")
    if word == "'":
        return [QUOTE, parse(next(stream, None), stream)]
    if word == ")":
        raise LispError("unexpected )")
    if word != "(":
        return atom(word)
    items = []
    for word in stream:
        if word == ")":
            return items
        items.append(parse(word, stream))
    raise LispError("missing )")


def evaluate(x, scope):
    while True:
        if isinstance(x, Symbol):
            return scope.find(x).values[x]
        if not isinstance(x, list):
            return x
        if not x:
            raise LispError("empty application")
        head = x[0]
        if head is QUOTE:
            return x[1]
        if head is IF:
            x = x[2] if evaluate(x[1], scope) is not False else x[3] if len(x) > 3 else []
            if x == []:
                return x
        elif head is DEFINE:
            name, value = x[1], x[2]
            if isinstance(name, list):
                name, value = name[0], [LAMBDA, name[1:]] + x[2:]
            scope.values[name] = evaluate(value, scope)
            return name
        elif head is SET:
            scope.find(x[1]).values[x[1]] = evaluate(x[2], scope)
            return []
        elif head is LAMBDA:
            return Closure(x[1], x[2:], scope)
        elif head is LET:
            names = [pair[0] for pair in x[1]]
            scope = Environment(names, [evaluate(pair[1], scope) for pair in x[1]], scope)
            x = sequence(x[2:], scope)
        elif head is BEGIN:
            x = sequence(x[1:], scope)
        elif head is COND:
            x = choose(x[1:], scope)
            if x is None:
                return []
        else:
            function = evaluate(head, scope)
            arguments = [evaluate(each, scope) for each in x[1:]]
            if isinstance(function, Closure):
                scope = Environment(function.names, arguments, function.scope)
                x = sequence(function.body, scope)
            elif callable(function):
                return function(*arguments)
            else:
                raise LispError("not a function: %s" % show(function))


def sequence(body, scope):
    for each in body[:-1]:
        evaluate(each, scope)
    return body[-1]


def choose(clauses, scope):
    for test, *body in clauses:
        if test is ELSE or evaluate(test, scope) is not False:
            return sequence(body, scope)
    return None


def show(x):
    if x is True or x is False:
        return "#t" if x else "#f"
    if isinstance(x, list):
        return "(" + " ".join([show(each) for each in x]) + ")"
    return repr(x)


def check_pair(x):
    if not isinstance(x, list) or not x:
        raise LispError("not a pair: %s" % show(x))
    return x


BUILTINS = {
    "+": lambda *args: sum(args), "-": lambda a, *rest: a - sum(rest) if rest else -a, "*": lambda a, b: a * b,
    "quotient": lambda a, b: a // b, "remainder": lambda a, b: a % b, "=": lambda a, b: a == b, "<": lambda a, b: a < b,
    ">": lambda a, b: a > b, "not": lambda a: a is False, "null?": lambda a: a == [], "cons": lambda a, b: [a] + b,
    "car": lambda a: check_pair(a)[0], "cdr": lambda a: check_pair(a)[1:], "list": lambda *args: list(args),
    "eq?": lambda a, b: a is b or a == b,
}

LIBRARY = """
(define (map f l) (if (null? l) '() (cons (f (car l)) (map f (cdr l)))))
(define (filter f l) (cond ((null? l) '()) ((f (car l)) (cons (car l) (filter f (cdr l)))) (else (filter f (cdr l)))))
(define (fold f start l) (if (null? l) start (fold f (f start (car l)) (cdr l))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(define (append a b) (if (null? a) b (cons (car a) (append (cdr a) b))))
(define (tak x y z) (if (not (< y x)) z (tak (tak (- x 1) y z) (tak (- y 1) z x) (tak (- z 1) x y))))
(define (safe? queen distance placed)
  (cond ((null? placed) #t)
        ((= (car placed) queen) #f)
        ((= (car placed) (+ queen distance)) #f)
        ((= (car placed) (- queen distance)) #f)
        (else (safe? queen (+ distance 1) (cdr placed)))))
(define (queens size)
  (define (place row placed)
    (if (= row size) 1
        (fold + 0 (map (lambda (q) (if (safe? q 1 placed) (place (+ row 1) (cons q placed)) 0)) (range 0 size)))))
  (place 0 '()))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define (qsort l)
  (if (null? l) '()
      (let ((p (car l)) (rest (cdr l)))
        (append (qsort (filter (lambda (x) (< x p)) rest)) (cons p (qsort (filter (lambda (x) (not (< x p))) rest)))))))
"""


def make_world():
    world = Environment([symbol(name) for name in BUILTINS], list(BUILTINS.values()))
    execute(LIBRARY, world)
    return world


def execute(text, world):
    stream = tokens(text)
    result = None
    for word in stream:
        result = evaluate(parse(word, stream), world)
    return result


WORLD = make_world()


def run(n):
    return execute("(fold + (tak 4 2 0) (qsort (map (lambda (x) (remainder (* x 37) 101)) (range 0 %d))))" % n, WORLD)


if __name__ == "__main__":
    for line in ("(tak 8 4 2)", "(queens 5)", "(qsort '(3 1 4 1 5 9 2 6 5 3 5))", "(map (lambda (x) (* x x)) (range 0 10))",
                 "(define c (counter))", "(begin (c) (c) (c))", "(lambda (x y) x)", "(let ((f (lambda (n) n))) (f 'done))",
                 "(define (loop n) (if (= n 0) 'end (loop (- n 1))))", "(loop 5000)", "(fold + 0 (filter (lambda (x) #t) (range 0 50)))",
                 "(cond (#f 1))", "(car '())", "(undefined 1)", "((lambda (x) x) 1 2)", "(1 2)", "(car", ")", "'(a (b #t) #f)"):
        try:
            print(line, "=>", show(execute(line, WORLD)))
        except LispError as error:
            print(line, "=> error:", error)
