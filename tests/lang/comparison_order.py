"""What is hashed and compared, and in which order, by heaps, searches, sets, dicts, counters, deques, groupby, caches: what CPython does."""
import heapq, bisect, random, collections, functools, itertools, statistics
log=[]
class C:
    def __init__(self,v): self.v=v
    def __lt__(self,o): log.append(("lt",self.v,o.v)); return self.v<o.v
    def __gt__(self,o): log.append(("gt",self.v,o.v)); return self.v>o.v
    def __le__(self,o): log.append(("le",self.v,o.v)); return self.v<=o.v
    def __ge__(self,o): log.append(("ge",self.v,o.v)); return self.v>=o.v
    def __eq__(self,o): log.append(("eq",self.v,getattr(o,'v',o))); return isinstance(o,C) and self.v==o.v
    def __ne__(self,o): log.append(("ne",self.v,getattr(o,'v',o))); return not(isinstance(o,C) and self.v==o.v)
    def __hash__(self): log.append(("hash",self.v)); return self.v%7
    def __add__(self,o): log.append(("add",self.v,getattr(o,'v',o))); return C(self.v+getattr(o,'v',o))
    def __radd__(self,o): log.append(("radd",self.v,o)); return C(self.v+o)
    def __repr__(self): return f"C{self.v}"
def show(name, r=None):
    s=0
    for e in log:
        s=(s*31+len(str(e))+sum(x*7919 if isinstance(x,int) else len(x) for x in e))%1000003
    print(name, len(log), s, r); log.clear()
