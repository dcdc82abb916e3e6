print(1j, 2.5j, -1j, 1+2j, 1-2j, -0.0+1j, complex(-0.0,1), complex(1,-0.0), 1e20j, 1e16+1j, complex('inf'), complex('nan+infj'), 0j, -0j, 1_0.5j, 0x1, 1e3J, .5j, 5.j)
a=3+4j; b=1-2j
print(a+b,a-b,a*b,a/b,a**b,a**2,a**-2,a**0,a**0.5,2**a,a**101,abs(a),-a,+a,a.conjugate(),a.real,a.imag,bool(a),bool(0j),a==3+4j,a!=b,3==3+0j,(3+0j)==3.0,hash(3+0j)==hash(3),hash(a),hash(1j),{1:2}[1+0j])
print(1+a,a+1,1.5*a,a-1,1-a,2/a,a/2,True+a, 10**20+a)
for f in (lambda:a<b,lambda:a%b,lambda:a//b,lambda:divmod(a,b),lambda:int(a),lambda:float(a),lambda:a/0,lambda:0j**-1,lambda:0j**1j,lambda:pow(a,b,2),lambda:round(a),lambda:~a,lambda:a&1,lambda:complex('1+'),lambda:complex(''),lambda:complex('a'),lambda:complex('1','2'),lambda:complex(1,'2'),lambda:complex([]),lambda:complex(1,[]),lambda:'%d'%a,lambda:'%f'%a,lambda:sorted([a,b]),lambda:max(a,b),lambda:[1][a],lambda:range(a),lambda:1e300j*1e300j*1e10,lambda:(1e300+1j)**2,lambda:abs(complex(1e308,1e308)),lambda:complex(10**400), lambda:a+'x', lambda:complex(1,2,3), lambda:a.foo, lambda:setattr(a,'real',1), lambda:format(a,'05'), lambda:format(a,'=10'), lambda:format(a,'d'), lambda:complex('1_1+2j'),lambda:complex('1__1'),lambda:complex(' ( 1+2j ) '),lambda:complex('1 + 2j'),lambda:complex('j'),lambda:complex('-j'),lambda:complex('+1j'),lambda:complex('1e5-3.5e-2J'),lambda:complex('0x1'),lambda:complex(real=1,imag=2),lambda:complex(imag=2),lambda:complex(1j,2j),lambda:complex(1,2j),lambda:complex(True,False),lambda:complex(a),lambda:complex('infinity-nanj'), lambda: sum([1j,2,3.5]), lambda: sum([1j]*3,0), lambda: (-8)**(1/3), lambda: (-8.0)**0.5, lambda: pow(-2,0.5), lambda: (-1)**-0.5):
    try: print(f())
    except Exception as e: print(type(e).__name__,e)
print(format(a,'.2f'),format(a,''),format(a,'>20'),format(a,'<20')+'|',format(a,'^20.1e'),format(1j,'g'),format(a,'+.3'),f'{a:.3f} {a!r:>10} {b:10.2f}','{:,}'.format(12345.5+6789j), format(-a,'g'), format(1j,'.3'), format(0j,'f'))
print(repr(a),str(a),'%s %r'%(a,b),isinstance(a,complex),type(a),a.__class__.__mro__)
class C(complex):
    def __repr__(s): return 'C'
c=C(1,2); print(c,c+1,type(c+1),str(c),abs(C(3,4)),complex(c), c.__dict__)
class D:
    def __complex__(s): return 5j
class F:
    def __float__(s): return 2.5
class I:
    def __index__(s): return 7
print(complex(D()),complex(F()),complex(I()),complex(1,F()))
class E:
    def __complex__(s): return 1
try: complex(E())
except TypeError as e: print(e)
def m(x):
    match x:
        case 1j: return 'i'
        case 1+2j: return 'one two'
        case -1-2j: return 'neg'
        case 3: return 'three'
        case complex(real=r,imag=i): return r,i
print(m(1j),m(1+2j),m(-1-2j),m(3+0j),m(5+6j),m('x'))
for s in ("match x:\n case 1+2: pass","match x:\n case 1j+2j: pass","x=1jj","x=1_j","1j=5","x = 0777j", "x=1e5jx"):
    try: compile(s,'f','exec'); print('ok')
    except SyntaxError as e: print(e.msg,e.offset)
print((lambda:(1+2j,0.0j,-0.0,1j*1j)).__code__.co_consts)
z=0;c=complex(-0.1,0.65)
for i in range(20): z=z*z+c
print(z, abs(z))
import math
try: math.sqrt(1j)
except TypeError as e: print(e)
print([complex(x,y) for x in (0.0,-0.0,float('inf')) for y in (0.0,-0.0,float('nan'))])
print((1+2j).__add__(3),(1+2j).__radd__(3),(1+2j).__eq__(3),(1+2j).__lt__(3),(1j).__hash__(),(1j).__bool__(),(1j).__getnewargs__(),(1j).__complex__(), (1).__add__(1j), (1j).__pow__(2), (1j).__rpow__(2))

# __complex__ of a subclass of a number
for base in (complex, float, int):
    class Other(base):
        def __complex__(self):
            return 42j

    print(complex(Other(1)), complex(Other(1), 1), complex(1, Other(2)), 1j + Other(1))
