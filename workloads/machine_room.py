# A small operating system: a priority scheduler moves packets between an idle task, a worker, two handlers and two devices.
# The shape is that of Richards' benchmark (many short methods, polymorphic run(), lists of packets); the code is our own.

IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = range(6)
KIND_DEVICE, KIND_WORK = 0, 1
PAYLOAD = 4


class Packet:
    def __init__(self, link, owner, kind):
        self.link = link
        self.owner = owner
        self.kind = kind
        self.datum = 0
        self.payload = [0] * PAYLOAD

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
    def __init__(self, system, number, priority, queue):
        self.system = system
        self.number = number
        self.priority = priority
        self.queue = queue
        self.pending = queue is not None
        self.waiting = False
        self.holding = False
        system.add(self)

    def can_run(self):
        return not self.holding and (self.pending or not self.waiting)

    def take_packet(self):
        packet = self.queue
        self.queue = packet.link
        self.pending = self.queue is not None
        self.waiting = False
        return packet

    def receive(self, packet, sender):
        if self.queue is None:
            self.queue = packet
            self.pending = True
            if self.priority > sender.priority:
                return self
        else:
            packet.append_to(self.queue)
        return sender

    def step(self):
        packet = self.take_packet() if self.waiting and self.pending else None
        return self.run(packet)

    def run(self, packet):
        raise NotImplementedError


class IdleTask(Task):
    def __init__(self, system, rounds):
        Task.__init__(self, system, IDLE, 0, None)
        self.control = 1
        self.rounds = rounds

    def run(self, packet):
        self.rounds -= 1
        if self.rounds == 0:
            return self.system.hold(self)
        if self.control & 1 == 0:
            self.control //= 2
            return self.system.release(self, DEVICE_A)
        self.control = self.control // 2 ^ 0xD008
        return self.system.release(self, DEVICE_B)


class WorkerTask(Task):
    def __init__(self, system):
        queue = Packet(Packet(None, WORKER, KIND_WORK), WORKER, KIND_WORK)
        Task.__init__(self, system, WORKER, 1000, queue)
        self.waiting = True
        self.destination = HANDLER_A
        self.count = 0

    def run(self, packet):
        if packet is None:
            return self.system.wait(self)
        self.destination = HANDLER_B if self.destination == HANDLER_A else HANDLER_A
        packet.owner = self.destination
        packet.datum = 0
        for index in range(PAYLOAD):
            self.count = self.count % 26 + 1
            packet.payload[index] = 64 + self.count
        return self.system.send(self, packet)


class HandlerTask(Task):
    def __init__(self, system, number, priority):
        queue = None
        for _ in range(3):
            queue = Packet(queue, DEVICE_A + number - HANDLER_A, KIND_DEVICE)
        Task.__init__(self, system, number, priority, queue)
        self.waiting = True
        self.work = None
        self.devices = None

    def run(self, packet):
        if packet is not None:
            if packet.kind == KIND_WORK:
                self.work = packet.append_to(self.work)
            else:
                self.devices = packet.append_to(self.devices)
        if self.work is None:
            return self.system.wait(self)
        work = self.work
        if work.datum >= PAYLOAD:
            self.work = work.link
            return self.system.send(self, work)
        if self.devices is None:
            return self.system.wait(self)
        device = self.devices
        self.devices = device.link
        device.datum = work.payload[work.datum]
        work.datum += 1
        return self.system.send(self, device)


class DeviceTask(Task):
    def __init__(self, system, number, priority):
        Task.__init__(self, system, number, priority, None)
        self.waiting = True
        self.busy = None

    def run(self, packet):
        if packet is not None:
            self.busy = packet
            self.system.print_character(packet.datum)
            return self.system.hold(self)
        if self.busy is None:
            return self.system.wait(self)
        done = self.busy
        self.busy = None
        return self.system.send(self, done)


class System:
    def __init__(self):
        self.tasks = [None] * 6
        self.order = []
        self.sent = 0
        self.held = 0
        self.checksum = 0
        self.printed = []

    def add(self, task):
        self.tasks[task.number] = task
        self.order.append(task)
        self.order.sort(key=lambda each: -each.priority)

    def first_runnable(self):
        for task in self.order:
            if task.can_run():
                return task
        return None

    def schedule(self):
        task = self.first_runnable()
        while task is not None:
            after = task.step()
            task = after if after is not None and after.can_run() else self.first_runnable()

    def wait(self, task):
        task.waiting = True
        return task if task.pending else None

    def hold(self, task):
        self.held += 1
        task.holding = True
        return None

    def release(self, sender, number):
        task = self.tasks[number]
        task.holding = False
        return task if task.priority > sender.priority else sender

    def send(self, sender, packet):
        target = self.tasks[packet.owner]
        self.sent += 1
        packet.link = None
        packet.owner = sender.number
        return target.receive(packet, sender)

    def print_character(self, code):
        self.checksum = (self.checksum * 31 + code) % 1000003
        if len(self.printed) < 60:
            self.printed.append(chr(code))


def simulate(rounds):
    system = System()
    IdleTask(system, rounds)
    WorkerTask(system)
    HandlerTask(system, HANDLER_A, 2000)
    HandlerTask(system, HANDLER_B, 3000)
    DeviceTask(system, DEVICE_A, 4000)
    DeviceTask(system, DEVICE_B, 5000)
    system.schedule()
    return system


def run(n):
    system = simulate(n)
    return system.sent * 1000003 + system.held * 1009 + system.checksum


if __name__ == "__main__":
    for rounds in (1, 10, 100, 3000):
        system = simulate(rounds)
        print(rounds, system.sent, system.held, system.checksum, "".join(system.printed))
        print(["%s%s%s" % ("PW"[t.waiting], "-q"[t.pending], "-h"[t.holding]) for t in system.tasks])
