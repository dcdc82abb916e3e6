"""cmath: every function at many points, among them infinities, NaNs, zeros of both signs and numbers at the ends of the range, to the last digit."""
import cmath

for f in 'sqrt exp log log10 sin cos tan asin acos atan sinh cosh tanh asinh acosh atanh phase polar'.split():
    F=getattr(cmath,f)
    for r in (0.0,-0.0,0.5,-0.5,1.0,-1.0,2.0,-2.0,1.2345,10.0,-10.0, 1e300,-1e300,1e-300,float('inf'),float('-inf'),float('nan')):
        for i in (0.0,-0.0,0.5,-0.5,1.0,-1.0,2.0,-2.0,1.2345,10.0,-10.0, 1e300,-1e300,1e-300,float('inf'),float('-inf'),float('nan')):
            if f in ('acos', 'acosh') and r == 1.2345 and abs(i) == 0.5: continue  # another last digit in the C library of 64-bit ARM
            try: v=F(complex(r,i))
            except Exception as e: v=repr(e)
            print(f, r, i, v)
for r in (0.0, -0.0, 1.0, -2.5, float("inf"), float("-inf"), float("nan"), 1e300):
    for phi in (0.0, -0.0, 1.0, -2.0, 3.5, float("inf"), float("nan"), 1e300):
        try:
            print(r, phi, cmath.rect(r, phi), cmath.polar(complex(r, phi)))
        except Exception as error:
            print(r, phi, repr(error))
print(cmath.log(2 + 1j, 3), cmath.log(-1, 10j), cmath.log(8, 2), cmath.sqrt(-4), cmath.exp(1), cmath.sin(True))
