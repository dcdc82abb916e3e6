x = [1, 2, 3]
prnt(x)
