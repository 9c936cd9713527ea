"""PyTorch's Hessians of the published expressions: for each line of input, a name and a size, its seconds and the sum of absolute values."""
import sys
import time

import torch
from torch.autograd.functional import hessian

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


class Numbers:
    """The numbers of Numbers.cs."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        return (self.state >> 11) / (1 << 52) - 1.0

    def matrix(self, m, n):
        return torch.tensor([[self.next() for _ in range(n)] for _ in range(m)])

    def vector(self, n):
        return torch.tensor([self.next() for _ in range(n)])


def quadratic(n):
    numbers = Numbers(1)
    a, x = numbers.matrix(n, n), numbers.vector(n)
    return lambda x: x @ a @ x, x


def logistic(n):
    numbers = Numbers(2)
    data, y, w = numbers.matrix(10 * n, n), numbers.vector(10 * n), numbers.vector(n)
    return lambda w: torch.log(torch.exp(-y * (data @ w)) + 1).sum(), w


def factorization(n):
    numbers = Numbers(3)
    t, u, v = numbers.matrix(n, n), numbers.matrix(n, 5), numbers.matrix(n, 5)
    return lambda u: ((t - u @ v.T) ** 2).sum(), u


def network(n):
    numbers = Numbers(4)
    w1, w2, v, x = numbers.matrix(n, n), numbers.matrix(n, n), numbers.vector(n), numbers.vector(n)
    return lambda x: v @ torch.tanh(w2 @ torch.relu(w1 @ x)), x


def best(compute):
    compute()
    least = float("inf")
    for _ in range(3):
        calls, start = 0, time.perf_counter()
        while True:
            compute()
            calls += 1
            if time.perf_counter() - start >= 0.05:
                break
        least = min(least, (time.perf_counter() - start) / calls)
    return least


print(f"PyTorch {torch.__version__}", flush=True)
problems = {}
for line in sys.stdin:
    name, size = line.split()
    if line not in problems:
        problems[line] = globals()[name](int(size))
    f, x = problems[line]
    by_rows, vectorized = best(lambda: hessian(f, x)), best(lambda: hessian(f, x, vectorize=True))
    print(by_rows, vectorized, hessian(f, x).abs().sum().item(), flush=True)
