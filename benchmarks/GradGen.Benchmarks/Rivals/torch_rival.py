"""The workloads in PyTorch, value and gradient: reads what to do line by line, answers each line with one."""
import sys
import time

import numpy
import torch

torch.set_num_threads(1)
torch.set_default_dtype(torch.float64)


def quadratic(a, x):
    return lambda: x @ (a @ x), [x]


def least_squares(a, x, y):
    return lambda: 0.5 * ((a @ x - y) ** 2).sum(), [x, a]


def principal_components(x, w):
    return lambda: -((x.T @ w) ** 2).sum(), [w]


def gaussian(mu, sigma, xs):
    def value():
        centred = xs - mu[:, None]
        factor = torch.linalg.cholesky(sigma)
        logarithm = 2 * torch.log(torch.diagonal(factor)).sum()
        whitened = torch.linalg.solve_triangular(factor, centred, upper=False)
        return -0.5 * (xs.shape[1] * logarithm + (whitened ** 2).sum())
    return value, [mu, sigma]


def logistic(x, w, y):
    def value():
        z = x @ w
        return torch.nn.functional.softplus(z).sum() - y @ z + 0.5 * 0.1 * (w @ w)
    return value, [w]


def factorization(t, u, v):
    return lambda: ((t - u @ v.T) ** 2).sum(), [u, v]


def network(x, t, w1, b1, w2, b2):
    return lambda: 0.5 * ((torch.tanh(x @ w1 + b1) @ w2 + b2 - t) ** 2).sum(), [w1, b1, w2, b2]


def load(name, path, *shapes):
    entries, operands, start = numpy.fromfile(path), [], 0
    for shape in shapes:
        rows, columns = map(int, shape.split("x"))
        part = entries[start:start + rows * columns]
        start += rows * columns
        # PyTorch's own layout, rows contiguous: what it is the fastest with.
        operands.append(torch.tensor(part if columns == 1 else part.reshape(columns, rows).T.copy()))
    value, variables = globals()[name](*operands)
    for variable in variables:
        variable.requires_grad_()

    def run():
        result = value()
        return result, torch.autograd.grad(result, variables)
    return run


print(f"PyTorch {torch.__version__}", flush=True)
run = None
for line in sys.stdin:
    command, *arguments = line.split()
    if command == "load":
        run = load(*arguments)
        answer = 0
    elif command == "run":
        answer = run()[0].item()
    elif command == "gradients":
        gradients = [g.T.contiguous().numpy().ravel() if g.dim() == 2 else g.numpy() for g in run()[1]]
        numpy.concatenate(gradients).tofile(arguments[0])
        answer = 0
    else:
        repetitions = int(arguments[0])
        start = time.perf_counter()
        for _ in range(repetitions):
            run()
        answer = (time.perf_counter() - start) * 1e6 / repetitions
    print(answer, flush=True)
