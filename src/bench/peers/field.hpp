// The gradient flow of a net on flat arrays, with Eigen: the field in 3h - 3 products, its derivative along a vector,
// and its Jacobian. Nothing is allocated after construction.
#pragma once
#include <Eigen/Dense>
#include <vector>

#include "deeplinear_files.hpp"

using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using View = Eigen::Map<const Matrix>;
using Writable = Eigen::Map<Matrix>;

class Field {
 public:
  explicit Field(const Net& net) : d(net.widths), h(int(d.size()) - 1), at(h + 2, 0), P(h + 1), B(h + 1), dP(h + 1), dB(h + 1) {
    target = View(net.target.data(), d[h], d[0]);
    for (int j = 1; j <= h; j++) {
      at[j + 1] = at[j] + d[j] * d[j - 1];
      for (auto* M : {&P[j], &B[j], &dP[j], &dB[j]}) M->resize(d[j], d[0]);
    }
  }

  int size() const { return at[h + 1]; }

  // dy = W'(y). Leaves prefixes and backward products for along().
  void operator()(const double* y, double* dy) {
    P[1] = W(y, 1);
    for (int j = 2; j <= h; j++) P[j].noalias() = W(y, j) * P[j - 1];
    B[h] = target - P[h];
    for (int j = h; j > 1; j--) {
      out(dy, j).noalias() = B[j] * P[j - 1].transpose();
      B[j - 1].noalias() = W(y, j).transpose() * B[j];
    }
    out(dy, 1) = B[1];
  }

  // Jv = (derivative of the field at y) v, with what the last call at y has left.
  void along(const double* y, const double* v, double* Jv) {
    dP[1] = W(v, 1);
    for (int j = 2; j <= h; j++) {
      dP[j].noalias() = W(v, j) * P[j - 1];
      dP[j].noalias() += W(y, j) * dP[j - 1];
    }
    dB[h] = -dP[h];
    for (int j = h; j > 1; j--) {
      auto result = out(Jv, j);
      result.noalias() = dB[j] * P[j - 1].transpose();
      result.noalias() += B[j] * dP[j - 1].transpose();
      dB[j - 1].noalias() = W(v, j).transpose() * B[j];
      dB[j - 1].noalias() += W(y, j).transpose() * dB[j];
    }
    out(Jv, 1) = dB[1];
  }

  // The Jacobian, which is symmetric: J(i,j) = -(L_i' L_j) x (P_{i-1} P_{j-1}') + [L_i' R P_{j-1}'] x [W_{i-1:j+1}],
  // i >= j, with L_i = W_{h:i+1}; column by column into `columns`.
  void jacobian(const double* y, std::vector<double*> columns) {
    std::vector<Matrix> L(h + 1), Q(h + 1);
    L[h] = Matrix::Identity(d[h], d[h]);
    for (int j = h; j > 1; j--) L[j - 1] = L[j] * W(y, j);
    Q[0] = Matrix::Identity(d[0], d[0]);
    for (int j = 1; j <= h; j++) Q[j] = W(y, j) * Q[j - 1];
    Matrix R = target - Q[h];
    for (int j = 1; j <= h; j++) {
      Matrix M = Matrix::Identity(d[j], d[j]);  // W_{i-1:j+1}
      for (int i = j; i <= h; i++) {
        if (i > j + 1) M = (W(y, i - 1) * M).eval();
        Matrix G = L[i].transpose() * L[j], K = Q[i - 1] * Q[j - 1].transpose();
        Matrix A = L[i].transpose() * R * Q[j - 1].transpose();
        for (int c = 0; c < d[j]; c++)
          for (int e = 0; e < d[j - 1]; e++) {
            int column = at[j] + c * d[j - 1] + e;
            for (int a = 0; a < d[i]; a++)
              for (int b = 0; b < d[i - 1]; b++) {
                int row = at[i] + a * d[i - 1] + b;
                double x = -G(a, c) * K(b, e) + (i > j ? A(a, e) * M(b, c) : 0);
                columns[column][row] = x;
                columns[row][column] = x;
              }
          }
      }
    }
  }

 private:
  View W(const double* y, int j) const { return View(y + at[j], d[j], d[j - 1]); }
  Writable out(double* y, int j) const { return Writable(y + at[j], d[j], d[j - 1]); }

  std::vector<int> d;
  int h;
  std::vector<int> at;
  Matrix target;
  std::vector<Matrix> P, B, dP, dB;
};
