# A small operating system: tasks with queues of packets, dispatched through virtual methods and flags.
N = 600

IDLE, WORKER, HANDLER, DEVICE = range(4)


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.data = [0] * 4

    def append_to(self, queue):
        self.link = None
        if queue is None:
            return self
        last = queue
        while last.link is not None:
            last = last.link
        last.link = self
        return queue


class Task:
    def __init__(self, system, owner, priority):
        self.system = system
        self.owner = owner
        self.priority = priority
        self.queue = None
        self.waiting = False
        self.held = False
        system.tasks.append(self)

    def is_ready(self):
        return not self.held and (not self.waiting or self.queue is not None)

    def put(self, packet):
        self.queue = packet.append_to(self.queue)

    def take(self):
        packet = self.queue
        if packet is not None:
            self.queue = packet.link
        return packet

    def step(self):
        packet = self.take()
        self.waiting = False
        return self.run(packet)


class Idle(Task):
    def __init__(self, system):
        super().__init__(system, IDLE, 0)
        self.control = 1
        self.count = system.budget

    def run(self, packet):
        self.count -= 1
        if self.count == 0:
            self.system.stopped = True
            return
        if self.control & 1:
            self.control = (self.control // 2) ^ 0xd008
            self.system.tasks[WORKER].held = False
        else:
            self.control //= 2
            self.system.tasks[DEVICE].held = False


class Worker(Task):
    def __init__(self, system):
        super().__init__(system, WORKER, 10)
        self.count = 0

    def run(self, packet):
        if packet is None:
            packet = Packet(None, HANDLER, 1)
        for i in range(4):
            self.count = (self.count + 1) % 26
            packet.data[i] = 65 + self.count
        packet.datum += 1
        self.system.send(HANDLER, packet)
        self.held = True


class Handler(Task):
    def __init__(self, system):
        super().__init__(system, HANDLER, 20)
        self.done = 0

    def run(self, packet):
        if packet is None:
            self.waiting = True
            return
        self.done += packet.data[self.done & 3]
        packet.datum += 1
        self.system.send(DEVICE if self.done & 1 else WORKER, packet)


class Device(Task):
    def __init__(self, system):
        super().__init__(system, DEVICE, 30)

    def run(self, packet):
        if packet is None:
            self.waiting = True
            return
        self.system.interrupts += 1
        self.held = True
        if packet.datum < 12:
            self.system.send(HANDLER, packet)


class System:
    def __init__(self, budget):
        self.budget = budget
        self.tasks = []
        self.interrupts = self.sent = 0
        self.stopped = False
        Idle(self)
        Worker(self)
        Handler(self)
        Device(self)

    def send(self, owner, packet):
        self.sent += 1
        self.tasks[owner].put(packet)

    def schedule(self):
        steps = 0
        while not self.stopped:
            chosen = None
            for task in self.tasks:
                if task.is_ready() and (chosen is None or task.priority > chosen.priority):
                    chosen = task
            chosen.step()
            steps += 1
        return steps


def run(n):
    system = System(n)
    steps = system.schedule()
    return steps * 1000000 + system.sent * 1000 + system.interrupts
