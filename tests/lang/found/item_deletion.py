class A: pass
for o in (5,1.5,None,True,(1,),'a',b'a',range(3),{1},frozenset(),A(),len,{}.keys(),object(),(x for x in []),slice(1),A,lambda:0):
    for k in (0,'a',True):
        try: del o[k]
        except Exception as e: print(type(e).__name__,e)
        try: o[k]=1
        except Exception as e: print(type(e).__name__,e)