random.seed(5)
def new(n,m=None): return [C(random.randrange(m or n)) for _ in range(n)]
for n in (1,2,5,17,100,300):
    h=new(n); heapq.heapify(h); show("heapify", h)
    for x in new(10): heapq.heappush(h,x)
    show("push")
    print([heapq.heappop(h) for _ in range(5)]); show("pop")
    print(heapq.heapreplace(h,C(3)), heapq.heappushpop(h,C(2)), heapq.heappushpop(h,C(200))); show("repl")
    for k in (1,2,5,n,n+2):
        l=new(n)
        r=heapq.nlargest(k,l); show("nl",r); r=heapq.nsmallest(k,l); show("ns",r)
        r=heapq.nlargest(k,l,key=lambda c:C(-c.v)); show("nlk",r)
    a=[sorted(new(n),key=lambda c:c.v) for _ in range(4)]; log.clear()
    r=list(heapq.merge(*a)); show("merge",r); r=list(heapq.merge(*a,key=lambda c:C(c.v))); show("mergek",r); r=list(heapq.merge(*[x[::-1] for x in a],reverse=True)); show("merger",r)
    l=sorted(new(n),key=lambda c:c.v); log.clear()
    for f in (bisect.bisect,bisect.bisect_left,bisect.bisect_right):
        r=[f(l,C(k)) for k in range(0,n,3)]; show(f.__name__,r)
        r=[f(l,C(k),key=lambda c:C(c.v+1)) for k in range(0,n,3)]; show(f.__name__+"k",r)
    bisect.insort(l,C(4)); bisect.insort_left(l,C(4)); show("insort",l)
    l=new(n)
    show("min",min(l)); show("max",max(l)); r=min(l,key=lambda c:C(-c.v)); show("mink",r); r=max(l,key=lambda c:C(-c.v)); show("maxk",r); r=max(*l,C(3)); show("max2",r)
    l2=[C(c.v) for c in l]; 
    r=l==l2; show("eq",r); r=l!=l2; show("ne",r); r=l<l2; show("lt",r); l2[-1]=C(999); r=l<l2; show("lt",r); r=l>=l2; show("ge",r); r=tuple(l)<tuple(l2); show("tlt",r); r=tuple(l)==tuple(l2); show("teq",r)
    for f in ("index","count","__contains__"):
        for v in (l[n//2], C(5), C(9999)):
            try: r=getattr(l,f)(v)
            except ValueError: r="no"
            show(f,r)
            try: r=getattr(tuple(l),f)(v)
            except ValueError: r="no"
            show("t"+f,r)
            d=collections.deque(l)
            try: r=getattr(d,f)(v)
            except ValueError: r="no"
            show("d"+f,r)
    try: l.remove(C(3)); r=1
    except ValueError: r=0
    show("remove",r)
    s=set(l); show("set",len(s)); t=set(new(n)); show("set2",len(t))
    for op in ("__and__","__or__","__sub__","__xor__","__le__","__lt__","__eq__","isdisjoint","issubset","issuperset","union","intersection","difference","symmetric_difference"):
        r=getattr(s,op)(t); show(op,len(r) if isinstance(r,set) else r)
    for op in ("update","intersection_update","difference_update","symmetric_difference_update"):
        q=set(s); log.clear(); getattr(q,op)(t); show(op,len(q))
        q=set(s); log.clear(); getattr(q,op)(list(t)); show(op+"l",len(q))
        q=set(s); log.clear(); getattr(q,op)(dict.fromkeys(t)); show(op+"d",len(q))
    d=dict.fromkeys(l,C(1)); show("fromkeys",len(d)); e=dict.fromkeys(new(n),C(1)); show("fromkeys",len(e))
    d.update(e); show("upd",len(d)); r=d|e; show("or",len(r)); r=d==e; show("deq",r); r=d.keys()&e.keys(); show("k&",len(r)); r=d.items()&e.items(); show("i&",len(r)); r=d.keys()-e.keys(); show("k-",len(r)); r=d.keys()^e.keys(); show("k^",len(r)); r=d.keys()<=e.keys(); show("k<=",r); r=d.keys()==e.keys(); show("k==",r)
    r=d.items()==e.items(); show("i==",r); r=d.keys().isdisjoint(e.keys()); show("kdis",r)
    c=collections.Counter(l); show("Counter",len(c)); c2=collections.Counter(new(n)); show("C",len(c2)); 
    for op in ("__add__","__sub__","__and__","__or__","__le__","__eq__"):
        r=getattr(c,op)(c2); show("C"+op,len(r) if hasattr(r,"keys") else r)
    r=c.most_common(3); show("mc",r); c.update(l); show("cu"); c.subtract(l2); show("cs")
    r=[(k,len(list(g))) for k,g in itertools.groupby(l)]; show("groupby",r)
    r=sum(l,C(0)); show("sum",r); r=sum(l); show("sum",r); r=list(itertools.accumulate(l)); show("acc",r); r=functools.reduce(lambda a,b:a+b,l); show("red",r)
    r=C(3) in l; show("in",r); r=C(3) in iter(l); show("init",r); r=list(dict.fromkeys(l)); show("dk",len(r))
    od=collections.OrderedDict.fromkeys(l); log.clear()
    od.move_to_end(l[0]); show("mte"); 
    @functools.lru_cache(maxsize=5)
    def f(x): return x.v
    r=[f(x) for x in l]; show("lru",f.cache_info())
    @functools.lru_cache(maxsize=None)
    def f(x): return x.v
    r=[f(x) for x in l]; show("lru",f.cache_info())
    k=functools.cmp_to_key(lambda a,b:(log.append(("cmp",a.v,b.v)),a.v-b.v)[1]); r=sorted(l,key=k); show("cmp",r)
    r=l[:]; r.sort(key=lambda c:(C(c.v%3),C(c.v))); show("tuplekey",r)
    r=sorted([[C(c.v%3),c] for c in l]); show("lists",r)
    dd=collections.defaultdict(list)
    for x in l: dd[x].append(x)
    show("dd",len(dd))
    r=range(10).index(C(3).v); r=C(3) in range(10); show("range",r)
    try: range(10).index(C(4))
    except ValueError as e: pass
    show("ri"); r=range(10).count(C(4)); show("rc",r)
    r=collections.deque(l)==collections.deque(l2); show("dq",r); r=collections.deque(l)<collections.deque(l2); show("dql",r)
    dq=collections.deque(l)
    try: dq.remove(C(3))
    except ValueError: pass
    show("dqr",len(dq))
    try: show("dqi",dq.index(C(5)))
    except ValueError: show("no")
