# Sudoku by constraint propagation and depth-first search: sets as bit masks, recursion with copies of the board on a guess.

SIZE = 9
ALL = (1 << SIZE) - 1

PUZZLES = (
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "..9748...7.........2.1.9.....7...24..64.1.59..98...3.....8.3.2.........6...2759..",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
)


def bits(mask):
    while mask:
        low = mask & -mask
        yield low
        mask ^= low


def count(mask):
    total = 0
    while mask:
        mask &= mask - 1
        total += 1
    return total


def make_units():
    rows = [[row * SIZE + column for column in range(SIZE)] for row in range(SIZE)]
    columns = [[row * SIZE + column for row in range(SIZE)] for column in range(SIZE)]
    boxes = [[(box // 3 * 3 + i // 3) * SIZE + box % 3 * 3 + i % 3 for i in range(SIZE)] for box in range(SIZE)]
    return rows + columns + boxes


UNITS = make_units()
UNITS_OF = [[unit for unit in UNITS if cell in unit] for cell in range(SIZE * SIZE)]
PEERS = [sorted(set(sum(units, [])) - {cell}) for cell, units in enumerate(UNITS_OF)]


class Contradiction(Exception):
    pass


class Board:
    def __init__(self, possible=None):
        self.possible = list(possible) if possible else [ALL] * (SIZE * SIZE)

    @classmethod
    def parse(cls, text):
        board = cls()
        for cell, digit in enumerate(text):
            if digit in "123456789":
                board.assign(cell, 1 << int(digit) - 1)
        return board

    def assign(self, cell, bit):
        for other in bits(self.possible[cell] & ~bit):
            self.eliminate(cell, other)

    def eliminate(self, cell, bit):
        mask = self.possible[cell]
        if not mask & bit:
            return
        mask ^= bit
        if not mask:
            raise Contradiction(cell)
        self.possible[cell] = mask
        if mask & (mask - 1) == 0:
            for peer in PEERS[cell]:
                self.eliminate(peer, mask)
        for unit in UNITS_OF[cell]:
            self.only_place(unit, bit)

    def only_place(self, unit, bit):
        place = None
        for cell in unit:
            if self.possible[cell] & bit:
                if place is not None:
                    return
                place = cell
        if place is None:
            raise Contradiction(bit)
        self.assign(place, bit)

    def narrowest(self):
        best, least = None, SIZE + 1
        for cell, mask in enumerate(self.possible):
            if mask & (mask - 1):
                options = count(mask)
                if options < least:
                    best, least = cell, options
                    if options == 2:
                        break
        return best

    def __str__(self):
        digits = ["." if mask & (mask - 1) else str(mask.bit_length()) for mask in self.possible]
        return "\n".join("".join(digits[row * SIZE:row * SIZE + SIZE]) for row in range(SIZE))


class Search:
    def __init__(self):
        self.guesses = 0
        self.dead_ends = 0

    def solve(self, board):
        cell = board.narrowest()
        if cell is None:
            return board
        for bit in bits(board.possible[cell]):
            self.guesses += 1
            attempt = Board(board.possible)
            try:
                attempt.assign(cell, bit)
                solved = self.solve(attempt)
            except Contradiction:
                self.dead_ends += 1
                continue
            if solved is not None:
                return solved
        return None


def valid(board):
    return all(sorted(board.possible[cell] for cell in unit) == [1 << i for i in range(SIZE)] for unit in UNITS)


def run(n):
    search = Search()
    solved = search.solve(Board.parse(PUZZLES[n]))
    return str(solved).replace("\n", "") + " %d" % search.guesses


if __name__ == "__main__":
    for puzzle in PUZZLES:
        search = Search()
        solved = search.solve(Board.parse(puzzle))
        print(solved)
        print(valid(solved), search.guesses, search.dead_ends)
    try:
        Board.parse("11" + "." * 79)
    except Contradiction as error:
        print("no solution:", error)
