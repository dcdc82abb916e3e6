"""Numbers that do not fit where a function takes a C int, a Py_ssize_t, an index: each says so in its own words."""
import array
import collections
import gc
import io
import itertools
import operator
import os
import random
import struct
import sys
import tempfile
import time
import zlib

f = tempfile.TemporaryFile()
g = open(f.fileno(), closefd=False)
B = 1 << 40
H = 1 << 70


class Index:
    def __index__(self):
        return 1


EXPRESSIONS = """
[].pop(H)
[].pop('a')
[1].pop(Index())
[].insert(H,1)
[].insert('a',1)
[].index(1,H)
[1].index(1,-H,H)
(1,).index(1,-H,H)
sorted([],reverse=B)
sorted([2,3],reverse=Index())
sorted([],reverse=1.0)
[].sort(reverse=B)
[].sort(reverse='')
open('x',buffering=B)
open('x',buffering='')
f.seek(0,B)
f.seek('')
f.seek(0,'')
f.seek(0,7)
g.seek(0,B)
g.seek(0,7)
g.read(H)
f.read(H)
f.read('')
g.read('')
g.readline(H)
f.readline(H)
g.readlines(H)
f.readlines(H)
g.truncate(H)
io.StringIO().seek(0,B)
io.StringIO().seek(0,7)
io.StringIO('a').read(H)
io.BytesIO(b'a').read(H)
io.BytesIO(b'a').seek(H)
io.StringIO().seek(H)
io.StringIO().truncate(H)
io.BytesIO().readline(H)
io.BytesIO().truncate(H)
io.BytesIO().readinto(H)
''.join(H)
'a'.center(H)
'a'.center('')
'a'.center(5,H)
'a'.ljust(H)
'a'.zfill(H)
b'a'.zfill(H)
b'a'.ljust(H)
'a'.expandtabs(B)
b'a'.expandtabs(B)
'a'.split('b',H)
'a'.rsplit(None,H)
b'a'.split(None,H)
'a'.replace('a','b',H)
b'a'.replace(b'a',b'b',H)
'a'.find('a',H)
'a'.find('a',-H,H)
b'a'.hex(':',B)
b'a'.hex(':','')
'a'.splitlines(B)
'a'.splitlines([])
b'a'.splitlines(B)
bytearray(b'a').insert(H,1)
bytearray(b'a').pop(H)
bytearray(H)
bytes(H)
b'a'*H
(1,)*H
[1]*H
'a'*H
'a'[H]
[1][H]
[1][:H]
range(5)[H]
range(H)[H]
len(range(H))
collections.deque()*H
collections.deque([1]).rotate(H)
collections.deque([1]).rotate('')
collections.deque([1])[H]
collections.deque([1],H)
collections.deque([1],'')
collections.deque([1]).insert(H,1)
collections.deque([1]).index(1,H)
itertools.islice([],H)
itertools.repeat(1,H)
itertools.repeat(1,'')
itertools.product([1],repeat=H)
itertools.combinations([1],H)
itertools.combinations_with_replacement([1],H)
itertools.permutations([1],H)
itertools.permutations([1],'')
itertools.tee([],H)
itertools.count(H)
random.getrandbits(B)
random.getrandbits('')
random.getrandbits(-1)
array.array('i')*H
array.array('i').insert(H,1)
array.array('i').pop(H)
array.array('i').fromfile(f,H)
struct.unpack_from('b',b'a',H)
struct.pack_into('b',bytearray(1),H,1)
operator.length_hint([],H)
operator.length_hint([],'')
sys._getframe(B)
sys._getframe('')
sys.setrecursionlimit(H)
sys.set_int_max_str_digits(B)
sys.set_int_max_str_digits('')
sys.set_int_max_str_digits(-1)
gc.get_referents(H)
gc.collect(B)
gc.collect('')
gc.set_threshold(B)
gc.set_threshold('')
gc.set_threshold(1,B)
gc.get_objects(B)
gc.get_objects(7)
gc.collect(generation=1)
gc.freeze(1)
(5).to_bytes(H,'big')
(5).to_bytes('','big')
(5).to_bytes(-1,'big')
int.from_bytes(b'a',H)
enumerate([],H)
list(enumerate([1],H))
zip(strict=H)
chr(H)
chr('')
bin('')
round(1,H)
round(1.5,H)
int('5',H)
int('5',B)
int('5','')
divmod(H,0)
pow(H,-1,5)
H<<H
H>>H
1<<B
hash(H)
range(0,H,H)
slice(0,H).indices(5)
slice(0,5).indices(H)
slice(0,5).indices(-1)
slice(0,5).indices('')
memoryview(b'a')[H]
memoryview(b'a')['']
memoryview(b'a').hex(':',B)
memoryview(b'a').cast('b',H)
str(b'a',H)
dict.fromkeys(H)
set([H])
type('a',(),{},H)
'%c' % H
'%c' % -1
'%c' % B
'%*d' % (H,1)
'%*d' % (B,1)
'%.*f' % (B,1.0)
'%.*f' % (-1,1.0)
format(1,'99999999999999999999d')
format(1.0,'.99999999999999999999f')
'{:{}}'.format(1,H)
'{99999999999999999999}'.format(1)
'{0[99999999999999999999]}'.format([1])
range(5).index(H)
os.urandom(H)
os.urandom('')
os.close(B)
os.access('x', B)
os.lseek(B, 0, 0)
os.isatty(B)
os.strerror(B)
os.read(B, 1)
os.read(0, H)
os.open('x', B)
os.mkdir('x', B)
os.close(-B)
os.close('')
time.strftime('%Y', (B,) * 9)
time.strftime('%Y', (H,) * 9)
time.strftime('%Y', (-B,) * 9)
zlib.compress(b'', B)
zlib.compress(b'', '')
'a'.splitlines(Index())
'a\tb'.expandtabs(Index())
sys._getframe(-B)
sys.setrecursionlimit('')
sys.setrecursionlimit(0)
sys.setrecursionlimit(-B)
"""
for text in EXPRESSIONS.strip().split("\n"):
    try:
        result = eval(text)
        print(text, type(result).__name__ if "object at" in repr(result) else repr(result)[:60])
    except BaseException as error:
        print(text, type(error).__name__, error)
