"""What text and bytes do in a short way where they can: the same as in the long way."""
import random
r=random.Random(7)
pool=["a","Z","0"," ","é","ß","Ω","ж","中","😀","\n","ǆ","\x00","\x7f","\x80","ÿ","\u0100","'",'"',"\\"]
def h(x): return x if len(repr(x))<60 else (len(x), sum(ord(c)*i for i,c in enumerate(x))%10007 if isinstance(x,str) else sum(c*i for i,c in enumerate(x))%10007)
for n in (0,1,2,3,7,8,9,15,16,17,60,63,64,65,100,200):
    for kind in range(4):
        s="".join(r.choice(pool[:4] if kind==0 else pool[:6] if kind==1 else pool[:9] if kind==2 else pool) for _ in range(n))
        b=s.encode(); print(h(b), b.decode()==s, h(s.title()), h(s.capitalize()), h(s.translate({97:"xyz",90:None,48:233,233:"e",0x4e2d:0x1f600})), h(s.replace("a","b")), h(s.replace("a","é")), h(s.replace("aZ","q")), h(s.replace("Z","")), h(s.replace(" ","  ",2)), list(s)==[c for c in s], h(repr(s)), s.count("a"), s.count("aZ"), s.count("é"))
        print(h(s.replace("a","b",1)), h(s.replace("","-")), b.count(b"a"), b.split(b"a")[:3], b.split()[:3], b.split(b"a",1)[:3], b.split(sep=b"Z",maxsplit=2)[:3], bytearray(b).split(b"a")[:2])
        m=[10]; m.extend(s); print(len(m), m[-1])
for bad in (b"\xff",b"abc\xc3",b"\xed\xa0\x80",b"\xf4\x90\x80\x80",b"\xc0\x80",b"a\xe2\x82",b"\xe2\x28\xa1",b"\xf0\x9f\x98\x80\x80"):
    for e in ("strict","ignore","replace","surrogateescape","backslashreplace"):
        try: print(repr(bad.decode("utf-8",e)))
        except UnicodeDecodeError as x: print(x)
for s in ("\ud800","a\udc80é"):
    for e in ("strict","ignore","replace","surrogateescape","surrogatepass"):
        try: print(s.encode("utf-8",e))
        except UnicodeEncodeError as x: print(x)
class D(dict):
    def __missing__(self,k): return "m"
print("abc".translate(D({97:"x"})), "abc".translate({}), "héé".translate({233:None}))
class G:
    def __getitem__(self,k):
        if k==98: raise LookupError
        if k==99: raise IndexError
        return k+1
print("abcd".translate(G()))
for t in ({97:-1},{97:0x110000},{97:1.5},{97:True}):
    try: print(ascii("abc".translate(t)))
    except Exception as e: print(type(e).__name__,e)
class K:
    def __hash__(self): return 97
    def __eq__(self,o): raise ZeroDivisionError
try: print("abc".translate({K():1}))
except ZeroDivisionError: print("zde")
class S(str): pass
print(type(S("abc").replace("x","y")), type(S("abc").title()), type(S("ABC").capitalize()), S("a b").title())
for d in ({},{1:2},{i:i for i in range(100)}):
    c=d.copy(); c["x"]=1; print(len(c),len(d),list(c)[:3],list(d)[:3])
    for k in list(c): del c[k]
    print(c, len(d)); c.update(d); print(c==d)
d={i:i for i in range(20)}; d.popitem(); d.popitem(); c=d.copy(); c[99]=1; c[100]=2; c[101]=3; print(c)
del d[3]; c=d.copy(); c[3]=5; print(list(c.items()), dict(d)==d)
L=[1,2,3,[4],"x",float("nan")]
print(L==L, L==L[:], [float("nan")]==[float("nan")], [1,2]<[1,2,3], [1,2,3]<=[1,2,3], (1,2)>(1,), [1,[2]]==[1,[2]], [1,2]!=[1,3], [True]==[1], [1.0]==[1])
