x = 1
y = "\N{BULLET}"
