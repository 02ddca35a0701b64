"""SciPy on a set of nets. Usage: scipy_peer.py METHOD SET RESULT RTOL ATOL REPETITIONS

Methods: dop853, lsoda, lsoda-jac, bdf-jac, radau-jac; with -jac the exact Jacobian.
Where the time is fixed, LSODA runs through scipy.integrate.odeint, whose loop is compiled; where the gradient decides
when a net is done, step by step. The explicit methods are stepped directly, without what solve_ivp does besides.
"""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import resource
import sys
import time
import warnings

import numpy as np
from scipy import integrate


class Net:
    def __init__(self, widths, target, weights):
        self.widths, self.weights = widths, weights
        self.target = target.reshape(widths[-1], widths[0])


class NetSet:
    def __init__(self, path):
        with open(path) as file:
            self.read(file)

    def read(self, file):
        def text(keyword):
            first, _, rest = file.readline().rstrip("\n").partition(" ")
            if first != keyword:
                raise ValueError(f"a line '{keyword} ...' was expected, not '{first} ...'")
            return rest

        def numbers(keyword, kind=float):
            return np.array(text(keyword).split(), dtype=kind)

        text("deeplinear-nets")
        self.name = text("set")
        self.time = float(text("time"))
        self.gradient_bound = float(text("gradient"))
        self.nets = [
            Net([int(d) for d in numbers("widths", int)], numbers("target"), numbers("weights"))
            for _ in range(int(text("nets")))
        ]


class Field:
    """The field in 3h - 3 products on buffers that are made once."""

    def __init__(self, net, copies):
        d, self.target, self.copies = net.widths, net.target, copies
        self.h = len(d) - 1
        self.state = np.empty_like(net.weights)
        self.velocity = np.empty_like(net.weights)
        ends = np.cumsum([d[j] * d[j - 1] for j in range(1, self.h + 1)])
        self.parts = [slice(end - d[j + 1] * d[j], end) for j, end in enumerate(ends)]
        self.W = [self.state[s].reshape(d[j + 1], d[j]) for j, s in enumerate(self.parts)]
        V = [self.velocity[s].reshape(d[j + 1], d[j]) for j, s in enumerate(self.parts)]
        P = [self.W[0]] + [np.empty((d[j], d[0])) for j in range(2, self.h + 1)]
        B = [V[0]] + [np.empty((d[j], d[0])) for j in range(2, self.h + 1)]
        self.end_to_end, self.residual = P[-1], B[-1]
        self.forward = [(self.W[j], P[j - 1], P[j]) for j in range(1, self.h)]
        self.backward = [
            (B[j], P[j - 1].T, V[j], self.W[j].T, B[j - 1]) for j in range(self.h - 1, 0, -1)
        ]

    def __call__(self, t, y):
        self.state[:] = y
        dot = np.dot
        for W, P, result in self.forward:
            dot(W, P, result)
        np.subtract(self.target, self.end_to_end, self.residual)
        for B, Pt, velocity, Wt, result in self.backward:
            dot(B, Pt, velocity)
            dot(Wt, B, result)
        return self.velocity.copy() if self.copies else self.velocity

    def jacobian(self, t, y):
        """-(L_i' L_j) x (P_{i-1} P_{j-1}') + [L_i' R P_{j-1}'] x [W_{i-1:j+1}], with L_i = W_{h:i+1}; symmetric."""
        self.state[:] = y
        W, h = self.W, self.h
        L = [None] * h
        L[h - 1] = np.eye(W[-1].shape[0])
        for j in range(h - 1, 0, -1):
            L[j - 1] = L[j] @ W[j]
        P = [np.eye(W[0].shape[1])]
        for j in range(h):
            P.append(W[j] @ P[j])
        R = self.target - P[h]
        J = np.empty((y.size, y.size))
        for j in range(h):
            M = np.eye(W[j].shape[0])
            for i in range(j, h):
                (a, b), (c, e) = W[i].shape, W[j].shape
                G, K = L[i].T @ L[j], P[i] @ P[j].T
                block = np.multiply(G[:, None, :, None], -K[None, :, None, :])
                if i > j:
                    if i > j + 1:
                        M = W[i - 1] @ M
                    A = L[i].T @ R @ P[j].T
                    block += A[:, None, None, :] * M[None, :, :, None]
                block = block.reshape(a * b, c * e)
                J[self.parts[i], self.parts[j]] = block
                if i > j:
                    J[self.parts[j], self.parts[i]] = block.T
        return J


STEPPED = {
    "dop853": (integrate.DOP853, False),
    "lsoda": (integrate.LSODA, False),
    "lsoda-jac": (integrate.LSODA, True),
    "bdf-jac": (integrate.BDF, True),
    "radau-jac": (integrate.Radau, True),
}


def solve(method, nets, net, rtol, atol):
    compiled = nets.gradient_bound == 0 and method.startswith("lsoda")
    field = Field(net, copies=not compiled)
    scheme, exact = STEPPED[method]
    if compiled:
        states, info = integrate.odeint(
            field, net.weights, [0.0, nets.time], Dfun=field.jacobian if exact else None,
            rtol=rtol, atol=atol, tfirst=True, mxstep=10**8, full_output=True,
        )
        return states[1]
    options = {"jac": field.jacobian} if exact else {}
    solver = scheme(field, 0.0, net.weights, nets.time, rtol=rtol, atol=atol, **options)
    while solver.status == "running":
        solver.step()
        if nets.gradient_bound and np.linalg.norm(field(0.0, solver.y)) <= nets.gradient_bound:
            break
    return solver.y if solver.status != "failed" else np.full_like(net.weights, np.nan)


def main():
    if len(sys.argv) != 7 or sys.argv[1] not in STEPPED:
        sys.exit(__doc__)
    method, set_file, result_file = sys.argv[1:4]
    rtol, atol, repetitions = float(sys.argv[4]), float(sys.argv[5]), int(sys.argv[6])
    warnings.simplefilter("ignore")
    nets = NetSet(set_file)
    seconds = cpu = float("inf")
    for _ in range(repetitions):
        clock, used = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_utime
        states = [solve(method, nets, net, rtol, atol) for net in nets.nets]
        seconds = min(seconds, time.perf_counter() - clock)
        cpu = min(cpu, resource.getrusage(resource.RUSAGE_SELF).ru_utime - used)
    with open(result_file, "w") as out:
        out.write(f"deeplinear-results 1\ncontender scipy-{method}\nset {nets.name}\nrtol {rtol}\natol {atol}\n")
        out.write(f"seconds {seconds}\ncpu {cpu}\nnets {len(states)}\n")
        for state in states:
            out.write("state " + " ".join(map(repr, state.tolist())) + "\n")
    print(f"{'scipy-' + method:24} {nets.name:4} rtol {rtol:.0e}: {seconds:8.3f} s, CPU {cpu:8.3f} s", flush=True)


if __name__ == "__main__":
    main()
