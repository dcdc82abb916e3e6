"""Keys of a few hashes, added and deleted at random: each lookup compares the keys that CPython compares, in its order."""
import random
log=[]
class C:
    def __init__(self,v): self.v=v
    def __eq__(self,o): log.append((self.v,o.v)); return self.v==o.v
    def __hash__(self): return self.v%7
def dig():
    s=0
    for a,b in log: s=(s*31+a*7919+b)%1000003
    return len(log),s
for seed in range(12):
    r=random.Random(seed); d={}; log.clear()
    for i in range(300):
        k=C(r.randrange(30)); op=r.randrange(5)
        if op<2: d[k]=1
        elif op==2: d.pop(k,None)
        elif op==3: k in d
        elif op==4 and d:
            x=next(iter(d)); del d[x]
        if i%20==0: print(seed,i,len(d),dig())
    s=set(); log.clear()
    for i in range(300):
        k=C(r.randrange(30)); op=r.randrange(5)
        if op<2: s.add(k)
        elif op==2: s.discard(k)
        elif op==3: k in s
        elif op==4 and s: s.pop()
        if i%20==0: print("set",seed,i,len(s),dig())
    # only popitem
    d={}; log.clear()
    for i in range(100):
        d[C(r.randrange(40))]=i
        if i%3==0: d.popitem()
    print(dig(), [k.v for k in d])
    e=d.copy(); C(3) in e; C(10) in e; print(dig())
    e={**d}; C(3) in e; C(10) in e; print(dig())
