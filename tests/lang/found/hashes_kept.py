"""How often keys are hashed when sets and dicts are made of each other."""
class H(int):
    n=0
    def __hash__(self): H.n+=1; return int.__hash__(self)
d=dict.fromkeys(H(x) for x in range(10))
fs=frozenset(d)
def c(n,f):
    H.n=0; f(); print(n,H.n)
s=set(d)
c('sym',lambda:s.symmetric_difference_update(d)); s=set(d)
c('symm',lambda:s.symmetric_difference(d)); c('^',lambda:s^set(d)); c('fk',lambda:dict.fromkeys(s)); c('fkf',lambda:dict.fromkeys(fs,1));c('fkd',lambda:dict.fromkeys(d,1)); c('upd',lambda:s.update(d)); c('int',lambda:s.intersection(d)); c('&',lambda:s&set(d)); c('sub',lambda:s.issubset(d)); c('sup',lambda:s.issuperset(d)); c('disj',lambda:s.isdisjoint(d)); c('fs',lambda:frozenset(d)); c('keys',lambda:set(d.keys())); c('copy',lambda:d.copy()); c('dict',lambda:dict(d)); c('**',lambda:{**d}); c('|',lambda:d|d); c('keys&',lambda:d.keys()&d.keys()); c('keys==',lambda:d.keys()==d.keys()); c('==',lambda:d==dict(d)); c('s==',lambda:s==set(d)); c('diff',lambda:s.difference(d)); c('diffu',lambda:s.difference_update(d)); c('new',lambda:set(fs)); c('star',lambda:{*fs}); c('in',lambda:[x in fs for x in fs]); c('dictitems',lambda:dict(d.items())); c('upd2',lambda:{}.update(d)); 
