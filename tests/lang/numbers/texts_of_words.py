"""Integers from and to text and bytes around the lengths where another way is taken."""
import random
r=random.Random(4)
for n in list(range(1,60))+[100,190,199,200,201,202,399,1000]:
    for k in range(3):
        s="".join(r.choice("0123456789") for _ in range(n))
        v=int(s); assert str(v)==(s.lstrip("0") or "0"),(s,v)
        assert int("-"+s)==-v and int(" +"+s+" ")==v
        u="_".join(s[i:i+3] for i in range(0,n,3)); assert int(u)==v
        assert int(s.encode())==v
for b in ("1__0","_1","1_","9"*30+"a","","-"," ","9"*25+"_"): 
    try: print(int(b))
    except ValueError as e: print(e)
for i in range(-70,70):
    assert int(hex(i),16)==i and int(bin(i),2)==i and int(oct(i),8)==i
for i in (0,1,-1,255,2**61,2**62-1,2**62,-2**62,-2**62-1,2**63,10**30,-10**30): print(hex(i),bin(i),oct(i))
class I:
    def __index__(s): return 10
print(hex(I()),hex(True),bin(False))
for v in (0,1,127,128,255,256,65535,65536,2**31,2**56-1,2**56,2**61,2**62,2**63,-1,-128,-129):
    for n in (0,1,2,3,7,8,9,16):
        for o in ("big","little"):
            for s in (False,True):
                try: print(v,n,o,s,v.to_bytes(n,o,signed=s).hex(), end=" ")
                except OverflowError as e: print(v,n,o,s,e,end=" ")
    print()
